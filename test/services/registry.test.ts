import { createLog } from '@suanhui/bff/log'
import { httpRegistry } from '@suanhui/bff/registry/http-registry'
import type { CompanyRegistry } from '@suanhui/bff/registry/registry'
import { factsOfCompany } from '@suanhui/bff/services/companies/facts-of-company'
import { describe, expect, it } from 'vitest'
import { COMPANIES } from '../sandbox/seeds/companies'
import { testSandbox } from '../sandbox/test-sandbox'
import { engines } from '../stores/engines'
import { CREDIT_CODE, servicesWorld } from './world'

const [company] = COMPANIES
if (company === undefined) throw new Error('no company')
const CLOSED = COMPANIES.find(({ status }) => status === '注销')

describe.each(engines)('the company registry on the $name database', (engine) => {
  let registry: CompanyRegistry | undefined
  const current = (): CompanyRegistry => {
    if (registry === undefined) throw new Error('the test connects first')
    return registry
  }
  const world = servicesWorld(engine, () => ({
    companyRegistry: {
      byCreditCode: (code) => current().byCreditCode(code),
      byName: (name) => current().byName(name),
    },
  }))

  const connect = async (key?: string) => {
    const sandbox = await testSandbox()
    const given = { fetch: globalThis.fetch, elapsedMs: () => performance.now(), log: createLog('silent') }
    registry = httpRegistry({ url: `${sandbox.url}/registry`, key: key ?? sandbox.secrets.registryKey }, given)
    return sandbox
  }
  const given = { creditCode: company.creditCode, name: '长沙测试手写名称有限公司', region: company.region }

  it('finds a company by its code, as people type it, and by a part of its name', async () => {
    await connect()
    const person = await world().person()
    const { creditCode, name, region, registeredOn } = company
    const entry = { creditCode, name, region, registeredOn, open: true }
    const typed = encodeURIComponent(`${creditCode.slice(0, 8).toLowerCase()} ${creditCode.slice(8)}`)
    const byCode = await person.ask('GET', `/v1/registry/companies/${typed}`)
    expect([byCode.status, await byCode.json()]).toEqual([200, { result: 'found', company: entry }])
    const byName = await person.ask('GET', `/v1/registry/companies?name=${encodeURIComponent(name.slice(2, 6))}`)
    expect(await byName.json()).toEqual({ result: 'found', companies: [entry] })
  })

  it('says that a company was closed, and what to do where there is none', async () => {
    await connect()
    const person = await world().person()
    const closed = await (await person.ask('GET', `/v1/registry/companies/${CLOSED?.creditCode}`)).json()
    expect(closed.company).toMatchObject({ open: false, note: expect.stringContaining('注销') })
    for (const where of [CREDIT_CODE, `?name=${encodeURIComponent('查无此名')}`]) {
      const path = where.startsWith('?') ? `/v1/registry/companies${where}` : `/v1/registry/companies/${where}`
      const answer = await person.ask('GET', path)
      expect([answer.status, await answer.json()]).toEqual([
        200,
        { result: 'not_found', message: expect.stringContaining('查到') },
      ])
    }
    expect((await person.ask('GET', '/v1/registry/companies/12345')).status).toBe(422)
    expect((await person.ask('GET', `/v1/registry/companies?name=${encodeURIComponent('长')}`)).status).toBe(422)
  })

  it('that is down, or refuses us, stops nobody: the person types it', async () => {
    const person = await world().person()
    const sandbox = await connect()
    sandbox.world.faults.change({ errorShare: 1 })
    const down = await (await person.ask('GET', `/v1/registry/companies/${company.creditCode}`)).json()
    expect(down).toEqual({ result: 'unavailable', message: expect.stringContaining('自己填') })
    await connect('a wrong key')
    const refused = await (await person.ask('GET', '/v1/registry/companies?name=%E6%B5%8B%E8%AF%95')).json()
    expect(refused.result).toBe('unavailable')
    const made = await person.ask('POST', '/v1/companies', given)
    expect(made.status).toBe(201)
    expect(await made.json()).toMatchObject({ source: 'person', name: given.name, profile: {} })
  })

  it('fills in what it knows when a company is registered, and the facts with it', async () => {
    await connect()
    const person = await world().person()
    const once = { 'idempotency-key': 'register-once-1' }
    const answer = await person.ask('POST', '/v1/companies', given, once)
    expect(answer.status).toBe(201)
    const made = await answer.json()
    const { creditCode, name, region, registeredOn, legalRepresentative: legalName, businessScope } = company
    const profile = { registeredOn, legalName, businessScope }
    expect(made).toMatchObject({ creditCode, name, region, source: 'registry', version: 1, profile })
    const repeated = await person.ask('POST', '/v1/companies', given, once)
    expect([repeated.headers.get('idempotency-replayed'), await repeated.json()]).toEqual(['true', made])
    expect(await factsOfCompany(world().deps, world().database.queries, made.id)).toEqual({
      'company.region': region,
      'company.kind': 'enterprise',
      'company.independentLegalLiability': true,
    })
    const { facts } = await (await person.ask('GET', `/v1/companies/${made.id}/facts`)).json()
    expect(facts['company.region']).toMatchObject({ source: 'registry', knownOn: '2026-11-21' })
    const kept = await world().database.queries.selectFrom('idempotency_keys').selectAll().execute()
    expect(JSON.stringify([kept, world().lines])).not.toContain(legalName)
  })

  it('does not overrule the district that a person chose', async () => {
    await connect()
    const person = await world().person()
    const made = await (await person.ask('POST', '/v1/companies', { ...given, region: '430211' })).json()
    expect(made.region).toBe('430211')
    const { facts } = await (await person.ask('GET', `/v1/companies/${made.id}/facts`)).json()
    expect(facts['company.region']).toMatchObject({
      value: '430211',
      source: 'person',
      suggested: { value: company.region, source: 'registry' },
    })
  })

  it('is asked 30 times an hour by one person at most; registering goes on without it', async () => {
    await connect()
    const [person, other] = [await world().person(), await world().person()]
    let found = 0
    for (let minute = 0; minute < 60; minute += 1) {
      const answer = await person.ask('GET', `/v1/registry/companies/${CREDIT_CODE}`)
      if (answer.status === 200) found += 1
      else expect([answer.status, answer.headers.has('retry-after')]).toEqual([429, true])
      world().clock.forward(60_000)
    }
    expect(found).toBeGreaterThanOrEqual(29)
    expect(found).toBeLessThanOrEqual(30)
    for (let n = 0; n < 20; n += 1) await person.ask('GET', `/v1/registry/companies/${CREDIT_CODE}`)
    expect((await other.ask('GET', `/v1/registry/companies/${CREDIT_CODE}`)).status).toBe(200)
    expect((await (await person.ask('POST', '/v1/companies', given)).json()).source).toBe('person')
  })

  it('answers nobody who is not signed in', async () => {
    for (const path of [`/v1/registry/companies/${CREDIT_CODE}`, '/v1/registry/companies?name=%E6%B5%8B%E8%AF%95']) {
      expect((await world().app.request(path)).status).toBe(401)
      expect((await world().app.request(path, { headers: { authorization: 'Bearer nobody' } })).status).toBe(401)
    }
  })
})
