import { tokenBuckets } from '@suanhui/bff/middleware/token-buckets'
import { describe, expect, it } from 'vitest'
import { errorOf, testServer } from './server'

const few = () => ({ addresses: tokenBuckets(2, () => 0), people: tokenBuckets(2, () => 0) })
const env = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })

describe('rate limits', () => {
  it('refuse in words and seconds, by the address of the socket', async () => {
    const { app } = await testServer({ rateLimits: few() })
    const ask = (address: string, headers = {}) => app.request('/v1/documents', { headers }, env(address))
    expect([(await ask('10.0.0.1')).status, (await ask('10.0.0.1')).status]).toEqual([200, 200])
    const refused = await ask('10.0.0.1', { 'x-forwarded-for': '10.9.9.9' })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30'])
    expect((await errorOf(refused)).message).toBe('操作太频繁，请过30秒再试')
    expect((await ask('10.0.0.2')).status).toBe(200)
    expect((await app.request('/healthz', {}, env('10.0.0.1'))).status).toBe(200)
  })

  it('behind a proxy go by what it wrote last, and by nothing the client wrote', async () => {
    const { app } = await testServer({ rateLimits: few(), trustProxy: true })
    const ask = async (forwarded: string) =>
      (await app.request('/v1/documents', { headers: { 'x-forwarded-for': forwarded } }, env('10.0.0.1'))).status
    expect([await ask('1.1.1.1, 10.2.2.2'), await ask('2.2.2.2,10.2.2.2'), await ask('3.3.3.3, 10.2.2.2')]).toEqual([
      200, 200, 429,
    ])
    expect(await ask('10.2.2.2, 10.3.3.3')).toBe(200)
  })

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:1:2:3', '2001:db8:1:3::1'],
    ['2001:0DB8::2:0:0:0:5', '2001:db8:0:2:9:9:9:9', '2001:db8:0:3::5'],
    ['fe80::1%eth0', 'fe80:0:0:0:9::', 'fe80:0:0:1::1'],
    ['::1', '::2', '1::1'],
    ['::ffff:10.0.0.1', '10.0.0.1', '::ffff:10.0.0.2'],
  ])('take %s and %s for one network, and %s for another', async (one, same, another) => {
    const { app } = await testServer({ rateLimits: few() })
    const ask = async (address: string) => (await app.request('/v1/documents', {}, env(address))).status
    expect([await ask(one), await ask(same), await ask(one), await ask(another)]).toEqual([200, 200, 429, 200])
  })

  it('count a person wherever they ask from', async () => {
    const { app } = await testServer({
      rateLimits: few(),
      identify: async () => ({ personId: 'p', sessionId: 's' }),
    })
    const statuses: number[] = []
    for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) {
      const headers = { authorization: 'Bearer x' }
      statuses.push((await app.request('/v1/me', { headers }, env(address))).status)
    }
    expect(statuses.at(-1)).toBe(429)
    expect(statuses.slice(0, 2)).not.toContain(429)
  })
})
