import { remindOfVouchers } from '@suanhui/bff/services/messages/remind/vouchers'
import { replaceProviders } from '@suanhui/bff/stores/platforms-providers'
import type { CheckUpAnswer, SubmissionDetail, SubmissionList, Timeline, ToDoList } from '@suanhui/shared/api'
import type { FormValue } from '@suanhui/shared/forms'
import { wan } from '@suanhui/shared/money'
import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { COMPANY, READINGS } from './submissions-papers'
import { PROVIDER } from './submissions-platform'
import {
  asJson,
  basePath,
  begin,
  change,
  flowWorld,
  type Member,
  news,
  paper,
  pathOf,
  read,
  readyApplication,
  settled,
  submit,
} from './submissions-world'
import { closeExaminer } from './uploading'

closeExaminer()

const CLAIM: Readonly<Record<string, FormValue>> = {
  contactName: '李测试',
  contactPhone: '13800000002',
  servicePurpose: '训练质检大模型。',
  leadsNationalProject: false,
  developsLargeModel: false,
  otherProvincialFunds: false,
}
const CELLS = {
  number: 'HT-2026-001',
  title: '算力服务合同',
  totalFen: wan(106),
  providerName: PROVIDER.name,
  site: '太原测试算力中心',
}
const REDEMPTION = { usage: '11月用了1000卡时，训练质检模型，漏检率下降。' }
const VOUCHER = { amountFen: wan(21.2), dueOn: '2026-12-20' } as const

