import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { filled, routesOf } from './route'
import { attackScene, bearer } from './scene'
import { send, sendRaw } from './send'

const HOST = 'Host: 127.0.0.1\r\n'

/** What no client writes: bytes on the socket, each with the first line that has to come back. */
const bytes: readonly (readonly [string, string, RegExp])[] = [
  ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['a version that is none', `GET / HTTP/9.9\r\n${HOST}\r\n`, /^HTTP\/1\.1 400 /],
  [
    'two lengths',
    `POST /v1/match HTTP/1.1\r\n${HOST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
    /^HTTP\/1\.1 400 /,
  ],
  [
    'a length and chunks, for two servers to read differently',
    `POST /v1/match HTTP/1.1\r\n${HOST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /v1/me HTTP/1.1\r\n\r\n`,
    /^HTTP\/1\.1 400 /,
  ],
  ['a negative length', `POST /v1/match HTTP/1.1\r\n${HOST}Content-Length: -1\r\n\r\n`, /^HTTP\/1\.1 400 /],
  ['a header without a name', `GET /healthz HTTP/1.1\r\n${HOST}: x\r\n\r\n`, /^HTTP\/1\.1 400 /],
  ['a header with a blank before its colon', `GET /healthz HTTP/1.1\r\n${HOST}X : y\r\n\r\n`, /^HTTP\/1\.1 400 /],
  ['a header with a NUL', `GET /healthz HTTP/1.1\r\n${HOST}X: a\0b\r\n\r\n`, /^HTTP\/1\.1 400 /],
  ['a folded header', `GET /healthz HTTP/1.1\r\n${HOST}X: a\r\n b\r\n\r\n`, /^HTTP\/1\.1 400 /],
  ['headers without end', `GET /healthz HTTP/1.1\r\n${HOST}${'X: '.padEnd(20_000, 'a')}\r\n\r\n`, /^HTTP\/1\.1 431 /],
  ['chunks that lie', `POST /v1/match HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, /^HTTP\/1\.1 400 /],
  ['TRACE', `TRACE /v1/me HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`, /^HTTP\/1\.1 4\d\d /],
  ['CONNECT', `CONNECT evil.test:443 HTTP/1.1\r\n${HOST}\r\n`, /^(HTTP\/1\.1 4\d\d .*)?/],
  [
    'another server’s address',
    `GET http://evil.test/v1/me HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`,
    /^HTTP\/1\.1 4\d\d /,
  ],
  ['no host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['a host with a path', 'GET /healthz HTTP/1.1\r\nHost: a/b\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
  [
    'raw bytes in the path',
    `GET /v1/measures/\xff\xfe HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`,
    /^HTTP\/1\.1 4\d\d /,
  ],
  ['a path up and away', `GET /../../../etc/passwd HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`, /^HTTP\/1\.1 404 /],
  [
    'line breaks in a request id',
    `GET /healthz HTTP/1.1\r\n${HOST}X-Request-Id: abcdefgh\r\nX-Injected: 1\r\nConnection: close\r\n\r\n`,
    /^HTTP\/1\.1 200 /,
  ],
]

describe('bytes on the socket', () => {
  const [embedded] = engines
  const scene = attackScene(embedded)

  it('that are no request are refused, and the server goes on', async () => {
    const answers = await Promise.all(
      bytes.map(async ([what, text, must]) => ({ what, must, answer: await sendRaw(scene().url, text) })),
    )
    expect(answers.filter(({ must, answer }) => !must.test(answer))).toEqual([])
    for (const { what, answer } of answers) {
      expect([what, (answer.match(/^HTTP\/1\.1/gm) ?? []).length <= 1]).toEqual([what, true])
      expect([what, /x-injected|\n\s+at |evil\.test/i.test(answer)]).toEqual([what, false])
    }
    expect((await send(scene().url, { method: 'GET', path: '/healthz' })).status).toBe(200)
    const broken = answers.filter(({ answer }) => /^HTTP\/1\.1 5/.test(answer)).length
    console.log(`bytes on the socket: ${bytes.length} rows, ${broken} × 5xx`)
  })

  it('that never come keep nobody else waiting', async () => {
    const slow = Array.from({ length: 50 }, () =>
      sendRaw(
        scene().url,
        `POST /v1/match HTTP/1.1\r\n${HOST}Content-Length: 60000\r\nContent-Type: application/json\r\n\r\n{`,
        2_000,
      ),
    )
    const started = performance.now()
    const [measure] = routesOf(scene().app).filter(({ key }) => key === 'GET /v1/me')
    if (measure === undefined) throw new Error('no such route')
    const path = filled(measure, scene().attacker.ids)
    const answer = await send(scene().url, { method: 'GET', path, headers: bearer(scene().attacker.tokens) })
    expect(answer.status).toBe(200)
    expect(performance.now() - started).toBeLessThan(3_000)
    await Promise.allSettled(slow)
  })
})
