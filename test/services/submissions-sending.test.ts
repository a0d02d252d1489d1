import { verifyAudit } from '@suanhui/bff/audit/verify-audit'
import { platformOutgoing } from '@suanhui/bff/jobs/platform-outgoing'
import { startPaperwork } from '@suanhui/bff/paperwork/paperwork'
import { tellOfRefusals } from '@suanhui/bff/services/messages/listen'
import type { SubmissionDetail, Timeline, ToDoList } from '@suanhui/shared/api'
import type { CorrectionItem } from '@suanhui/shared/status'
import { describe, expect, it, vi } from 'vitest'
import { engines } from '../stores/engines'
import { COMPANY, READINGS } from './submissions-papers'
import {
  asJson,
  change,
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
import { agreeToSharing, creditCode, SHARING } from './world'

closeExaminer()

const KEY = { 'idempotency-key': 'submit-0001' }

describe.each(engines)('what was submitted, on the $name database', (engine) => {
  const { services: world, work, member, scheduling, projects } = flowWorld(engine)
  const timeline = async (who: Member, id: string): Promise<Timeline> =>
    asJson(await who.person.ask('GET', `${pathOf(who, id)}/timeline`))
  const toDo = async ({ person }: Member) => (await asJson<ToDoList>(await person.ask('GET', '/v1/me/todo'))).items
  const act = (who: Member, id: string, body: object) => who.person.ask('POST', `${pathOf(who, id)}/acts`, body)
  async function filed(who: Member, contractId: string): Promise<void> {
    const filing = await readyFiling(world(), who, contractId)
    await submit(who, filing)
    await settled(who, filing.id)
  }
  async function application(who: Member): Promise<SubmissionDetail> {
    const contractId = await paper(world(), who, READINGS.contract())
    await filed(who, contractId)
    return readyApplication(world(), who, { contractId })
  }
  async function applied(who: Member): Promise<SubmissionDetail> {
    const draft = await application(who)
    await asJson(await submit(who, draft), 202)
    return settled(who, draft.id)
  }

  it('goes once, however often and at once it is asked for', async () => {
    const who = await member()
    const draft = await readyFiling(world(), who)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => submit(who, draft, index % 2 === 0 ? KEY : {})),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 202)).not.toHaveLength(0)
    expect(statuses.every((status) => status === 202 || status === 409)).toBe(true)
    expect((await submit(who, draft, KEY)).status).toBe(statuses[0] === 202 ? 202 : 409)
    work()
    await settled(who, draft.id)
    expect(scheduling().sent).toHaveLength(1)
    expect(await world().database.queries.selectFrom('platform_writes').select('id').execute()).toHaveLength(1)
    expect(await verifyAudit(world().database.queries)).toMatchObject({ entries: expect.any(Number) })
  })

  it('goes nowhere without the consent of the person who submits; given, the same one goes', async () => {
    const who = await member()
    const draft = await readyFiling(world(), who)
    await who.person.ask('PUT', '/v1/me/consents', { ...SHARING, given: false })
    const refused = await submit(who, draft, KEY)
    const { error } = await refused.json()
    expect([refused.status, error.code]).toEqual([403, 'CONSENT_NEEDED'])
    expect(error.message).toContain('同意')
    const { queries } = world().database
    expect(await queries.selectFrom('platform_writes').selectAll().execute()).toEqual([])
    expect(await read(who, draft.id)).toMatchObject({ sending: 'draft', editable: true, version: draft.version })
    // A colleague's consent is not theirs.
    const colleague = await world().person()
    await queries
      .insertInto('company_members')
      .values({ company_id: who.companyId, person_id: colleague.id, role: 'agent' })
      .execute()
    await agreeToSharing(colleague)
    expect((await submit(who, draft, KEY)).status).toBe(403)
    await agreeToSharing(who.person)
    await asJson(await submit(who, draft, KEY), 202)
  })

  it('waits for a platform that is away, and arrives once when it is back', async () => {
    const who = await member()
    scheduling().mode = 'down'
    const draft = await readyFiling(world(), who)
    work()
    expect(await asJson(await submit(who, draft), 202)).toMatchObject({
      sending: 'queued',
      standing: { label: '正在送出', acts: [] },
    })
    await vi.waitFor(async () => {
      const job = await world()
        .database.queries.selectFrom('jobs')
        .select('last_failure')
        .where('kind', '=', 'platform-outgoing')
        .executeTakeFirstOrThrow()
      expect(job.last_failure).toBe('platform unavailable')
    }, 5_000)
    expect((await read(who, draft.id)).sending).toBe('queued')
    scheduling().mode = 'up'
    await settled(who, draft.id)
    expect(scheduling().sent).toHaveLength(1)
  })

  it.each([
    ['does not answer', 'down'],
    ['fails unexpectedly', 'broken'],
  ] as const)('whose platform %s to the last try comes back, and its people are told', async (_how, mode) => {
    const who = await member()
    const { platforms } = world().deps
    const writeListeners = [...platforms.writeListeners, tellOfRefusals(world().deps)]
    Object.assign(world().deps, { platforms: { ...platforms, writeListeners } })
    const draft = await readyFiling(world(), who)
    await submit(who, draft)
    const { id } = await world().database.queries.selectFrom('platform_writes').select('id').executeTakeFirstOrThrow()
    const tried = (attempts: number) =>
      platformOutgoing(world().deps).run({
        id: 1,
        kind: 'platform-outgoing',
        dedupeKey: id,
        payload: { writeId: id },
        attempts,
        leaseToken: 'x',
      })
    if (mode === 'down') scheduling().mode = 'down'
    else scheduling().uploadPaper = () => Promise.reject(new Error('broken'))
    const early = await tried(69).catch(() => ({ outcome: 'retry' }))
    expect(early).toMatchObject({ outcome: 'retry' })
    expect((await read(who, draft.id)).sending).toBe('queued')
    expect(await tried(70)).toMatchObject({ outcome: 'dead' })
    const back = await read(who, draft.id)
    expect(back).toMatchObject({
      sending: 'refused',
      editable: true,
      refusal: '好几天都连不上平台，没有送到，请再交一次',
    })
    const inbox = await asJson<{ messages: { title: string; text: string }[] }>(
      await who.person.ask('GET', '/v1/me/messages'),
    )
    expect(inbox.messages).toMatchObject([{ title: expect.stringContaining('没有送到平台') }])
    expect(inbox.messages[0]?.text).not.toContain('平台写的是')
    expect((await submit(who, back)).status).toBe(202)
  })

  it('is repeated with the same key after a crash between sending and noting it', async () => {
    const who = await member()
    const draft = await readyFiling(world(), who)
    await submit(who, draft)
    const { id } = await world().database.queries.selectFrom('platform_writes').select('id').executeTakeFirstOrThrow()
    const job = {
      id: 1,
      kind: 'platform-outgoing',
      dedupeKey: id,
      payload: { writeId: id },
      attempts: 1,
      leaseToken: 'x',
    }
    const { deps } = world()
    const transaction: typeof deps.database.transaction = (...given) =>
      scheduling().sent.length > 0 ? Promise.reject(new Error('killed')) : deps.database.transaction(...given)
    const broken = { ...deps, database: { ...deps.database, transaction } }
    await expect(platformOutgoing(broken).run(job)).rejects.toThrow('killed')
    expect(scheduling().sent).toHaveLength(1)
    expect((await read(who, draft.id)).sending).toBe('queued')
    await platformOutgoing(deps).run(job)
    await platformOutgoing(deps).run(job)
    expect(scheduling().sent.map(({ key }) => key)).toEqual([id])
    expect((await read(who, draft.id)).sending).toBe('sent')
  })

  it('that was refused says why, gives everything back, and can be mended and sent again', async () => {
    const who = await member()
    work()
    const draft = await application(who)
    projects().mode = {
      result: 'refused',
      reason: '本轮预算已经用完',
      fields: [{ field: 'application.claimedFen', message: '金额不对' }],
    }
    await submit(who, draft)
    const refused = await settled(who, draft.id, 'refused')
    expect(refused).toMatchObject({ refusal: '本轮预算已经用完；金额不对', editable: true })
    expect(await toDo(who)).toContainEqual(expect.objectContaining({ kind: 'refused', submissionId: draft.id }))
    const { queries } = world().database
    expect(await queries.selectFrom('invoice_claims').selectAll().execute()).toEqual([])
    expect(await queries.selectFrom('paper_uses').selectAll().where('submission_id', '=', draft.id).execute()).toEqual(
      [],
    )
    projects().mode = 'up'
    expect((await submit(who, refused)).status).toBe(202)
    await settled(who, draft.id)
    expect(projects().sent.map(({ write }) => write.verb)).toEqual(['submitApplication', 'submitApplication'])
  })

  it('comes back with items, is mended and sent again, until the platform takes it', async () => {
    const who = await member()
    work()
    const sent = await applied(who)
    const { id } = sent
    const item: CorrectionItem = {
      id: 'c1',
      about: { field: 'application.bankName' },
      kind: 'incorrect',
      note: '开户行写到支行',
      dueOn: '2026-12-05',
      resolvedAt: undefined,
    }
    await news(
      world(),
      'hunan-projects',
      id,
      { type: 'moved', to: 'submitted' },
      { type: 'moved', to: 'city_review' },
      { type: 'passed', department: 'finance' },
      { type: 'moved', to: 'returned', note: '请补正', items: [item] },
    )
    const back = await read(who, id)
    expect(back).toMatchObject({
      editable: true,
      dueOn: '2026-12-05',
      standing: {
        status: 'returned',
        acts: ['resubmit', 'withdraw'],
        items: [{ id: 'c1', field: 'application.bankName', resolved: false }],
      },
    })
    expect(await toDo(who)).toContainEqual(
      expect.objectContaining({
        kind: 'correct',
        submissionId: id,
        dueOn: '2026-12-05',
        text: '有1处要改，改好再交。',
      }),
    )
    const mended = await change(who, back, { forms: { application: { bankName: '测试银行长沙天心支行' } } })
    expect((await submit(who, mended)).status).toBe(202)
    const again = await settled(who, id)
    // The platform has not said yet that it is on: it is not ours to edit any more.
    expect(again).toMatchObject({ editable: false, standing: { label: '平台已收到', items: [{ resolved: false }] } })
    expect((await submit(who, again)).status).toBe(409)
    expect(projects().sent.at(-1)).toMatchObject({
      write: { verb: 'resubmitApplication', form: { 'application.bankName': '测试银行长沙天心支行' } },
    })
    await news(world(), 'hunan-projects', id, { type: 'moved', to: 'submitted' })
    const on = await read(who, id)
    expect(on.standing).toMatchObject({ status: 'submitted', items: [{ resolved: true }] })
    const { entries } = await timeline(who, id)
    expect(entries.map(({ label }) => label).sort()).toEqual(
      [
        '提交申请',
        '平台已收到',
        '已提交',
        '市级初审',
        '市财政局通过',
        '退回补正',
        '补正以后再交',
        '平台已收到',
        '已提交',
      ].sort(),
    )
    expect(entries.map(({ at }) => at)).toEqual(
      entries
        .map(({ at }) => at)
        .sort()
        .reverse(),
    )
    expect(entries.find(({ label }) => label === '退回补正')).toMatchObject({ note: '请补正' })
  })

  it('an invoice is claimed once, whoever has it, and nobody is named', async () => {
    work()
    const first = await member()
    await applied(first)
    const buyer = { ...COMPANY, creditCode: creditCode('91430104MA0TEXT1X') }
    const second = await member(buyer.creditCode)
    const contractId = await paper(world(), second, READINGS.contract('HT-2026-002', buyer))
    await filed(second, contractId)
    const invoice = READINGS.invoice(undefined, buyer)
    const draft = await readyApplication(world(), second, { contractId, invoice })
    const answer = await submit(second, draft)
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('6521')
    expect(text).not.toContain(first.companyId)
    expect((await read(second, draft.id)).sending).toBe('draft')
  })

  it('is withdrawn before it is recommended, and its invoices are free again', async () => {
    const who = await member()
    work()
    const { id } = await applied(who)
    expect((await act(who, id, { act: 'withdraw', text: '材料要换' })).status).toBe(409)
    await news(world(), 'hunan-projects', id, { type: 'moved', to: 'submitted' })
    expect((await act(who, id, { act: 'object', text: '不对' })).status).toBe(409)
    expect((await act(who, id, { act: 'withdraw', text: '  ' })).status).toBe(422)
    expect((await act(who, id, { act: 'withdraw', text: '材料要换' })).status).toBe(202)
    expect((await act(who, id, { act: 'withdraw', text: '材料要换' })).status).toBe(409)
    await vi.waitFor(() => expect(projects().sent.at(-1)?.write).toMatchObject({ verb: 'withdrawApplication' }), 5_000)
    await news(world(), 'hunan-projects', id, { type: 'moved', to: 'withdrawn' })
    expect(await read(who, id)).toMatchObject({ editable: false, standing: { status: 'withdrawn' } })
    const { queries } = world().database
    expect(await queries.selectFrom('invoice_claims').selectAll().execute()).toEqual([])
    expect((await toDo(who)).filter(({ submissionId }) => submissionId === id)).toEqual([])
  })

  it('explains when asked, with papers; what it does not understand it shows in the platform’s words', async () => {
    const who = await member()
    work()
    const { id } = await applied(who)
    await news(
      world(),
      'hunan-projects',
      id,
      { type: 'moved', to: 'submitted' },
      { type: 'moved', to: 'city_review' },
      { type: 'moved', to: 'explanation_demanded', note: '请说明用途' },
    )
    expect(await toDo(who)).toContainEqual(expect.objectContaining({ kind: 'explain', submissionId: id }))
    const proof = await paper(world(), who, READINGS.proof())
    const strange = { act: 'explain', text: '用于训练', papers: ['00000000-0000-4000-8000-000000000000'] }
    expect((await act(who, id, strange)).status).toBe(422)
    expect((await act(who, id, { act: 'explain', text: '用于训练', papers: [proof] })).status).toBe(202)
    await vi.waitFor(
      () => expect(projects().sent.at(-1)?.write).toMatchObject({ verb: 'explain', papers: [{ id: proof }] }),
      5_000,
    )
    await news(world(), 'hunan-projects', id, { type: 'unknown', words: '材料移交审计' })
    const { standing, entries } = await timeline(who, id)
    expect(standing).toMatchObject({ label: '平台新状态', unknown: '材料移交审计' })
    expect(entries.find(({ label }) => label === '平台新状态')).toMatchObject({ note: '材料移交审计' })
  })

  it('contracts that nobody has filed are to be filed, and the company to be registered', async () => {
    const who = await member()
    const contract = await paper(world(), who, READINGS.contract())
    expect(await toDo(who)).toMatchObject([
      { kind: 'file', title: '算力服务合同', dueOn: '2026-12-01' },
      { kind: 'register' },
    ])
    const draft = await readyFiling(world(), who, contract)
    expect(await toDo(who)).toMatchObject([
      { kind: 'file', submissionId: draft.id, dueOn: '2026-12-01' },
      { kind: 'register' },
    ])
  })
})

describe('forms to print', () => {
  const [engine] = engines
  if (engine === undefined) throw new Error('there is an embedded database')
  const { services: world, member } = flowWorld(engine)
  it('come as PDF and DOCX with their names, and are kept nowhere', async () => {
    const paperwork = startPaperwork({ threads: 1 })
    Object.assign(world().deps, { paperwork })
    const who = await member()
    const draft = await readyFiling(world(), who)
    const answer = await who.person.ask('GET', `${pathOf(who, draft.id)}/forms/filing.pdf`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('附件2 算力使用备案表.pdf')
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect((await who.person.ask('GET', `${pathOf(who, draft.id)}/forms/report.docx`)).status).toBe(404)
    expect((await who.person.ask('GET', `${pathOf(who, draft.id)}/forms/other.pdf`)).status).toBe(404)
    await paperwork.close()
  })
})
