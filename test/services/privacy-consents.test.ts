import { everyCompany } from '@suanhui/bff/stores/consenting-companies'
import { agreesTo } from '@suanhui/bff/stores/consents'
import type { Consents } from '@suanhui/shared/api'
import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { creditCode, servicesWorld, type TestPerson } from './world'

const PATH = '/v1/me/consents'

describe.each(engines)('consents on the $name database', (engine) => {
  const world = servicesWorld(engine)
  const say = (person: TestPerson, word: Readonly<Record<string, unknown>>) =>
    person.ask('PUT', PATH, { version: '2026-11', given: true, ...word })
  const listed = async (person: TestPerson): Promise<Consents['consents']> =>
    (await (await person.ask('GET', PATH)).json()).consents
  const told = async () => {
    const companies: unknown[] = []
    for await (const company of everyCompany(world().database.queries)) companies.push(company)
    return companies
  }

  it('are given and taken back; the last word counts, and the earlier ones are kept', async () => {
    const person = await world().person()
    expect(await listed(person)).toEqual([])
    expect((await say(person, { purpose: 'notifications' })).status).toBe(200)
    expect(await agreesTo(world().database.queries, person.id, 'notifications')).toBe(true)
    world().clock.forward(1_000)
    const answer = await say(person, { purpose: 'notifications', given: false })
    const standing = [
      { purpose: 'notifications', version: '2026-11', given: false, at: world().clock.now.toISOString() },
    ]
    expect((await answer.json()).consents).toEqual(standing)
    expect(await listed(person)).toEqual(standing)
    expect(await agreesTo(world().database.queries, person.id, 'notifications')).toBe(false)
    const { history } = (await (await person.ask('GET', '/v1/me/export')).json()).consents
    expect(history.map(({ given }: { readonly given: boolean }) => given)).toEqual([true, false])
  })

  it('said again in the same words are one', async () => {
    const person = await world().person()
    for (let time = 0; time < 3; time += 1) await say(person, { purpose: 'sharing_with_platform' })
    const { history } = (await (await person.ask('GET', '/v1/me/export')).json()).consents
    expect(history).toHaveLength(1)
    await say(person, { purpose: 'sharing_with_platform', version: '2027-01' })
    expect(await listed(person)).toMatchObject([{ version: '2027-01' }])
  })

  it('for a company let the matcher know its facts; taken back by any member, they go', async () => {
    const [owner, agent] = [await world().person(), await world().person()]
    const companyId = await world().companyOf(owner)
    await world()
      .database.queries.insertInto('company_members')
      .values({ company_id: companyId, person_id: agent.id, role: 'agent' })
      .execute()
    const facts = { 'compute.annualPurchaseFen': 40_000_000 }
    const put = await owner.ask('PUT', `/v1/companies/${companyId}/facts`, { facts })
    expect(put.status).toBe(200)
    expect(await told()).toEqual([])
    expect((await say(owner, { purpose: 'proactive_matching', companyId })).status).toBe(200)
    expect(await told()).toMatchObject([{ companyId, facts }])
    expect(await listed(agent)).toMatchObject([{ purpose: 'proactive_matching', companyId, given: true }])
    await owner.ask('PUT', `/v1/companies/${companyId}/facts`, { facts: { 'compute.annualPurchaseFen': 50_000_000 } })
    expect(await told()).toMatchObject([{ facts: { 'compute.annualPurchaseFen': 50_000_000 } }])
    expect((await say(agent, { purpose: 'proactive_matching', companyId, given: false })).status).toBe(200)
    expect(await told()).toEqual([])
    expect(await listed(owner)).toMatchObject([{ companyId, given: false }])
  })

  it('are refused for a company of others, as if it were not there', async () => {
    const [owner, stranger] = [await world().person(), await world().person()]
    const companyId = await world().companyOf(owner, { creditCode: creditCode('91430104MA0TEXT1X') })
    expect((await say(stranger, { purpose: 'proactive_matching', companyId })).status).toBe(404)
    expect(await told()).toEqual([])
    expect(await listed(stranger)).toEqual([])
  })

  it.each([
    ['a company is missing', { purpose: 'proactive_matching' }, 'companyId'],
    [
      'a company too much',
      { purpose: 'notifications', companyId: '00000000-0000-4000-8000-000000000000' },
      'companyId',
    ],
    ['the service itself, taken back', { purpose: 'service', given: false }, 'given'],
    ['no version', { purpose: 'service', version: '' }, 'version'],
    ['a purpose that is none', { purpose: 'advertising' }, 'purpose'],
  ])('are refused: %s', async (_what, word, field) => {
    const answer = await say(await world().person(), word)
    expect(answer.status).toBe(422)
    expect((await answer.json()).error.fields).toMatchObject([{ field }])
  })
})
