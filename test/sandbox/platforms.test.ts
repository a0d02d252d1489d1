import { randomUUID } from 'node:crypto'
import { statusWords } from '@suanhui/bff/platforms/hunan-projects/status'
import { readEvent } from '@suanhui/bff/platforms/read-event'
import { sign } from '@suanhui/bff/platforms/signing/sign'
import { verify } from '@suanhui/bff/platforms/signing/verify'
import { WireEvent } from '@suanhui/bff/platforms/wire/shared'
import { wan } from '@suanhui/shared/money'
import { apply, newSubject } from '@suanhui/shared/status'
import { sm2 } from 'sm-crypto-v2'
import { describe, expect, it } from 'vitest'
import { ask, decide, sha256 } from './platform-client'
import { platformKeys } from './platforms/platform-keys'
import { currentRound } from './platforms/round'
import type { Sandbox } from './sandbox'
import { COMPANIES } from './seeds/companies'
import { listener, testSandbox } from './test-sandbox'

const [company, other] = COMPANIES
if (company === undefined || other === undefined) throw new Error('no companies')
const paper = new TextEncoder().encode('%PDF-1.7 测试合同')

const registration = ({ creditCode, name, region } = company) => ({
  reference: `ref-${creditCode}`,
  companyName: name,
  creditCode,
  region,
  form: { legalRepresentative: '测试甲' },
  papers: [],
})

const application = (sandbox: Sandbox, { creditCode, name, region } = company) => ({
  reference: `ref-${creditCode}`,
  roundId: currentRound(sandbox.world.journal, new Date()).id,
  measureId: 'hn-2026-168/compute-voucher',
  companyName: name,
  creditCode,
  region,
  filingReceipts: [],
  settledFen: wan(1000),
  requestedFen: wan(300),
  form: { purpose: '训练行业大模型' },
  papers: [{ id: 'p1', kind: 'contract', sha256: sha256(paper), mediaType: 'application/pdf', name: '合同.pdf' }],
  catalogueVersion: '1',
})

const upload = (sandbox: Sandbox) => ask(sandbox, 'hunan-projects', 'PUT', `/papers/${sha256(paper)}`, paper)
const apply1 = async (sandbox: Sandbox, from = company): Promise<string> => {
  await upload(sandbox)
  const { status, body } = await ask(sandbox, 'hunan-projects', 'POST', '/applications', application(sandbox, from))
  expect([status, body]).toEqual([201, { id: expect.any(String), receiptNumber: expect.any(String) }])
  return String(body.id)
}

describe('the gate of a platform', () => {
  it('refuses what is not signed, forged, late, or sent a second time', async () => {
    const sandbox = await testSandbox()
    const unsigned = await fetch(`${sandbox.url}/platforms/hunan-scheduling/providers`)
    expect([unsigned.status, await unsigned.json()]).toEqual([401, { reason: '没有签名' }])
    const post = (sent: Parameters<typeof ask>[5]) =>
      ask(sandbox, 'hunan-scheduling', 'POST', '/registrations', registration(), sent)
    expect((await post({ forge: (text) => text.replace('测试甲', '测试乙') })).body).toEqual({ reason: '签名不对' })
    expect((await post({ now: new Date(Date.now() - 301_000) })).body).toEqual({ reason: '时间相差超过5分钟' })
    expect((await post({ nonce: 'nonce-nonce-nonce-1' })).status).toBe(201)
    expect((await post({ nonce: 'nonce-nonce-nonce-1' })).body).toEqual({ reason: '这个请求已经用过' })
  })

  it('a clock that is off refuses what is signed rightly', async () => {
    const sandbox = await testSandbox()
    sandbox.world.faults.change({ clockSkewMs: 400_000 })
    expect((await ask(sandbox, 'hunan-scheduling', 'GET', '/providers')).status).toBe(401)
  })

  it('a write repeated gets the first answer; the same key for another is refused', async () => {
    const sandbox = await testSandbox()
    const post = (body: object) => ask(sandbox, 'hunan-scheduling', 'POST', '/registrations', body, { key: 'one' })
    const first = await post(registration())
    expect(await post(registration())).toEqual(first)
    expect((await post(registration(other))).status).toBe(409)
  })

  it('tells in words what is missing', async () => {
    const sandbox = await testSandbox()
    const { companyName: _, ...incomplete } = registration()
    const answer = await ask(sandbox, 'hunan-scheduling', 'POST', '/registrations', incomplete)
    expect(answer.status).toBe(422)
    expect(answer.body.fields).toEqual([expect.objectContaining({ field: 'companyName' })])
    const unknown = await ask(sandbox, 'hunan-projects', 'POST', '/applications', application(sandbox))
    expect(unknown.body).toEqual({ reason: '材料“合同.pdf”没有上传' })
  })
})

