import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMPANIES } from '../sandbox/seeds/companies'
import { type Client, signIn } from './client'
import { startWhole, type Whole } from './whole'

const [company] = COMPANIES
if (company === undefined) throw new Error('no company')

describe('a company, from its entry in the registry to a second person in it', () => {
  let whole: Whole
  let owner: Client
  let other: Client
  let path: string

  beforeAll(async () => {
    whole = await startWhole()
  })
  afterAll(() => whole?.stop())

  it('is found by its code', async () => {
    const url = whole.servers[0]?.url ?? ''
    owner = await signIn(whole.sandbox, url, '13800000001')
    other = await signIn(whole.sandbox, url, '13800000002')
    const { body } = await owner.ask('GET', `/v1/registry/companies/${company.creditCode}`)
    expect(body).toMatchObject({ result: 'found', company: { name: company.name, region: company.region } })
  })

  it('is registered with what the registry knows, and its facts need not be asked', async () => {
    const { creditCode, name, region, legalRepresentative } = company
    const made = await owner.ask('POST', '/v1/companies', { creditCode, name, region })
    expect(made).toMatchObject({
      status: 201,
      body: { source: 'registry', profile: { legalName: legalRepresentative } },
    })
    path = `/v1/companies/${made.body.id}`
    const { facts } = (await owner.ask('GET', `${path}/facts`)).body
    expect(facts['company.kind']).toMatchObject({ value: 'enterprise', source: 'registry' })
  })

  it('takes in a second person, who sees what the first one filled in', async () => {
    expect((await owner.ask('PUT', path, { version: 1, bankName: '测试银行' })).status).toBe(200)
    const { token } = (await owner.ask('POST', `${path}/invitations`, { role: 'agent' })).body
    expect((await other.ask('GET', path)).status).toBe(404)
    expect((await other.ask('POST', `/v1/invitations/${token}/accept`)).status).toBe(200)
    expect((await other.ask('GET', path)).body).toMatchObject({ role: 'agent', profile: { bankName: '测试银行' } })
    const { members } = (await other.ask('GET', `${path}/members`)).body
    expect(members).toMatchObject([
      { role: 'owner', phoneMasked: '138****0001', me: false },
      { role: 'agent', phoneMasked: '138****0002', me: true },
    ])
  })
})
