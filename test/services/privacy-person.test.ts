import { randomUUID } from 'node:crypto'
import { verifyAudit } from '@suanhui/bff/audit/verify-audit'
import { exporters } from '@suanhui/bff/services/privacy/exporters'
import { fileKey } from '@suanhui/bff/uploads/keys'
import { KeyDestroyedError } from '@suanhui/bff/vault/vault'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { errorOf, testServer } from '../contract/server'
import { engines } from '../stores/engines'
import { identityWorld, OTHER_PHONE, PHONE, signedInPerson } from './identity-world'
import { closeExaminer, sent, testPapers } from './uploading'
import { CREDIT_CODE, personAsking, type TestPerson } from './world'

closeExaminer()

/** Where ids of someone who is gone may stand; jobs find nothing to do, and are forgotten. */
const PERSON_IDS = ['audit_entries', 'consents', 'data_keys', 'people', 'terms_agreements']
const COMPANY_IDS = ['audit_entries', 'consents', 'data_keys', 'jobs']

describe.each(engines)('a person on the $name database', (engine) => {
  const papers = testPapers()
  const identity = identityWorld(engine, () => ({ papers }))
  const { world } = identity
  const NAME = '长沙测试智能科技有限公司'
  const FACTS = { 'compute.annualPurchaseFen': 40_000_000 }
  const person = (phone = PHONE) => signedInPerson(identity, phone)
  const leave = (one: TestPerson, body: unknown = { confirm: '注销' }) => one.ask('DELETE', '/v1/me', body)
  const join = (companyId: string, { id }: TestPerson, role: 'owner' | 'agent') =>
    world()
      .database.queries.insertInto('company_members')
      .values({ company_id: companyId, person_id: id, role })
      .execute()

  /** A company with a profile, facts, a paper and an invitation, as its owner makes them. */
  async function companyOf(owner: TestPerson) {
    const made = await owner.ask(
      'POST',
      '/v1/companies',
      { creditCode: CREDIT_CODE, name: NAME, region: '430104' },
      { 'idempotency-key': 'register-1' },
    )
    expect(made.status).toBe(201)
    const { id } = await made.json()
    await owner.ask('PUT', `/v1/companies/${id}/facts`, { facts: FACTS })
    const { paperId } = await sent(world().app, owner, id, Buffer.from('%PDF-1.7\na'))
    await owner.ask('PUT', '/v1/me/consents', {
      purpose: 'proactive_matching',
      companyId: id,
      version: '1',
      given: true,
    })
    const page = await world().database.queries.selectFrom('files').select('id').executeTakeFirstOrThrow()
    return { companyId: id as string, paperId, fileId: page.id }
  }
  const rowsNaming = async (id: string): Promise<readonly string[]> => {
    const { rows: tables } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = current_schema()`.execute(world().database.queries)
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await sql
        .raw(`select 1 from "${name}" t where t::text like '%${id}%'`)
        .execute(world().database.queries)
      if (rows.length > 0) found.push(name)
    }
    return found.sort()
  }

  it('takes everything along in one file, in clear, and nothing of others', async () => {
    const [owner, other] = [await person(), await person(OTHER_PHONE)]
    const { companyId, paperId } = await companyOf(owner)
    await join(companyId, other, 'agent')
    await other.ask('GET', `/v1/companies/${companyId}`)
    const answer = await owner.ask('GET', '/v1/me/export')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename=/)
    const file = await answer.json()
    for (const { area } of exporters) expect(file).toHaveProperty(area)
    expect(file.identity).toMatchObject({ phone: PHONE, wechatLinkedAt: null, devices: [{ endedAt: null }] })
    expect(file.consents.terms).toHaveLength(1)
    expect(file.memberships).toMatchObject([{ companyId, role: 'owner' }])
    expect(file.companies).toMatchObject([
      { id: companyId, name: NAME, facts: { 'compute.annualPurchaseFen': { value: 40_000_000 } } },
    ])
    expect(file.papers.papers).toMatchObject([{ id: paperId, addedByYou: true, files: [{ name: '发票.jpg' }] }])
    expect(file.audit).toContainEqual(expect.objectContaining({ who: 'someone else', action: 'company.read' }))
    const text = JSON.stringify(file)
    for (const secret of [OTHER_PHONE, other.id]) expect(text).not.toContain(secret)
    const theirs = await (await other.ask('GET', '/v1/me/export')).json()
    expect(theirs.companies).toEqual([])
    expect(JSON.stringify(theirs)).not.toContain('40000000')
  })

  it('says so in words before being deleted', async () => {
    const one = await person()
    expect((await leave(one, { confirm: '是' })).status).toBe(422)
    expect((await one.ask('GET', '/v1/me')).status).toBe(200)
  })

  it('leaves nothing that opens, and ids only where the reason stands; the number may begin anew', async () => {
    const one = await person()
    world().clock.forward(61_000)
    const { accessToken: otherDevice } = await identity.logIn(PHONE)
    const { companyId, fileId } = await companyOf(one)
    const { database, deps, lines } = world()
    const sealed = await database.queries.selectFrom('person_phones').select('phone_sealed').executeTakeFirstOrThrow()
    expect(await papers.blobs.stat(fileKey(fileId))).toBeDefined()
    expect((await leave(one)).status).toBe(204)

    expect((await one.ask('GET', '/v1/me')).status).toBe(401)
    expect((await identity.askingWith(otherDevice).ask('GET', '/v1/me')).status).toBe(401)
    const owner = { kind: 'person', id: one.id } as const
    const place = { table: 'person_phones', column: 'phone', row: one.id }
    await expect(deps.vault.open(database.queries, owner, place, sealed.phone_sealed)).rejects.toThrow(
      KeyDestroyedError,
    )
    await expect(
      database.transaction((transaction) => deps.vault.dataKey(transaction, { kind: 'company', id: companyId })),
    ).rejects.toThrow(KeyDestroyedError)
    expect(await papers.blobs.stat(fileKey(fileId))).toBeUndefined()
    expect(await rowsNaming(one.id)).toEqual(PERSON_IDS)
    expect(await rowsNaming(companyId)).toEqual(COMPANY_IDS)
    expect(await rowsNaming(NAME)).toEqual([])
    expect(await rowsNaming(CREDIT_CODE)).toEqual([])
    expect(await verifyAudit(database.queries)).not.toHaveProperty('brokenAt')
    expect(lines.join()).not.toContain(PHONE)

    world().clock.forward(61_000)
    const anew = await person()
    expect(anew.id).not.toBe(one.id)
    expect((await (await anew.ask('GET', '/v1/companies')).json()).companies).toEqual([])
  })

  it('hands a company with other people in it over first', async () => {
    const [owner, agent] = [await person(), await person(OTHER_PHONE)]
    const { companyId } = await companyOf(owner)
    await join(companyId, agent, 'agent')
    const refused = await leave(owner)
    expect(refused.status).toBe(409)
    expect((await errorOf(refused)).message).toContain(NAME)
    expect((await owner.ask('GET', '/v1/me')).status).toBe(200)
    await world()
      .database.queries.updateTable('company_members')
      .set({ role: 'owner' })
      .where('person_id', '=', agent.id)
      .execute()
    expect((await leave(owner)).status).toBe(204)
    // What the person made for a company that stays is the company's.
    const { papers: left } = await (await agent.ask('GET', `/v1/companies/${companyId}/papers`)).json()
    expect(left).toHaveLength(1)
    const { facts } = await (await agent.ask('GET', `/v1/companies/${companyId}/facts`)).json()
    expect(facts['compute.annualPurchaseFen'].value).toBe(40_000_000)
  })

  it('of two owners who leave at once, the second takes the company along', async () => {
    const [owner, second] = [await person(), await person(OTHER_PHONE)]
    const { companyId } = await companyOf(owner)
    await join(companyId, second, 'owner')
    const answers = await Promise.all([leave(owner), leave(second)])
    expect(answers.map(({ status }) => status)).toEqual([204, 204])
    expect(await world().database.queries.selectFrom('companies').select('id').execute()).toEqual([])
    expect(await rowsNaming(companyId)).toEqual(COMPANY_IDS)
  })

  it('who asks twice at once is deleted once', async () => {
    const one = await person()
    const answers = await Promise.all([leave(one), leave(one)])
    expect(answers.map(({ status }) => status).every((status) => status === 204 || status === 401)).toBe(true)
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from audit_entries where content like '%person.delete%'`.execute(
      world().database.queries,
    )
    expect(rows).toEqual([{ count: 1 }])
  })

  it('whose token is still good in another process makes no company any more', async () => {
    const one = await person()
    const { database, deps } = world()
    // As the other process remembers it.
    const { app } = await testServer({ ...deps, identify: async () => ({ personId: one.id, sessionId: randomUUID() }) })
    expect((await leave(one)).status).toBe(204)
    const made = await personAsking(app, one.id, one.token).ask('POST', '/v1/companies', {
      creditCode: CREDIT_CODE,
      name: NAME,
      region: '430104',
    })
    expect(made.status).toBe(500)
    expect(await database.queries.selectFrom('companies').select('id').execute()).toEqual([])
  })

  it('what a platform has stays there: its ids stay here, and an invoice it was shown stays claimed', async () => {
    const one = await person()
    const { companyId } = await companyOf(one)
    const { queries } = world().database
    const [sentId, draftId] = [randomUUID(), randomUUID()]
    const subject = { company_id: companyId, platform: 'hunan-projects', kind: 'application', state: '{}' } as const
    await queries
      .insertInto('platform_subjects')
      .values([
        { ...subject, id: sentId, platform_id: 'HP-1', receipt_number: 'SL-1' },
        { ...subject, id: draftId, platform_id: null, receipt_number: null },
      ])
      .execute()
    await queries
      .insertInto('invoice_claims')
      .values([
        { invoice_index: 'shown', company_id: companyId, submission_id: sentId },
        { invoice_index: 'not shown', company_id: companyId, submission_id: draftId },
      ])
      .execute()
    expect((await leave(one)).status).toBe(204)
    expect(await queries.selectFrom('closed_subjects').selectAll().execute()).toMatchObject([
      { id: sentId, company_id: companyId, platform_id: 'HP-1', receipt_number: 'SL-1' },
    ])
    expect(await queries.selectFrom('platform_subjects').select('id').execute()).toEqual([])
    const claims = await queries.selectFrom('invoice_claims').select('invoice_index').execute()
    expect(claims).toEqual([{ invoice_index: 'shown' }])
  })
})