describe('the national algorithms', () => {
  it('a platform may sign and be asked by SM2 and SM3', async () => {
    const [ours, theirs] = [sm2.generateKeyPairHex(), sm2.generateKeyPairHex()]
    const key = { algorithm: 'SM2-SM3', keyId: 'sm2-test' } as const
    const signing = { ...key, privateKey: theirs.privateKey }
    const verifying = { ...key, publicKey: ours.publicKey }
    const sandbox = await testSandbox({ platformKeys: { 'hunan-scheduling': { signing, verifying } } })
    const target = '/platforms/hunan-scheduling/notices'
    const get = async (privateKey: string) => {
      const moment = { now: new Date(), nonce: randomUUID() }
      const headers = sign({ method: 'GET', target, body: new Uint8Array() }, { ...key, privateKey }, moment)
      return (await fetch(`${sandbox.url}${target}`, { headers })).status
    }
    expect(await get(ours.privateKey)).toBe(200)
    expect(await get(theirs.privateKey)).toBe(401)
  })
})

describe('the registry of providers', () => {
  it.each([
    ['hunan-scheduling', 22],
    ['shanxi-dispatch', 13],
  ] as const)('%s has its own', async (platform, count) => {
    const { body } = await ask(await testSandbox(), platform, 'GET', '/providers')
    expect(body.providers).toHaveLength(count)
  })
})

describe('the contract of a platform', () => {
  it.each([
    ['hunan-scheduling', '/filings'],
    ['hunan-projects', '/applications'],
    ['shanxi-dispatch', '/vouchers'],
  ])('of %s stands beside it, unsigned', async (name, path) => {
    const sandbox = await testSandbox()
    const document = await (await fetch(`${sandbox.url}/platforms/${name}/openapi.json`)).json()
    expect(document).toMatchObject({ openapi: '3.1.1', paths: { [path]: { post: {} } } })
  })
})

describe('webhooks', () => {
  it('are signed, numbered, sent until taken, and readable later', async () => {
    const sandbox = await testSandbox()
    const product = await listener((_, index) => ({ status: index < 2 ? 500 : 200, body: '' }))
    sandbox.serve(product.url)
    const { body } = await ask(sandbox, 'hunan-scheduling', 'POST', '/registrations', registration())
    await product.count(4)
    const { verifying } = platformKeys(sandbox.secrets)['hunan-scheduling']
    for (const { path, body: text, headers } of product.received) {
      const header = (name: string) => headers[name]?.toString()
      const message = { method: 'POST', target: path, body: new TextEncoder().encode(text), header }
      expect(verify(message, () => verifying, new Date()).ok).toBe(true)
    }
    const heard = product.received.map(({ body: text }) => WireEvent.parse(JSON.parse(text)))
    expect(new Set(heard.map(({ sequence }) => sequence))).toEqual(new Set([1, 2]))
    expect(heard[0]?.subject).toEqual({ kind: 'registration', id: body.id, reference: `ref-${company.creditCode}` })
    const page = await ask(sandbox, 'hunan-scheduling', 'GET', '/events?after=1')
    expect(page.body).toMatchObject({
      events: [{ sequence: 2, data: { status: 'CITY_AUDIT', statusText: '市级审核' } }],
      cursor: '2',
    })
  })

  it('come twice and out of order when told to', async () => {
    const sandbox = await testSandbox()
    const product = await listener(() => ({ body: '' }))
    sandbox.world.faults.change({ duplicateShare: 1 })
    sandbox.serve(product.url)
    await ask(sandbox, 'hunan-scheduling', 'POST', '/registrations', registration())
    await product.count(4)
    const ids = product.received.map(({ body }) => WireEvent.parse(JSON.parse(body)).eventId)
    expect(new Set(ids).size).toBe(2)
  })
})

