import { describe, expect, it } from 'vitest'
import { BUYER, testServer } from './server'

describe('the log', () => {
  it('says what was asked and how it went, one line a request', async () => {
    const server = await testServer()
    await server.match({ facts: BUYER })
    await server.get('/v1/measures/hn-2026-168/compute-voucher')
    await server.get('/somewhere/else')
    expect(server.lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ method: 'POST', route: '/v1/match', status: 200, requestId: 'test-id-0001' }),
      expect.objectContaining({ method: 'GET', route: '/v1/measures/:id{.+}', status: 200 }),
      expect.objectContaining({ method: 'GET', route: '/*', status: 404 }),
    ])
    for (const line of server.lines) expect(JSON.parse(line).ms).toBeGreaterThanOrEqual(0)
  })

  it('never holds a body, a fact, a query or a path that someone typed', async () => {
    const server = await testServer()
    const secret = 'SECRET'
    await server.match({ facts: { ...BUYER, 'company.kind': secret } })
    await server.match({ facts: { [secret]: 1 }, [secret]: 1, asOf: secret, explain: [secret] })
    await server.match(`{"facts": {"${secret}"`)
    await server.match({ facts: BUYER, explain: 'all' })
    await server.get(`/v1/documents?asOf=${secret}`)
    await server.get(`/v1/measures/${secret}`)
    await server.get(`/${secret}?${secret}=${secret}`)
    await server.get('/healthz', { authorization: secret, cookie: secret, 'user-agent': secret })
    expect(server.lines).toHaveLength(8)
    const text = server.lines.join('')
    expect(text).not.toContain(secret)
    for (const value of ['40000000', '430104', '2026-11-03', 'enterprise']) expect(text).not.toContain(value)
  })
})
