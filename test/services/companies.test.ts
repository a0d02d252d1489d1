import { verifyAudit } from '@suanhui/bff/audit/verify-audit'
import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { CREDIT_CODE, creditCode, servicesWorld } from './world'

const COMPANY = { creditCode: CREDIT_CODE, name: '长沙测试智能科技有限公司', region: '430104' }
const WRONG = `${CREDIT_CODE.slice(0, 17)}${CREDIT_CODE.endsWith('0') ? '1' : '0'}`

describe.each(engines)('companies on the $name database', (engine) => {
  const world = servicesWorld(engine)

  it('are registered by credit code as people type it; who does it is the owner', async () => {
    const person = await world().person()
    const typed = `${CREDIT_CODE.slice(0, 8).toLowerCase()} ${CREDIT_CODE.slice(8)}`
    const answer = await person.ask('POST', '/v1/companies', { ...COMPANY, creditCode: typed })
    expect(answer.status).toBe(201)
    const made = await answer.json()
    expect(made).toMatchObject({ ...COMPANY, role: 'owner', version: 1, profile: {} })
    const { companies } = await (await person.ask('GET', '/v1/companies')).json()
    expect(companies).toEqual([{ id: made.id, ...COMPANY, role: 'owner' }])
    expect(world().lines.join()).not.toContain(CREDIT_CODE)
  })

  it('with a wrong check digit wait for a second look', async () => {
    const person = await world().person()
    const answer = await person.ask('POST', '/v1/companies', { ...COMPANY, creditCode: WRONG })
    expect(answer.status).toBe(422)
    expect((await answer.json()).error.fields).toMatchObject([{ field: 'creditCode' }])
    const sure = { ...COMPANY, creditCode: WRONG, confirmCheckDigit: true }
    expect((await person.ask('POST', '/v1/companies', sure)).status).toBe(201)
  })

  it('are registered once, and nobody learns by whom', async () => {
    const [first, second] = [await world().person(), await world().person()]
    await first.ask('POST', '/v1/companies', COMPANY)
    const answer = await second.ask('POST', '/v1/companies', COMPANY)
    expect(answer.status).toBe(409)
    expect(await answer.text()).not.toContain(first.id)
  })

  it('are not found out one credit code after the other, nor taken before their owners come', async () => {
    const [owner, prober] = [await world().person(), await world().person()]
    await owner.ask('POST', '/v1/companies', COMPANY)
    const probe = (index: number) =>
      prober.ask('POST', '/v1/companies', {
        ...COMPANY,
        creditCode: index % 2 === 0 ? CREDIT_CODE : creditCode(`91430104MA0P${String(index).padStart(4, '0')}X`),
      })
    const statuses: number[] = []
    for (let index = 0; index < 20; index += 1) statuses.push((await probe(index)).status)
    expect(new Set(statuses)).toEqual(new Set([409, 201]))
    for (const index of [20, 21]) {
      const refused = await probe(index)
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600'])
    }
    world().clock.forward(3_600_000)
    expect([(await probe(22)).status, (await probe(23)).status]).toEqual([409, 429])
  })

  it('are there for their members only, and each reading is kept', async () => {
    const [owner, stranger] = [await world().person(), await world().person()]
    const { id } = await (await owner.ask('POST', '/v1/companies', COMPANY)).json()
    const before = await verifyAudit(world().database.queries)
    expect((await owner.ask('GET', `/v1/companies/${id}`)).status).toBe(200)
    expect((await stranger.ask('GET', `/v1/companies/${id}`)).status).toBe(404)
    expect((await world().app.request(`/v1/companies/${id}`)).status).toBe(401)
    expect((await world().app.request('/v1/companies')).status).toBe(401)
    expect((await verifyAudit(world().database.queries)).entries).toBe(before.entries + 1)
  })
})