describe('an application', () => {
  it('goes the whole way, and the product can follow each step', async () => {
    const sandbox = await testSandbox()
    const id = await apply1(sandbox)
    const items = [{ target: 'p1', kind: 'incomplete', note: '合同缺最后一页', dueOn: '2030-01-31' }]
    expect((await decide(sandbox, 'city-finance', id, 'pass')).status).toBe(200)
    expect((await decide(sandbox, 'city-industry', id, 'return', { items })).status).toBe(200)
    expect((await decide(sandbox, 'city-industry', id, 'pass')).status).toBe(409)
    const again = await ask(sandbox, 'hunan-projects', 'POST', `/applications/${id}/resubmission`, application(sandbox))
    expect(again.status).toBe(201)
    const steps: readonly (readonly [seat: string, action: string, input?: object])[] = [
      ['city-industry', 'pass'],
      ['city-finance', 'pass'],
      ['province', 'start-expert-review'],
      ['expert-1', 'score', { score: 90 }],
      ['expert-2', 'score', { score: 80 }],
      ['expert-3', 'score', { score: 85 }],
      ['province', 'recheck-pass'],
    ]
    for (const [seat, action, input] of steps) {
      expect([action, (await decide(sandbox, seat, id, action, input)).status]).toEqual([action, 200])
    }
    const ranked = await fetch(`${sandbox.url}/desk/api/round/rank`, { method: 'POST', body: '{"seat":"province"}' })
    expect(await ranked.json()).toMatchObject({ places: [{ id, rank: 1, score: 85, grantedFen: wan(300) }] })
    const last: readonly (readonly [seat: string, action: string, input?: object])[] = [
      ['province', 'decide'],
      ['province', 'publish'],
      ['supervision', 'object', { reason: '有人反映' }],
      ['supervision', 'dismiss-objection'],
      ['payment', 'start-payment'],
      ['supervision', 'demand-explanation', { reason: '请说明用途', dueOn: '2030-02-01' }],
      ['supervision', 'accept-explanation'],
      ['payment', 'pay'],
      ['supervision', 'demand-explanation', { reason: '请说明用途', dueOn: '2030-02-01' }],
      ['supervision', 'recover', { reason: '转租转售' }],
      ['payment', 'recovered'],
    ]
    for (const [seat, action, input] of last) {
      expect([action, (await decide(sandbox, seat, id, action, input)).status]).toEqual([action, 200])
    }
    await followed(sandbox, id, 'recovered')
  })

  it('may be withdrawn until it is recommended, and only once applied for', async () => {
    const sandbox = await testSandbox()
    const id = await apply1(sandbox)
    const twice = await ask(sandbox, 'hunan-projects', 'POST', '/applications', application(sandbox))
    expect(twice.body).toEqual({ reason: '这家企业在这个批次已经申报过' })
    const withdraw = () =>
      ask(sandbox, 'hunan-projects', 'POST', `/applications/${id}/withdrawal`, { reason: '写错了' })
    expect((await withdraw()).status).toBe(201)
    expect((await withdraw()).status).toBe(422)
  })

  it('a correction taken back lets the review go on', async () => {
    const sandbox = await testSandbox()
    const id = await apply1(sandbox)
    const items = [{ target: 'purpose', kind: 'incorrect', note: '写具体', dueOn: '2030-01-31' }]
    const { body } = await decide(sandbox, 'city-industry', id, 'return', { items })
    const [{ id: correctionId }] = body.corrections as readonly [{ readonly id: string }]
    const { body: after } = await decide(sandbox, 'city-industry', id, 'withdraw-correction', { correctionId })
    expect(after.state).toBe('city_review')
    await followed(sandbox, id, 'city_review')
  })

  it('another seat than the one whose turn it is: refused', async () => {
    const sandbox = await testSandbox()
    const id = await apply1(sandbox)
    for (const seat of ['province', 'expert-1', 'payment', 'shanxi']) {
      expect((await decide(sandbox, seat, id, 'pass')).status).toBe(409)
    }
  })
})

describe("Shanxi's voucher", () => {
  it('claimed, issued, redeemed', async () => {
    const sandbox = await testSandbox()
    const shanxi = (path: string, body: object) => ask(sandbox, 'shanxi-dispatch', 'POST', path, body)
    const claim = { ...registration(), requestedFen: wan(20) }
    const id = String((await shanxi('/vouchers', claim)).body.id)
    expect((await decide(sandbox, 'shanxi', id, 'issue')).status).toBe(200)
    expect((await decide(sandbox, 'shanxi', id, 'redeem')).status).toBe(409)
    const redemption = { settledFen: wan(15), form: {}, papers: [] }
    expect((await shanxi(`/vouchers/${id}/redemption`, redemption)).status).toBe(201)
    expect((await decide(sandbox, 'shanxi', id, 'redeem')).body).toMatchObject({
      state: 'redeemed',
      grantedFen: wan(15),
    })
  })
})

describe('the next start', () => {
  it('finds everything as it was', async () => {
    const first = await testSandbox()
    const id = await apply1(first)
    await decide(first, 'city-finance', id, 'pass')
    const dataDir = first.world.folder.replace(/\/sandbox$/, '')
    const before = await (await fetch(`${first.url}/desk/api/cases/${id}`)).json()
    await first.close()
    const second = await testSandbox({ dataDir })
    expect(await (await fetch(`${second.url}/desk/api/cases/${id}`)).json()).toEqual(before)
    expect(second.world.outbox.waiting()).toHaveLength(3)
  })
})

/** The events, read as the product reads them, end in the same state, none of them unknown. */
async function followed(sandbox: Sandbox, id: string, end: string): Promise<void> {
  const { body } = await ask(sandbox, 'hunan-projects', 'GET', '/events')
  let state = newSubject('application')
  for (const one of body.events as readonly unknown[]) {
    const event = readEvent(statusWords, one)
    if (event?.subject.platformId !== id) continue
    const applied = apply(state, event)
    expect([event.change, applied.outcome]).toEqual([event.change, 'applied'])
    state = applied.state
  }
  expect(state.status).toBe(end)
}
