import { verifyAudit } from '@suanhui/bff/audit/verify-audit'
import { factsOfCompany } from '@suanhui/bff/services/companies/facts-of-company'
import { suggestFacts } from '@suanhui/bff/services/companies/suggest-facts'
import { keepCompany } from '@suanhui/bff/stores/consenting-companies'
import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { servicesWorld } from './world'

/** Fictitious, with a right check character. */
const ID_NUMBER = '430104199001010019'
const ID_NUMBER_WRONG = '430104199001010018'

describe.each(engines)('the profile of a company on the $name database', (engine) => {
  const world = servicesWorld(engine)

  it('takes what is given, keeps the rest, and null takes away', async () => {
    const owner = await world().person()
    const path = `/v1/companies/${await world().companyOf(owner)}`
    const first = await owner.ask('PUT', path, { version: 0, legalName: '测试甲', bankName: '测试银行' })
    expect(first.status).toBe(200)
    expect(await first.json()).toMatchObject({ version: 1, profile: { legalName: '测试甲', bankName: '测试银行' } })
    const second = await owner.ask('PUT', path, { version: 1, bankName: null, name: '长沙测试改名有限公司', sme: true })
    expect(await second.json()).toMatchObject({
      version: 2,
      name: '长沙测试改名有限公司',
      profile: { legalName: '测试甲', sme: true },
    })
    const read = await (await owner.ask('GET', path)).json()
    expect(read.profile).toEqual({ legalName: '测试甲', sme: true })
    expect((await verifyAudit(world().database.queries)).entries).toBe(3)
  })

  it('is sealed: neither the database nor the log shows it', async () => {
    const owner = await world().person()
    const id = await world().companyOf(owner)
    const change = { version: 0, legalIdKind: 'id_card', legalIdNumber: ID_NUMBER, legalName: '测试甲' }
    const answer = await owner.ask('PUT', `/v1/companies/${id}`, change, { 'idempotency-key': 'profile-change-1' })
    expect(answer.status).toBe(200)
    const { queries } = world().database
    const kept = await queries.selectFrom('company_profiles').selectAll().execute()
    const answers = await queries.selectFrom('idempotency_keys').selectAll().execute()
    const seen = JSON.stringify([kept, answers, world().lines])
    for (const hidden of [ID_NUMBER, '测试甲']) expect(seen).not.toContain(hidden)
  })

  it('is not overwritten by whoever read it earlier; a change made already is answered again', async () => {
    const owner = await world().person()
    const path = `/v1/companies/${await world().companyOf(owner)}`
    const change = { version: 0, contactName: '测试乙' }
    expect((await owner.ask('PUT', path, change)).status).toBe(200)
    const again = await owner.ask('PUT', path, change)
    expect([again.status, (await again.json()).version]).toEqual([200, 1])
    const late = await owner.ask('PUT', path, { version: 0, contactName: '测试丙' })
    expect(late.status).toBe(409)
    expect((await (await owner.ask('GET', path)).json()).profile).toEqual({ contactName: '测试乙' })
  })

  it.each([
    [{ legalIdKind: 'id_card', legalIdNumber: ID_NUMBER_WRONG }, 'legalIdNumber'],
    [{ legalIdNumber: ID_NUMBER_WRONG }, 'legalIdNumber'],
    [{ contactIdKind: 'id_card', contactIdNumber: '43010419900101001' }, 'contactIdNumber'],
    [{ contactIdKind: 'passport', contactIdNumber: 'E1' }, 'contactIdNumber'],
    [{ contactPhone: '12345' }, 'contactPhone'],
  ])('refuses a number that cannot be: %j', async (change, field) => {
    const owner = await world().person()
    const path = `/v1/companies/${await world().companyOf(owner)}`
    const answer = await owner.ask('PUT', path, { version: 0, ...change })
    expect(answer.status).toBe(422)
    const { error } = await answer.json()
    expect(error.fields).toMatchObject([{ field }])
    expect(error.fields[0].message).toMatch(/[一-龥]{4}/)
    expect((await (await owner.ask('GET', path)).json()).version).toBe(0)
  })

  it('takes a right identity number, and a passport', async () => {
    const owner = await world().person()
    const path = `/v1/companies/${await world().companyOf(owner)}`
    const change = {
      version: 0,
      legalIdKind: 'id_card',
      legalIdNumber: ID_NUMBER,
      contactIdKind: 'passport',
      contactIdNumber: 'E12345678',
    }
    expect((await owner.ask('PUT', path, change)).status).toBe(200)
  })

  it('is there for members only', async () => {
    const [owner, stranger] = [await world().person(), await world().person()]
    const path = `/v1/companies/${await world().companyOf(owner)}`
    const change = { version: 0, contactName: '测试乙' }
    expect((await stranger.ask('PUT', path, change)).status).toBe(404)
    expect((await world().app.request(path, { method: 'PUT' })).status).toBe(401)
    expect((await (await owner.ask('GET', path)).json()).version).toBe(0)
  })
})

