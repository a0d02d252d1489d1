import { addDays, shanghaiDay } from '@suanhui/shared/date'
import { expect } from 'vitest'
import { decideAt, rankAtDesk } from '../desk'
import { fillField } from '../steps'
import { write } from '../typing'
import { isReadOutWith, standsBeside } from './places'
import { PROVIDER } from './story'
import type { Walk } from './walk'

const NOTES = { bank: '开户行请写到支行', site: '地址请写到机房', proof: '账单请换成盖了章的' } as const

/** The city returns the application with a field, a cell and a paper to mend, and the owner hears of it. */
export async function cityReturns(walk: Walk): Promise<void> {
  const { surface, whole } = walk
  const { id, papers } = walk.caseOf('application')
  const proof = papers.find(({ kind }) => kind === 'compute_bill')
  if (proof === undefined) throw new Error('the application has no bill')
  const dueOn = addDays(shanghaiDay(new Date()), 5)
  await decideAt(whole.sandbox, 'city-industry', id, 'return', {
    items: [
      { target: 'application.bankName', kind: 'incorrect', note: NOTES.bank, dueOn },
      { target: 'application.contracts.0.site', kind: 'incomplete', note: NOTES.site, dueOn },
      { target: proof.id, kind: 'outdated', note: NOTES.proof, dueOn },
    ],
  })
  await walk.hears(/补正|修改|退回/)
  await surface.reopen()
  for (const note of Object.values(NOTES)) await surface.main().getByText(note).first().waitFor()
  await walk.picture('returned')
}

/** Each note of the reviewer leads to its very place, what was returned is mended there, and both departments pass it. */
export async function mendWhatWasReturned(walk: Walk): Promise<void> {
  const { surface, whole } = walk
  const { id } = walk.caseOf('application')
  const main = surface.main()
  await main.getByRole('button', { name: '去换“算力真实使用的证明' }).click()
  await standsBeside(surface, NOTES.proof, main.getByRole('link', { name: /算力账单/ }))
  await walk.picture('mend-paper')
  await surface.back()
  await main.getByRole('button', { name: '去改“第1份合同的算力中心地址”' }).click()
  const site = main.getByRole('textbox', { name: '算力中心地址', exact: true })
  await standsBeside(surface, NOTES.site, site)
  await isReadOutWith(surface, NOTES.site, site)
  await walk.picture('mend-cell')
  // Whichever way one came to the form, what was written of it stands there.
  await standsBeside(surface, NOTES.bank, main.getByRole('textbox', { name: '基本户开户行' }), 'anywhere')
  await write(site, `${PROVIDER.site}1号机房`)
  await walk.allSaved()
  await surface.back()
  await main.getByRole('button', { name: '去改“基本户开户行”' }).click()
  const bank = main.getByRole('textbox', { name: '基本户开户行' })
  await standsBeside(surface, NOTES.bank, bank)
  await isReadOutWith(surface, NOTES.bank, bank)
  await walk.picture('mend-field')
  await fillField(surface, '基本户开户行', '测试银行长沙岳麓测试支行')
  await walk.allSaved()
  await surface.back()
  await main.getByRole('button', { name: '检查一遍，重新提交' }).click()
  await main.getByText(/提交就是承诺/).waitFor()
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
