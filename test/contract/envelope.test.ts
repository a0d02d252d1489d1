import { ErrorEnvelope } from '@suanhui/shared/api'
import { beforeAll, describe, expect, it } from 'vitest'
import { BUYER, errorOf, testServer } from './server'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})

const JSON_TYPE = { 'content-type': 'application/json' }
const LIMIT = 64 * 1024
/** A good body of so many bytes: white space is JSON. */
const padded = (bytes: number) => JSON.stringify({ facts: {} }).padEnd(bytes, ' ')

type Case = readonly [what: string, path: string, init: RequestInit, status: number, code: string]
const REFUSALS: readonly Case[] = [
  ['an unknown address', '/nothing', {}, 404, 'NOT_FOUND'],
  ['an unknown address of the API', '/v1/nothing', { headers: { accept: 'text/html' } }, 404, 'NOT_FOUND'],
  ['an unknown measure', '/v1/measures/hn-2026-168/nothing', {}, 404, 'NOT_FOUND'],
  ['a document asked for as a measure', '/v1/measures/hn-2026-168', {}, 404, 'NOT_FOUND'],
  ['a broken percent code', '/v1/measures/%E0%A4%A', {}, 404, 'NOT_FOUND'],
  ['a slash too many', '/v1/catalogue/', {}, 404, 'NOT_FOUND'],
  ['GET where one posts', '/v1/match', {}, 405, 'METHOD_NOT_ALLOWED'],
  ['DELETE', '/v1/catalogue', { method: 'DELETE' }, 405, 'METHOD_NOT_ALLOWED'],
  ['OPTIONS', '/v1/match', { method: 'OPTIONS' }, 405, 'METHOD_NOT_ALLOWED'],
  ['POST to a measure', '/v1/measures/hn-2026-168/compute-voucher', { method: 'POST' }, 405, 'METHOD_NOT_ALLOWED'],
  ['POST to nothing', '/nothing', { method: 'POST', body: 'x' }, 404, 'NOT_FOUND'],
  ['a form', '/v1/match', { method: 'POST', body: new URLSearchParams({ a: 'b' }) }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['plain text', '/v1/match', { method: 'POST', body: '{}' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['no type', '/v1/match', { method: 'POST' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  [
    'another charset',
    '/v1/match',
    { method: 'POST', headers: { 'content-type': 'application/json; charset=gbk' }, body: '{}' },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'a packed body',
    '/v1/match',
    { method: 'POST', headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: '{}' },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'a body one byte over the limit',
    '/v1/match',
    { method: 'POST', headers: JSON_TYPE, body: padded(LIMIT + 1) },
    413,
    'BODY_TOO_LARGE',
  ],
  [
    'a length over the limit',
    '/v1/match',
    { method: 'POST', headers: { ...JSON_TYPE, 'content-length': String(LIMIT + 1) }, body: '{}' },
    413,
    'BODY_TOO_LARGE',
  ],
  ['no body', '/v1/match', { method: 'POST', headers: JSON_TYPE }, 400, 'MALFORMED_JSON'],
  ['broken JSON', '/v1/match', { method: 'POST', headers: JSON_TYPE, body: '{"facts":' }, 400, 'MALFORMED_JSON'],
  ['two values', '/v1/match', { method: 'POST', headers: JSON_TYPE, body: '{}{}' }, 400, 'MALFORMED_JSON'],
  ['a day that does not exist', '/v1/documents?asOf=2026-02-30', {}, 422, 'INVALID_INPUT'],
  ['two days', '/v1/documents?asOf=2026-02-01&asOf=2026-02-02', {}, 422, 'INVALID_INPUT'],
  ['an unknown key in the address', '/v1/documents?asof=2026-02-01', {}, 422, 'INVALID_INPUT'],
  ['the page before it is built', '/readyz', {}, 503, 'NOT_READY'],
]

describe('the envelope', () => {
  it.each(REFUSALS)('%s: %s', async (_what, path, init, status, code) => {
    const response = await server.app.request(path, init)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const envelope = ErrorEnvelope.parse(await response.json())
    expect(envelope.error.code).toBe(code)
    expect(envelope.error.message).toMatch(/\p{Script=Han}/u)
    expect(envelope.error.requestId).toBe(response.headers.get('x-request-id'))
  })

  it.each([
    ['/v1/match', 'POST'],
    ['/v1/catalogue', 'GET, HEAD'],
    ['/v1/measures/hn-2026-168/compute-voucher', 'GET, HEAD'],
  ])('405 on %s says what is allowed: %s', async (path, allow) => {
    const response = await server.app.request(path, { method: 'PUT' })
    expect(response.headers.get('allow')).toBe(allow)
  })

  it('takes a body of exactly the limit', async () => {
    expect((await server.match(padded(LIMIT))).status).toBe(200)
  })

  it.each([
    'application/json',
    'Application/JSON; charset=UTF-8',
    'application/json;charset="utf-8"',
    'application/vnd.x+json',
  ])('takes JSON called %s', async (type) => {
    const init = { method: 'POST', headers: { 'content-type': type }, body: '{"facts":{}}' }
    expect((await server.app.request('/v1/match', init)).status).toBe(200)
  })

  it('reads a body as deep as it is long, and one of many facts, without falling over', async () => {
    expect((await server.match('['.repeat(LIMIT))).status).toBe(400)
    const deep = `{"facts":{"company.kind":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`
    expect((await server.match(deep)).status).toBe(422)
    const many = Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`f${index}`, 1]))
    expect((await errorOf(await server.match({ facts: many }))).fields).toHaveLength(4000)
  })

  it('says nothing of what nobody foresaw, but logs it under the id it answers with', async () => {
    const broken = await testServer({
      clock: () => {
        throw new Error('the clock of 400,000 yuan stopped')
      },
    })
    const response = await broken.match({ facts: {} })
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(text).not.toContain('clock')
    const { requestId, code } = ErrorEnvelope.parse(JSON.parse(text)).error
    expect(code).toBe('INTERNAL')
    const logged = broken.lines.map((line) => JSON.parse(line)).find((line) => line.err !== undefined)
    expect(logged).toMatchObject({ requestId, level: 50 })
    expect(logged.err.message).toContain('stopped')
  })
})

describe('every answer', () => {
  const ROUTES = ['/healthz', '/v1/documents', '/v1/catalogue', '/openapi.json', '/.well-known/jwks.json', '/nothing']

  it.each(ROUTES)('%s carries an id and the headers that keep browsers in check', async (path) => {
    const { headers } = await server.get(path)
    expect(headers.get('x-request-id')).toMatch(/^test-id-\d{4}$/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
  })

  it.each(['abcd1234', 'A-b_9'.repeat(12), 'x'.repeat(64)])('keeps the id %s it came with', async (id) => {
    expect((await server.get('/healthz', { 'x-request-id': id })).headers.get('x-request-id')).toBe(id)
  })

  it.each(['short', 'x'.repeat(65), 'with space 123', '{"json":1}', '注入注入注入'.normalize().replace(/./g, '%')])(
    'gives its own id in place of %s',
    async (id) => {
      const got = (await server.get('/healthz', { 'x-request-id': id })).headers.get('x-request-id')
      expect(got).toMatch(/^test-id-\d{4}$/)
    },
  )

  it('is answered without a body to HEAD', async () => {
    for (const path of [...ROUTES, '/readyz']) {
      const [head, get] = await Promise.all([server.app.request(path, { method: 'HEAD' }), server.get(path)])
      expect([path, head.status]).toEqual([path, get.status])
      expect(await head.text()).toBe('')
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
    }
  })

  it('is packed where that pays and the client takes it', async () => {
    const ask = (encoding: string) =>
      server.app.request('/v1/match', {
        method: 'POST',
        headers: { ...JSON_TYPE, 'accept-encoding': encoding },
        body: JSON.stringify({ facts: BUYER }),
      })
    const packed = await ask('gzip, br')
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('vary')).toBe('Accept-Encoding')
    const body = packed.body?.pipeThrough(new DecompressionStream('gzip'))
    expect(await new Response(body).json()).toEqual(await (await ask('identity')).json())
    for (const encoding of ['identity', 'gzip;q=0', 'GZIPPED', '']) {
      expect((await ask(encoding)).headers.get('content-encoding')).toBeNull()
    }
  })
})
