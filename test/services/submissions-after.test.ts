import { tellOfSteps } from '@suanhui/bff/services/messages/listen'
import type { SubmissionDetail, Timeline } from '@suanhui/shared/api'
import type { Change, Status } from '@suanhui/shared/status'
import { describe, expect, it, vi } from 'vitest'
import { engines } from '../stores/engines'
import { READINGS } from './submissions-papers'
import { ROUND } from './submissions-platform'
import {
  asJson,
  basePath,
  begin,
  flowWorld,
  type Member,
  news,
  paper,
  pathOf,
  read,
  readyApplication,
  readyFiling,
  settled,
  submit,
} from './submissions-world'
import { closeExaminer } from './uploading'

closeExaminer()

const moved = (...to: readonly Status[]): readonly Change[] => to.map((one) => ({ type: 'moved', to: one }))
const TO_CITY = moved('submitted', 'city_review')
const PASSED: readonly Change[] = [
  ...TO_CITY,
  { type: 'passed', department: 'industry' },
  { type: 'passed', department: 'finance' },
  ...moved('recommended', 'expert_review', 'province_recheck', 'ranked', 'decided'),
]
const TO_NOTICE: readonly Change[] = [...PASSED, ...moved('public_notice')]

describe.each(engines)('after the application, on the $name database', (engine) => {
  const { services: world, work, member, projects } = flowWorld(engine)
  const timeline = async (who: Member, id: string): Promise<Timeline> =>
    asJson(await who.person.ask('GET', `${pathOf(who, id)}/timeline`))
  const act = (who: Member, id: string, body: object) => who.person.ask('POST', `${pathOf(who, id)}/acts`, body)
  const titles = async ({ person }: Member): Promise<readonly string[]> => {
    const { messages } = await asJson<{ messages: { title: string }[] }>(await person.ask('GET', '/v1/me/messages'))
    return messages.map(({ title }) => title).reverse()
  }
  const happened = async (id: string, ...changes: readonly Change[]): Promise<void> =>
    news(world(), 'hunan-projects', id, ...changes)
  /** What the platform reported, the oldest first. What the company did stands by the database's own clock. */
  const reported = ({ entries }: Timeline): readonly string[] =>
    entries
      .map(({ label }) => label)
      .filter((label) => !['提交申请', '提出异议', '作出说明', '平台已收到'].includes(label))
      .reverse()
  const verbs = () => projects().sent.map(({ write }) => write.verb)

  /** An application that the platform has, with everyone told of each step. */
  async function applied(): Promise<{ readonly who: Member; readonly id: string; readonly contractId: string }> {
    const who = await member()
    const { deps } = world()
    const statusListeners = [...deps.platforms.statusListeners, tellOfSteps(deps)]
    Object.assign(deps, { platforms: { ...deps.platforms, statusListeners } })
    work()
    const contractId = await paper(world(), who, READINGS.contract())
    const filing = await readyFiling(world(), who, contractId)
    await submit(who, filing)
    await settled(who, filing.id)
    const draft = await readyApplication(world(), who, { contractId })
    await asJson(await submit(who, draft), 202)
    await settled(who, draft.id)
    return { who, id: draft.id, contractId }
  }

  it.each([
    ['is dismissed: the notice goes on, and payment comes', ['public_notice', 'payment', 'paid'], 'paid'],
    ['is upheld: it ends', ['rejected'], 'rejected'],
  ] as const)('an objection during the public notice %s', async (_how, then, end) => {
    const { who, id } = await applied()
    await happened(id, ...TO_NOTICE)
    expect((await read(who, id)).standing.acts).toEqual(['object'])
    expect((await act(who, id, { act: 'object', text: '金额少算了一张发票' })).status).toBe(202)
    expect((await read(who, id)).standing.acts).toEqual([])
    await vi.waitFor(() => expect(verbs().at(-1)).toBe('raiseObjection'), 5_000)
    await happened(id, { type: 'moved', to: 'objection', note: '受理异议' }, ...moved(...then))
    const told = await timeline(who, id)
    const { standing, entries } = told
    expect(standing).toMatchObject({ status: end, acts: end === 'rejected' ? ['start_over'] : [] })
    const rest = then.map(
      (status) => ({ public_notice: '公示中', payment: '拨付中', paid: '已拨付', rejected: '没有通过' })[status],
    )
    expect(reported(told).slice(-then.length - 2)).toEqual(['公示中', '处理异议', ...rest])
    expect(entries.map(({ label }) => label)).toContain('提出异议')
    expect(entries.find(({ label }) => label === '处理异议')).toMatchObject({ note: '受理异议' })
    const messages = await titles(who)
    expect(messages.filter((title) => title.includes('异议'))).toHaveLength(1)
    expect(messages).toHaveLength(TO_NOTICE.length + 1 + then.length)
    expect(messages.at(-1)).toBe(`补贴申请：${rest.at(-1)}`)
  })

  it('an explanation that is demanded is given, with papers, and the review goes on where it was', async () => {
    const { who, id } = await applied()
    await happened(id, ...PASSED.slice(0, 5), ...moved('expert_review'))
    await happened(id, { type: 'moved', to: 'explanation_demanded', note: '请说明算力用在哪里' })
    const asked = await read(who, id)
    expect(asked.standing).toMatchObject({ status: 'explanation_demanded', acts: ['explain'], holderName: '您自己' })
    const proof = await paper(world(), who, READINGS.proof())
    expect((await act(who, id, { act: 'explain', text: '用于训练客服模型', papers: [proof] })).status).toBe(202)
    await vi.waitFor(
      () =>
        expect(projects().sent.at(-1)?.write).toMatchObject({
          verb: 'explain',
          text: '用于训练客服模型',
          papers: [{ id: proof }],
        }),
      5_000,
    )
    expect((await read(who, id)).standing.acts).toEqual([])
    expect((await act(who, id, { act: 'explain', text: '再说一遍' })).status).toBe(409)
    await happened(id, ...moved('expert_review', 'province_recheck'))
    const told = await timeline(who, id)
    expect(told.standing).toMatchObject({ status: 'province_recheck', unknown: null })
    expect(reported(told).slice(-4)).toEqual(['专家评审', '要求说明', '专家评审', '省级复核'])
    expect(told.entries.map(({ label }) => label)).toContain('作出说明')
    expect((await titles(who)).slice(-3).map((title) => title.replace('补贴申请：', ''))).toEqual([
      expect.stringContaining('说明'),
      '专家评审',
      '省级复核',
    ])
  })

  it('money that was paid is asked back, and the matter ends when it is there', async () => {
    const { who, id } = await applied()
    await happened(id, ...TO_NOTICE, ...moved('payment', 'paid', 'explanation_demanded'))
    await happened(id, { type: 'moved', to: 'recovery', note: '转租算力，追回资金' })
    expect((await read(who, id)).standing).toMatchObject({ status: 'recovery', holderName: '您自己', acts: ['repay'] })
    await happened(id, ...moved('recovered'))
    const { standing, entries } = await timeline(who, id)
    expect(standing).toMatchObject({ status: 'recovered', acts: [], next: '不用再做什么。' })
    expect(entries.find(({ label }) => label === '追回资金')).toMatchObject({ note: '转租算力，追回资金' })
    expect((await titles(who)).slice(-2)).toEqual(['补贴申请：追回资金', '补贴申请：已追回'])
  })

  it('tells the usual time of a step from three past ones on, and of how many', async () => {
    const who = await member()
    work()
    const usual = async (days: number, code: string) => {
      const filing = await readyFiling(world(), who, await paper(world(), who, READINGS.contract(code)))
      await submit(who, filing)
      await settled(who, filing.id)
      await news(world(), 'hunan-scheduling', filing.id, { type: 'moved', to: 'submitted' })
      const { usualDays, usualCases } = (await read(who, filing.id)).standing
      world().clock.forward(days * 86_400_000)
      await news(world(), 'hunan-scheduling', filing.id, { type: 'moved', to: 'accepted' })
      return [usualDays, usualCases]
    }
    expect([await usual(1, 'A'), await usual(2, 'B'), await usual(5, 'C'), await usual(1, 'D')]).toEqual([
      [null, null],
      [null, null],
      [null, null],
      [2, 3],
    ])
  })

  describe('one application in a round', () => {
    const another = (who: Member, body: object = {}) =>
      who.person.ask('POST', basePath(who.companyId), { step: 'application', roundId: ROUND.id, ...body })
    const refused = async (answer: Response) => {
      const { error } = await asJson<{ error: { code: string; message: string; fields: { field: string }[] } }>(
        answer,
        409,
      )
      return error
    }

    it('a second is refused, with the way to the first, as draft and as sent', async () => {
      const { who, id, contractId } = await applied()
      expect(await refused(await another(who))).toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('这一轮已经交过申请'),
        fields: [{ field: id }],
      })
      const other = await member('91430104MA0TEXT1X1')
      const draft = await begin(other, { step: 'application', roundId: ROUND.id })
      expect(await refused(await another(other))).toMatchObject({
        message: expect.stringContaining('没有交的申请'),
        fields: [{ field: draft.id }],
      })
      const filing = { step: 'filing', paperId: contractId }
      const { fields } = await refused(await who.person.ask('POST', basePath(who.companyId), filing))
      expect((await read(who, fields[0]?.field ?? '')).step).toBe('filing')
    })

    it.each([
      ['withdrawn', [...TO_CITY, ...moved('withdrawn')]],
      ['rejected', [...TO_CITY, ...moved('rejected')]],
    ] as const)('one that was %s may be followed by another, with the same contract and invoices', async (_, end) => {
      const { who, id, contractId } = await applied()
      await happened(id, ...TO_CITY)
      expect((await another(who)).status).toBe(409)
      await happened(id, ...end.slice(TO_CITY.length))
      const next = await asJson<SubmissionDetail>(await another(who, { paperId: contractId }), 201)
      // With the stamped 附件2 of its filing, which the application asks for again.
      expect(next.papers).toEqual({ contract: [contractId], 'filing-form': [expect.any(String)] })
      expect((await who.person.ask('DELETE', pathOf(who, next.id))).status).toBe(204)
      const again = await readyApplication(world(), who, { contractId })
      expect((await submit(who, again)).status).toBe(202)
    })

    it('of two phones that begin at once, one begins', async () => {
      const who = await member()
      const answers = await Promise.all([another(who), another(who), another(who)])
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    })
  })
})