describe.each(engines)('the facts of a company on the $name database', (engine) => {
  const world = servicesWorld(engine)
  const suggest = (companyId: string, given: Omit<Parameters<typeof suggestFacts>[3], 'knownOn'>, knownOn: string) =>
    world().database.transaction((transaction) =>
      suggestFacts(transaction, world().deps, companyId, { ...given, knownOn }),
    )
  const known = (companyId: string) => factsOfCompany(world().deps, world().database.queries, companyId)

  it('are what a person said, with the day and who it was', async () => {
    const owner = await world().person()
    const id = await world().companyOf(owner)
    const path = `/v1/companies/${id}/facts`
    expect(await (await owner.ask('GET', path)).json()).toEqual({ facts: {} })
    const facts = { 'company.kind': 'enterprise', 'company.sectors': ['ai'], 'compute.annualPurchaseFen': null }
    const answer = await owner.ask('PUT', path, { facts })
    expect(answer.status).toBe(200)
    expect((await answer.json()).facts['company.kind']).toEqual({
      value: 'enterprise',
      source: 'person',
      knownOn: '2026-11-21',
      updatedAt: '2026-11-20T17:30:00.000Z',
      updatedBy: owner.id,
    })
    await owner.ask('PUT', path, { facts: { 'company.sme': true } })
    expect(await known(id)).toEqual({ ...facts, 'company.sme': true })
    const row = await world().database.queries.selectFrom('company_facts').selectAll().executeTakeFirstOrThrow()
    expect(row.facts).not.toContain('enterprise')
  })

  it('that a person said are overwritten by nobody: what else is heard stands beside them', async () => {
    const owner = await world().person()
    const id = await world().companyOf(owner)
    const path = `/v1/companies/${id}/facts`
    await owner.ask('PUT', path, { facts: { 'compute.annualPurchaseFen': 40_000_000, 'company.sme': null } })
    const paper = { source: 'paper', sourceId: 'paper-1' } as const
    await suggest(
      id,
      { ...paper, facts: { 'compute.annualPurchaseFen': 39_000_000, 'company.sme': true } },
      '2026-11-20',
    )
    const { facts } = await (await owner.ask('GET', path)).json()
    expect(facts['compute.annualPurchaseFen']).toMatchObject({
      value: 40_000_000,
      source: 'person',
      suggested: { value: 39_000_000, source: 'paper', sourceId: 'paper-1', knownOn: '2026-11-20' },
    })
    expect(await known(id)).toEqual({ 'compute.annualPurchaseFen': 40_000_000, 'company.sme': null })
    const taken = await owner.ask('PUT', path, { facts: { 'compute.annualPurchaseFen': 39_000_000 } })
    expect((await taken.json()).facts['compute.annualPurchaseFen']).not.toHaveProperty('suggested')
  })

  it('a later paper replaces an earlier one, an earlier one nothing; a person comes over both', async () => {
    const owner = await world().person()
    const id = await world().companyOf(owner)
    await suggest(id, { source: 'registry', facts: { 'company.region': '430104' } }, '2026-11-10')
    await suggest(id, { source: 'paper', facts: { 'company.region': '430211' } }, '2026-11-09')
    expect(await known(id)).toEqual({ 'company.region': '430104' })
    await suggest(id, { source: 'paper', facts: { 'company.region': '430211' } }, '2026-11-11')
    expect(await known(id)).toEqual({ 'company.region': '430211' })
    const answer = await owner.ask('PUT', `/v1/companies/${id}/facts`, { facts: { 'company.region': '430304' } })
    expect((await answer.json()).facts['company.region']).toMatchObject({
      value: '430304',
      suggested: { value: '430211', source: 'paper' },
    })
  })

  it('leave out what the rules cannot take', async () => {
    const owner = await world().person()
    const id = await world().companyOf(owner)
    const facts = { 'company.region': '长沙', 'no.such.fact': true, 'company.sme': null, 'company.kind': 'enterprise' }
    await suggest(id, { source: 'registry', facts }, '2026-11-10')
    expect(await known(id)).toEqual({ 'company.kind': 'enterprise' })
    const answer = await owner.ask('PUT', `/v1/companies/${id}/facts`, { facts: { 'company.region': '长沙' } })
    expect(answer.status).toBe(422)
    expect((await answer.json()).error.fields).toMatchObject([{ field: 'company.region' }])
  })

  it('said by two at once are all kept', async () => {
    const owner = await world().person()
    const id = await world().companyOf(owner)
    const path = `/v1/companies/${id}/facts`
    const said = [{ 'company.sme': true }, { 'company.kind': 'enterprise' }, { 'company.region': '430104' }]
    await Promise.all(said.map((facts) => owner.ask('PUT', path, { facts })))
    expect(await known(id)).toEqual(Object.assign({}, ...said))
  })

  it('are held against new rules as they are now, where the company agreed to that', async () => {
    const owner = await world().person()
    const id = await world().companyOf(owner)
    const path = `/v1/companies/${id}/facts`
    const { queries } = world().database
    const agreed = () => queries.selectFrom('consenting_companies').select('facts').executeTakeFirst()
    await owner.ask('PUT', path, { facts: { 'company.sme': true } })
    expect(await agreed()).toBeUndefined()
    await keepCompany(queries, { companyId: id, facts: {} }, world().clock.now)
    await owner.ask('PUT', path, { facts: { 'company.kind': 'enterprise' } })
    expect(await agreed()).toEqual({ facts: { 'company.sme': true, 'company.kind': 'enterprise' } })
  })

  it('are there for members only', async () => {
    const [owner, stranger] = [await world().person(), await world().person()]
    const path = `/v1/companies/${await world().companyOf(owner)}/facts`
    for (const [method, body] of [['GET'], ['PUT', { facts: {} }]] as const) {
      expect([method, (await stranger.ask(method, path, body)).status]).toEqual([method, 404])
      expect([method, (await world().app.request(path, { method })).status]).toEqual([method, 401])
    }
  })
})
