import { addDays, shanghaiDay } from '@suanhui/shared/date'
import { expect } from 'vitest'
import { decideAt, rankAtDesk } from '../desk'
import { fillField } from '../steps'
import type { Walk } from './walk'

/** The city returns the application with one thing to mend, and the owner hears of it. */
export async function cityReturns(walk: Walk): Promise<void> {
  const { surface, whole } = walk
  const { id } = walk.caseOf('application')
  await decideAt(whole.sandbox, 'city-industry', id, 'return', {
    items: [
      {
        target: 'application.bankName',
        kind: 'incorrect',
        note: '开户行请写到支行',
        dueOn: addDays(shanghaiDay(new Date()), 5),
      },
    ],
  })
  await walk.hears(/补正|修改|退回/)
  await surface.reopen()
  await surface.main().getByText('开户行请写到支行').first().waitFor()
  await walk.picture('returned')
}

/** What was returned is mended at the very field, and both departments pass it. */
export async function mendWhatWasReturned(walk: Walk): Promise<void> {
  const { surface, whole } = walk
  const { id } = walk.caseOf('application')
  await surface.main().getByRole('button', { name: '去改表' }).click()
  await fillField(surface, '基本户开户行', '测试银行长沙岳麓测试支行')
  await walk.allSaved()
  await walk.checkUpAndSubmit()
  await walk.reaches('application', 'city_review')
  for (const seat of ['city-industry', 'city-finance']) await decideAt(whole.sandbox, seat, id, 'pass')
  await walk.reaches('application', 'recommended')
}

/** Scored, ranked, decided, published and paid. */
export async function decideToPayment(walk: Walk): Promise<void> {
  const { surface, whole } = walk
  const { id } = walk.caseOf('application')
  const step = (seat: string, action: string, input: Readonly<Record<string, unknown>> = {}) =>
    decideAt(whole.sandbox, seat, id, action, input)
  await step('province', 'start-expert-review')
  for (const [index, expert] of ['expert-1', 'expert-2', 'expert-3'].entries())
    await step(expert, 'score', { score: 86 + index })
  await step('province', 'recheck-pass')
  await rankAtDesk(whole.sandbox)
  await step('province', 'decide')
  await step('province', 'publish')
  await step('payment', 'start-payment')
  await step('payment', 'pay')
  await walk.hears(/拨付|到账|已拨/)
  await walk.openSubmission('submission/progress')
  await surface
    .main()
    .getByRole('heading', { name: /已拨付|已到账|拨付/ })
    .first()
    .waitFor()
  await walk.picture('paid')
  await surface.goTo('pages/messages/index')
  await expect.poll(() => surface.main().textContent()).toMatch(/拨付/)
  await walk.picture('messages')
}
