import { compactVerify, createLocalJWKSet } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { BUYER, TODAY, testServer } from './server'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})

const post = async (path: string, body: unknown) => {
  const headers = { 'content-type': 'application/json' }
  const response = await server.app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}
const issued = async (facts: object = BUYER) => (await post('/v1/match/receipts', { facts, asOf: TODAY })).body
const check = async (receipt: string) => (await post('/v1/receipts/verify', { receipt })).body
const coded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('receipts', () => {
  it('say what was decided, without the facts', async () => {
    const { status, body } = await post('/v1/match/receipts', { facts: BUYER, asOf: TODAY })
    expect(status).toBe(201)
    expect(body.content.decisions).toContainEqual(
      expect.objectContaining({ measureId: 'hn-2026-168/compute-voucher', status: 'eligible' }),
    )
    expect(JSON.stringify(body.content)).not.toContain('430104')
    expect(await check(body.receipt)).toMatchObject({ valid: true, content: body.content })
    const byAddress = await server.get(`/v1/receipts/verify?receipt=${body.receipt}`)
    expect(await byAddress.json()).toMatchObject({ valid: true })
  })

  it('have the same fingerprint for the same facts in any order, and another for others', async () => {
    const turned = Object.fromEntries(Object.entries(BUYER).reverse())
    const [one, same, other] = await Promise.all([
      issued(),
      issued(turned),
      issued({ ...BUYER, 'compute.resold': true }),
    ])
    expect(same.content.factsSha256).toBe(one.content.factsSha256)
    expect(other.content.factsSha256).not.toBe(one.content.factsSha256)
  })

  it('can be checked offline with the public keys', async () => {
    const { receipt, content } = await issued()
    const keys = (await (await server.get('/.well-known/jwks.json')).json()) as Parameters<typeof createLocalJWKSet>[0]
    const { payload } = await compactVerify(receipt, createLocalJWKSet(keys))
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(content)
  })

  it('are not genuine once changed, unsigned, or something else that we signed', async () => {
    const { receipt, content } = await issued()
    const [header = '', payload = '', signature = ''] = String(receipt).split('.')
    const forged = [
      `${header}.${coded({ ...content, asOf: '2026-11-22' })}.${signature}`,
      `${coded({ alg: 'none' })}.${payload}.`,
      `${coded({ alg: 'HS256' })}.${payload}.${signature}`,
      `${header}.${payload}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
      server.deps.published.signature,
      'nothing',
    ]
    for (const one of forged) {
      const answer = await check(one)
      expect(answer).toMatchObject({ valid: false, message: expect.stringContaining('不是我们开的') })
      expect(answer.content).toBeUndefined()
    }
  })
})
