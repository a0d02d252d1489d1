import type { CheckUpAnswer } from '@suanhui/shared/api'
import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { ACCOUNT, COMPANY, READINGS, SELLER } from './submissions-papers'
import { ROUND } from './submissions-platform'
import {
  asJson,
  basePath,
  begin,
  change,
  flowWorld,
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

describe.each(engines)('filings and applications on the $name database', (engine) => {
  const { services: world, work, member, scheduling, projects } = flowWorld(engine)
  const checkUp = async (who: Awaited<ReturnType<typeof member>>, id: string): Promise<CheckUpAnswer> =>
    asJson(await who.person.ask('GET', `${pathOf(who, id)}/check-up`))

  it('a filing is filled in from company and contract, and says by when', async () => {
    const who = await member()
    const contract = await paper(world(), who, READINGS.contract())
    const draft = await begin(who, { step: 'filing', paperId: contract })
    expect(draft).toMatchObject({
      step: 'filing',
      title: '算力服务合同',
      sending: 'draft',
      dueOn: '2026-12-01',
      version: 1,
      editable: true,
      papers: { contract: [contract] },
      standing: { status: 'draft', acts: ['submit'] },
    })
    expect(draft.forms.filing).toMatchObject({
      companyName: { value: COMPANY.name, source: 'company', confirmed: false },
      contracts: { source: 'paper', value: [{ providerName: SELLER.name, domestic: 'domestic', chip: '昇腾910B' }] },
    })
    const { ready, fields, slots, registerMissing } = await checkUp(who, draft.id)
    expect({ ready, registerMissing }).toEqual({ ready: false, registerMissing: false })
    expect(fields.map(({ field }) => field)).toEqual(['areasOfUse', 'purposes'])
    expect(slots.map(({ slot }) => slot)).toEqual(['filing-form'])
  })

  it('an application brings along the stamped 附件2 of the filing, once that was sent', async () => {
    const who = await member()
    const filing = await readyFiling(world(), who)
    const [paperId] = filing.papers.contract ?? []
    const early = await begin(who, { step: 'application', roundId: ROUND.id, paperId })
    expect(early.papers).toEqual({ contract: [paperId] })
    expect((await who.person.ask('DELETE', pathOf(who, early.id))).status).toBe(204)
    work()
    await submit(who, filing)
    await settled(who, filing.id)
    const draft = await begin(who, { step: 'application', roundId: ROUND.id, paperId })
    expect(draft.papers).toEqual(filing.papers)
    expect((await checkUp(who, draft.id)).slots.map(({ slot }) => slot)).not.toContain('filing-form')
  })

  it('is carried to the platform with its papers, and gets its receipt number', async () => {
    const who = await member()
    const draft = await readyFiling(world(), who)
    expect(await checkUp(who, draft.id)).toMatchObject({ ready: true, findings: [], fields: [], slots: [] })
    work()
    expect(await asJson(await submit(who, draft), 202)).toMatchObject({ sending: 'queued', editable: false })
    const done = await settled(who, draft.id)
    expect(done).toMatchObject({ receiptNumber: '湘测〔2026〕1号', editable: false })
    expect(scheduling().uploads).toHaveLength(2)
    expect(scheduling().sent).toMatchObject([
      {
        subjectId: draft.id,
        write: {
          verb: 'submitFiling',
          providerCreditCode: SELLER.creditCode,
          contractSignedOn: '2026-11-01',
          form: { 'filing.purposes': '人工智能模型训练推理', 'filing.companyName': COMPANY.name },
        },
      },
    ])
  })

  it('an application goes with its base, its decision and the filing it rests on', async () => {
    const who = await member()
    const filing = await readyFiling(world(), who)
    work()
    await submit(who, filing)
    await settled(who, filing.id)
    const contractId = filing.papers.contract?.[0] ?? ''
    const draft = await readyApplication(world(), who, { contractId })
    const found = await checkUp(who, draft.id)
    expect(found).toMatchObject({ ready: true, findings: [], fields: [], slots: [] })
    expect(found.base).toMatchObject({ baseFen: 106_000_00, lines: [{ countedFen: 106_000_00 }] })
    expect(draft.forms.application?.areasOfUse).toMatchObject({ source: 'form' })
    expect((await submit(who, draft)).status).toBe(202)
    await settled(who, draft.id)
    expect(projects().sent).toMatchObject([
      {
        write: {
          verb: 'submitApplication',
          roundId: ROUND.id,
          settledFen: 106_000_00,
          requestedFen: 31_800_00,
          filingReceipts: ['湘测〔2026〕1号'],
          form: { 'application.bankAccount': ACCOUNT },
        },
      },
    ])
    const row = await world()
      .database.queries.selectFrom('submissions')
      .selectAll()
      .where('id', '=', draft.id)
      .executeTakeFirstOrThrow()
    expect(row.pinned_sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(row)).not.toContain(ACCOUNT)
    expect(
      JSON.stringify(await world().database.queries.selectFrom('idempotency_keys').selectAll().execute()),
    ).not.toContain(ACCOUNT)
    for (const secret of [ACCOUNT, COMPANY.name, '王测试', '13800000001', COMPANY.creditCode]) {
      expect(world().lines.join('\n')).not.toContain(secret)
    }
  })

  it('keeps what is only not right yet, refuses what cannot be kept, and takes an answer back', async () => {
    const who = await member()
    const draft = await begin(who, { step: 'filing' })
    const wrong = await change(who, draft, { forms: { filing: { contactPhone: '12', companyName: '别名' } } })
    expect(wrong.forms.filing?.contactPhone).toMatchObject({ value: '12', source: 'person', confirmed: true })
    expect((await checkUp(who, draft.id)).fields).toContainEqual(
      expect.objectContaining({ field: 'contactPhone', message: expect.stringContaining('电话号码不对') }),
    )
    const back = await change(who, wrong, { forms: { filing: { contactPhone: null } } })
    expect(back.forms.filing?.contactPhone).toMatchObject({ value: '13800000002', source: 'company' })
    const put = async (body: object) => {
      const answer = await who.person.ask('PUT', pathOf(who, draft.id), { version: back.version, ...body })
      const { error } = await asJson<{ error: { fields: { field: string }[] } }>(answer, 422)
      return error.fields.map(({ field }) => field)
    }
    expect(await put({ forms: { filing: { nothing: 'x', areasOfUse: 'text', sme: 'yes' } } })).toEqual([
      'filing.nothing',
      'filing.areasOfUse',
      'filing.sme',
    ])
    expect(await put({ forms: { report: { project: 'x' } } })).toEqual(['report'])
    expect(await put({ papers: { invoice: [] } })).toEqual(['invoice'])
    expect(await put({ papers: { contract: ['00000000-0000-4000-8000-000000000000'] } })).toEqual(['contract'])
    expect((await read(who, draft.id)).version).toBe(back.version)
  })

  it('keeps what is known beside what a person changed, and says what cannot be printed', async () => {
    const who = await member()
    const draft = await begin(who, { step: 'filing' })
    const changed = await change(who, draft, { forms: { filing: { contactName: '钱𠮷' } } })
    const known = expect.objectContaining({ value: expect.any(String), source: 'company' })
    expect(changed.forms.filing?.contactName).toEqual({ value: '钱𠮷', source: 'person', confirmed: true, known })
    expect((await checkUp(who, draft.id)).unprintable).toEqual([
      { form: 'filing', field: 'contactName', label: expect.any(String), message: expect.stringContaining('“𠮷”') },
    ])
    const back = await change(who, changed, { forms: { filing: { contactName: null } } })
    expect(back.forms.filing?.contactName).toEqual(draft.forms.filing?.contactName)
  })

  it('says what the report still lacks', async () => {
    const who = await member()
    const draft = await begin(who, { step: 'application', roundId: ROUND.id })
    expect(draft.reportLacks.aboutUsage?.join('')).toContain('放一份算力合同')
    expect((await begin(who, { step: 'filing' })).reportLacks).toEqual({})
  })

  it('a late filing is a warning that a person confirms, and what was sent holds its papers', async () => {
    const who = await member()
    const draft = await readyFiling(world(), who)
    world().clock.forward(20 * 86_400_000)
    const found = await checkUp(who, draft.id)
    expect(found).toMatchObject({
      ready: false,
      findings: [{ rule: 'filing-in-time', severity: 'warning', confirmed: false, cite: '四3' }],
    })
    expect((await submit(who, draft)).status).toBe(422)
    const sure = await change(who, draft, { confirmedFindings: found.findings.map(({ id }) => id) })
    expect(await checkUp(who, draft.id)).toMatchObject({ ready: true, findings: [{ confirmed: true }] })
    expect((await submit(who, sure)).status).toBe(202)
    const contract = `/v1/companies/${who.companyId}/papers/${draft.papers.contract?.[0]}`
    expect((await who.person.ask('DELETE', contract)).status).toBe(409)
    expect((await who.person.ask('DELETE', pathOf(who, draft.id))).status).toBe(409)
  })

  it('says when the window has closed over a draft, and when a paper of it was deleted', async () => {
    const who = await member()
    const invoice = await paper(world(), who, READINGS.invoice())
    const draft = await begin(who, { step: 'application', roundId: ROUND.id })
    await change(who, draft, { papers: { invoice: [invoice] } })
    expect((await checkUp(who, draft.id)).fields.map(({ field }) => field)).not.toContain('roundId')
    await who.person.ask('DELETE', `/v1/companies/${who.companyId}/papers/${invoice}`)
    world().clock.forward(60 * 86_400_000)
    const { fields, slots } = await checkUp(who, draft.id)
    expect(fields).toContainEqual(
      expect.objectContaining({ field: 'roundId', message: expect.stringContaining('已经截止了') }),
    )
    expect(slots).toContainEqual(
      expect.objectContaining({ slot: 'invoice', message: expect.stringContaining('已经删掉了') }),
    )
  })

  it('of two who change the same version, the second is told', async () => {
    const who = await member()
    const draft = await begin(who, { step: 'filing' })
    await change(who, draft, { forms: { filing: { contactName: '甲' } } })
    const late = await who.person.ask('PUT', pathOf(who, draft.id), {
      version: draft.version,
      forms: { filing: { contactName: '乙' } },
    })
    expect(late.status).toBe(409)
    expect((await read(who, draft.id)).forms.filing?.contactName?.value).toBe('甲')
  })

  it('refuses to submit what is not ready, with every open place', async () => {
    const who = await member()
    const draft = await begin(who, { step: 'filing' })
    const { error } = await asJson<{ error: { code: string; fields: { field: string }[] } }>(
      await submit(who, draft),
      422,
    )
    expect(error.code).toBe('INVALID_INPUT')
    expect(error.fields.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['filing.areasOfUse', 'contract', 'filing-form']),
    )
    expect((await read(who, draft.id)).sending).toBe('draft')
  })

  it('asks for the round, and tells when it cannot be asked for', async () => {
    const who = await member()
    const start = (body: object) => who.person.ask('POST', basePath(who.companyId), body)
    expect((await start({ step: 'application' })).status).toBe(422)
    expect((await start({ step: 'application', roundId: 'none' })).status).toBe(422)
    expect(await asJson(await world().app.request('/v1/rounds'))).toMatchObject({
      rounds: [{ id: ROUND.id, open: true }],
      notice: null,
    })
  })

  it('asks the platform for its rounds once, however many ask us at that moment', async () => {
    for (const rounds of ['down', 'up'] as const) {
      projects().rounds = rounds
      const before = projects().roundsAsked
      const answers = await Promise.all(Array.from({ length: 20 }, () => world().app.request('/v1/rounds')))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
      expect(projects().roundsAsked - before).toBe(1)
    }
  })

  it('says that rounds cannot be read while the platform is away', async () => {
    projects().rounds = 'down'
    const { rounds, notice } = await asJson<{ rounds: unknown[]; notice: string }>(
      await world().app.request('/v1/rounds'),
    )
    expect(rounds).toEqual([])
    expect(notice).toContain('连不上')
    const who = await member()
    const answer = await who.person.ask('POST', basePath(who.companyId), { step: 'application', roundId: ROUND.id })
    expect(answer.status).toBe(409)
  })

  it('begins once for one key, and files a contract once', async () => {
    const who = await member()
    const contract = await paper(world(), who, READINGS.contract())
    const start = () =>
      who.person.ask(
        'POST',
        basePath(who.companyId),
        { step: 'filing', paperId: contract },
        { 'idempotency-key': 'begin-0001' },
      )
    const first = await asJson<{ id: string }>(await start(), 201)
    expect(await asJson(await start(), 201)).toMatchObject({ id: first.id })
    const second = await who.person.ask('POST', basePath(who.companyId), { step: 'filing', paperId: contract })
    expect(second.status).toBe(409)
    expect((await who.person.ask('DELETE', pathOf(who, first.id))).status).toBe(204)
    expect((await who.person.ask('GET', pathOf(who, first.id))).status).toBe(404)
  })

  it('is not there for strangers, nor under another company', async () => {
    const who = await member()
    const other = await member('91430104MA0TEXT1X1')
    const draft = await begin(who, { step: 'filing' })
    const paths = ['', '/check-up', '/timeline', '/forms/filing.pdf']
    for (const path of paths) {
      expect((await other.person.ask('GET', `${pathOf(who, draft.id)}${path}`)).status).toBe(404)
      expect((await other.person.ask('GET', `${pathOf(other, draft.id)}${path}`)).status).toBe(404)
      expect((await world().app.request(`${pathOf(who, draft.id)}${path}`)).status).toBe(401)
    }
    const put = await other.person.ask('PUT', pathOf(other, draft.id), { version: 1 })
    expect(put.status).toBe(404)
    expect((await submit(other, draft)).status).toBe(404)
    expect((await other.person.ask('DELETE', pathOf(other, draft.id))).status).toBe(404)
    const foreign = await paper(world(), who, READINGS.contract())
    const start = await other.person.ask('POST', basePath(other.companyId), { step: 'filing', paperId: foreign })
    expect(start.status).toBe(404)
    expect((await who.person.ask('GET', `${basePath(who.companyId)}/nonsense`)).status).toBe(404)
  })
})