describe.each(engines)("Shanxi's voucher, on the $name database", (engine) => {
  const { services: world, work, member, dispatch } = flowWorld(engine)

  /** The seller stands in Shanxi's register. */
  async function claimant(): Promise<Member> {
    const who = await member()
    const inShanxi = { ...PROVIDER, platform: 'shanxi-dispatch', region: '140105' } as const
    const { database, deps } = world()
    await database.transaction((transaction) =>
      replaceProviders(transaction, 'shanxi-dispatch', [inShanxi], deps.clock()),
    )
    return who
  }
  async function claim(who: Member, said: Readonly<Record<string, FormValue>> = {}, number?: string) {
    const contract = await paper(world(), who, READINGS.contract(number))
    const draft = await begin(who, { step: 'claim', paperId: contract })
    const forms = { claim: { ...CLAIM, contracts: [{ ...CELLS, number: number ?? CELLS.number }], ...said } }
    return change(who, draft, { forms })
  }
  const checkUp = async (who: Member, id: string): Promise<CheckUpAnswer> =>
    asJson(await who.person.ask('GET', `${pathOf(who, id)}/check-up`))
  const claimed = async (who: Member, said = {}, number?: string): Promise<SubmissionDetail> => {
    const draft = await claim(who, said, number)
    await asJson(await submit(who, draft), 202)
    const taken = await settled(who, draft.id)
    await news(world(), 'shanxi-dispatch', draft.id, { type: 'moved', to: 'claimed' })
    return taken
  }
  const issued = async (who: Member): Promise<SubmissionDetail> => {
    const { id } = await claimed(who)
    await news(world(), 'shanxi-dispatch', id, { type: 'moved', to: 'issued', ...VOUCHER })
    return read(who, id)
  }
  const withProofs = async (who: Member, detail: SubmissionDetail): Promise<SubmissionDetail> =>
    change(who, detail, {
      forms: { redemption: REDEMPTION },
      papers: {
        ...detail.papers,
        invoice: [await paper(world(), who, READINGS.invoice())],
        payment: [await paper(world(), who, READINGS.payment())],
      },
    })

  it('is claimed with a contract: filled in, worked out by the rate, and sent once', async () => {
    const who = await claimant()
    const draft = await claim(who)
    expect(draft).toMatchObject({
      step: 'claim',
      title: '算力服务合同',
      forms: {
        claim: {
          companyName: { value: COMPANY.name, source: 'company' },
          applicantKind: { value: 'enterprise', source: 'matcher' },
          claimedFen: { value: wan(21.2), source: 'matcher' },
        },
      },
    })
    expect(await checkUp(who, draft.id)).toMatchObject({ ready: true, fields: [], slots: [], registerMissing: false })
    work()
    await asJson(await submit(who, draft, { 'idempotency-key': 'claim-00000001' }), 202)
    await asJson(await submit(who, draft, { 'idempotency-key': 'claim-00000001' }), 202)
    expect(await settled(who, draft.id)).toMatchObject({ standing: { label: '平台已收到' }, editable: false })
    expect(dispatch().sent).toMatchObject([
      {
        subjectId: draft.id,
        write: {
          verb: 'claimVoucher',
          companyName: COMPANY.name,
          requestedFen: wan(21.2),
          form: { 'claim.servicePurpose': CLAIM.servicePurpose, 'claim.leadsNationalProject': false },
          papers: [{ kind: 'contract' }],
        },
      },
    ])
  })

  it.each([
    ['牵头国家级重大项目，按30%', { leadsNationalProject: true }, wan(31.8)],
    ['研发大模型，按30%', { developsLargeModel: true }, wan(31.8)],
    ['两样都没有，按20%', {}, wan(21.2)],
    ['合同改成600万元，最多100万元', { contracts: [{ ...CELLS, totalFen: wan(600) }] }, wan(100)],
    [
      '600万元、研发大模型，180万元',
      { contracts: [{ ...CELLS, totalFen: wan(600) }], developsLargeModel: true },
      wan(180),
    ],
  ])('%s', async (_, said, mostFen) => {
    const who = await claimant()
    const draft = await claim(who, said)
    expect(draft.forms.claim?.claimedFen?.value).toBe(mostFen)
    const more = await change(who, draft, { forms: { claim: { claimedFen: mostFen + 1 } } })
    const answer = await checkUp(who, more.id)
    expect(answer).toMatchObject({ ready: false, fields: [{ form: 'claim', field: 'claimedFen', cite: '二(九)' }] })
    expect((await submit(who, more)).status).toBe(422)
  })

  it.each([
    ['拿过其他省级财政资金', { otherProvincialFunds: true }, { field: 'otherProvincialFunds', cite: '五' }],
    ['不是企业、高校、科研机构', { applicantKind: 'foundation' }, { field: 'applicantKind' }],
    ['没有说算力用途', { servicePurpose: '' }, { field: 'servicePurpose' }],
  ])('is not sent: %s', async (_, said, problem) => {
    const who = await claimant()
    const draft = await claim(who, said)
    const { ready, fields } = await checkUp(who, draft.id)
    expect(ready).toBe(false)
    expect(fields).toContainEqual(expect.objectContaining(problem))
  })

  it('is not claimed for compute of another province', async () => {
    const who = await claimant()
    const { database, deps } = world()
    const elsewhere = { ...PROVIDER, platform: 'shanxi-dispatch' } as const
    await database.transaction((transaction) =>
      replaceProviders(transaction, 'shanxi-dispatch', [elsewhere], deps.clock()),
    )
    const draft = await claim(who)
    const { ready, fields } = await checkUp(who, draft.id)
    expect(ready).toBe(false)
    expect(fields.some(({ message }) => message.includes('要用山西的算力'))).toBe(true)
  })

  it('lacks its contract', async () => {
    const who = await claimant()
    const draft = await begin(who, { step: 'claim' })
    expect(draft.title).toBe('山西算力券')
    expect((await checkUp(who, draft.id)).slots).toMatchObject([{ slot: 'contract' }])
  })

  it('issued, becomes the redemption, with its sum, its last day and something to do', async () => {
    const who = await claimant()
    work()
    const detail = await issued(who)
    expect(detail).toMatchObject({
      step: 'redemption',
      editable: true,
      dueOn: '2026-12-20',
      voucher: { grantedFen: wan(21.2), validUntil: '2026-12-20' },
      standing: { status: 'issued', acts: ['redeem'] },
      forms: { redemption: { contactName: { value: '李测试', source: 'form' } } },
    })
    expect(detail.papers.contract).toHaveLength(1)
    const { items } = await asJson<ToDoList>(await who.person.ask('GET', '/v1/me/todo'))
    expect(items).toContainEqual(
      expect.objectContaining({ kind: 'redeem', submissionId: detail.id, dueOn: '2026-12-20' }),
    )
  })

  it('is redeemed with invoice and payment, and every step stands in the timeline', async () => {
    const who = await claimant()
    work()
    const detail = await issued(who)
    expect((await checkUp(who, detail.id)).slots.map(({ slot }) => slot)).toEqual(['invoice', 'payment'])
    const ready = await withProofs(who, detail)
    expect(ready.forms.redemption).toMatchObject({ settledFen: { value: wan(10.6), source: 'paper' } })
    expect(await checkUp(who, ready.id)).toMatchObject({ ready: true })
    await asJson(await submit(who, ready), 202)
    const sent = await settled(who, ready.id)
    expect(sent).toMatchObject({ editable: false, standing: { status: 'issued', label: '平台已收到', acts: [] } })
    const last = dispatch().sent.at(-1)
    expect(last).toMatchObject({ subjectId: detail.id, write: { verb: 'redeemVoucher', settledFen: wan(10.6) } })
    const kinds = last !== undefined && 'papers' in last.write ? last.write.papers.map(({ kind }) => kind) : []
    expect([...kinds].sort()).toEqual(['contract', 'invoice', 'payment_slip'])
    await news(world(), 'shanxi-dispatch', detail.id, { type: 'moved', to: 'redeemed', amountFen: wan(10.6) })
    const { standing, entries } = await asJson<Timeline>(
      await who.person.ask('GET', `${pathOf(who, detail.id)}/timeline`),
    )
    expect(standing).toMatchObject({ status: 'redeemed', label: '已兑付', acts: [] })
    const labels = entries.map(({ label }) => label)
    for (const label of ['申领算力券', '已申领', '已发放', '申请兑付', '已兑付']) expect(labels).toContain(label)
  })

  it('whose invoice another application has is not redeemed with it', async () => {
    const who = await claimant()
    work()
    const first = await withProofs(who, await issued(who))
    await asJson(await submit(who, first), 202)
    await settled(who, first.id)
    const other = await claimed(who, { claimedFen: wan(1) }, 'HT-2026-002')
    await news(world(), 'shanxi-dispatch', other.id, { type: 'moved', to: 'issued', ...VOUCHER })
    const second = await withProofs(who, await read(who, other.id))
    const { ready, findings } = await checkUp(who, second.id)
    expect(ready).toBe(false)
    expect(findings.some(({ rule }) => rule === 'invoice-used')).toBe(true)
  })

  it('and the same purchase are not both paid for: Hunan is told of, the company itself and nobody else', async () => {
    const who = await claimant()
    work()
    await asJson(await submit(who, await withProofs(who, await issued(who))), 202)
    const both = async (member: Member, number?: string) => {
      const draft = await readyApplication(world(), member, {
        contractId: await paper(world(), member, READINGS.contract(number)),
      })
      const { findings } = await checkUp(member, draft.id)
      return findings.flatMap(({ rule, message }) => (rule === 'claimed-elsewhere' ? [message] : []))
    }
    expect(await both(who)).toEqual([
      expect.stringMatching(/合同.*已经在山西省申请过补贴/),
      expect.stringMatching(/发票.*已经在山西省申请过补贴/),
    ])
    expect(await both(await member('91430104MA0TEXT1X1'))).toEqual([])
  })

  it('that came to nothing hinders nobody', async () => {
    const who = await claimant()
    work()
    const { id } = await claimed(who)
    await news(world(), 'shanxi-dispatch', id, { type: 'moved', to: 'refused' })
    const draft = await readyApplication(world(), who, { contractId: await paper(world(), who, READINGS.contract()) })
    expect((await checkUp(who, draft.id)).findings.map(({ rule }) => rule)).not.toContain('claimed-elsewhere')
  })

  it('refused, tells why; a new one may be claimed with the same contract', async () => {
    const who = await claimant()
    work()
    const { id } = await claimed(who)
    await news(world(), 'shanxi-dispatch', id, { type: 'moved', to: 'refused', note: '不予发放：合同没有盖章' })
    expect(await read(who, id)).toMatchObject({
      editable: false,
      standing: { status: 'refused', acts: ['start_over'] },
    })
    const { entries } = await asJson<Timeline>(await who.person.ask('GET', `${pathOf(who, id)}/timeline`))
    expect(entries).toContainEqual(expect.objectContaining({ label: '没有通过', note: '不予发放：合同没有盖章' }))
    const again = await begin(who, { step: 'claim', paperId: (await read(who, id)).papers.contract?.[0] })
    expect((await checkUp(who, again.id)).fields.map(({ message }) => message)).not.toContain(
      '这份合同已经申领过一张算力券了。',
    )
  })

  it('its people are reminded once a step before its last day, until they ask for the money', async () => {
    const who = await claimant()
    work()
    const detail = await issued(who)
    const told = async () => {
      await remindOfVouchers(world().deps)
      const { messages } = await asJson<{ readonly messages: readonly { readonly title: string }[] }>(
        await who.person.ask('GET', '/v1/me/messages'),
      )
      return messages.map(({ title }) => title).filter((title) => title.startsWith('算力券：'))
    }
    const on = (day: string) => {
      world().clock.now = new Date(`${day}T02:00:00Z`)
    }
    on('2026-11-19')
    expect(await told()).toEqual([])
    on('2026-11-20')
    expect(await told()).toEqual(['算力券：还有30天到期'])
    expect(await told()).toHaveLength(1)
    on('2026-12-13')
    expect(await told()).toEqual(['算力券：还有7天到期', '算力券：还有30天到期'])
    const ready = await withProofs(who, detail)
    await asJson(await submit(who, ready), 202)
    on('2026-12-20')
    expect(await told()).toHaveLength(2)
  })

  it('expired, cannot be redeemed any more', async () => {
    const who = await claimant()
    work()
    const detail = await issued(who)
    await news(world(), 'shanxi-dispatch', detail.id, { type: 'moved', to: 'expired' })
    const over = await read(who, detail.id)
    expect(over).toMatchObject({ editable: false, standing: { status: 'expired', label: '已过期' } })
    expect((await submit(who, over)).status).toBe(409)
  })

  it('what the platform does not take can be mended and sent again', async () => {
    const who = await claimant()
    dispatch().mode = { result: 'refused', reason: '今年的算力券已经发完', fields: [] }
    work()
    const draft = await claim(who)
    await asJson(await submit(who, draft), 202)
    const back = await settled(who, draft.id, 'refused')
    expect(back).toMatchObject({ editable: true, refusal: '今年的算力券已经发完', step: 'claim' })
    dispatch().mode = 'up'
    await asJson(await submit(who, back), 202)
    await settled(who, draft.id)
    expect(dispatch().sent.map(({ write: { verb } }) => verb)).toEqual(['claimVoucher', 'claimVoucher'])
  })

  it('several stand side by side, up to what the document gives one company, each contract once', async () => {
    const who = await claimant()
    work()
    const big = { contracts: [{ ...CELLS, totalFen: wan(400) }] }
    const first = await claimed(who, big)
    const second = await claim(who, big, 'HT-2026-002')
    expect((await checkUp(who, second.id)).fields).toMatchObject([
      { field: 'claimedFen', message: expect.stringContaining('别的券已经有80万元'), remedy: '请改成20万元或者更少。' },
    ])
    const less = await change(who, second, { forms: { claim: { claimedFen: wan(20) } } })
    await asJson(await submit(who, less), 202)
    await settled(who, second.id)
    const same = await begin(who, { step: 'claim', paperId: first.papers.contract?.[0] })
    expect((await checkUp(who, same.id)).fields.map(({ message }) => message)).toContain(
      '这份合同已经申领过一张算力券了。',
    )
    const { submissions } = await asJson<SubmissionList>(await who.person.ask('GET', basePath(who.companyId)))
    expect(submissions.filter(({ step }) => step === 'claim')).toHaveLength(3)
  })

  it('sent from two phones at once, come to no more than the document gives one company', async () => {
    const who = await claimant()
    work()
    const big = { contracts: [{ ...CELLS, totalFen: wan(400) }] }
    const drafts = [await claim(who, big), await claim(who, big, 'HT-2026-002'), await claim(who, big, 'HT-2026-003')]
    const answers = await Promise.all(drafts.map((draft) => submit(who, draft)))
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 422, 422])
  })

  it('has no printed table of the province, and cannot be begun as a redemption', async () => {
    const who = await claimant()
    const draft = await claim(who)
    for (const file of ['all.pdf', 'filing.pdf', 'application.pdf'])
      expect((await who.person.ask('GET', `${pathOf(who, draft.id)}/forms/${file}`)).status).toBe(404)
    expect((await who.person.ask('POST', basePath(who.companyId), { step: 'redemption' })).status).toBe(422)
  })

  it('is nobody else’s', async () => {
    const who = await claimant()
    const draft = await claim(who)
    const stranger = await world().person()
    for (const path of ['', '/check-up', '/timeline'])
      expect((await stranger.ask('GET', `${pathOf(who, draft.id)}${path}`)).status).toBe(404)
    expect((await stranger.ask('POST', `${pathOf(who, draft.id)}/submit`, { version: draft.version })).status).toBe(404)
  })
})
