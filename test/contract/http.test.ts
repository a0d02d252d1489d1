import { connect } from 'node:net'
import { type RunningServer, serve } from '@suanhui/bff/serve'
import { ErrorEnvelope, MatchAnswer } from '@suanhui/shared/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUYER, testServer } from './server'

/** Real sockets: what Node and the adapter do with a request before the app sees it. */
let server: Awaited<ReturnType<typeof testServer>>
let running: RunningServer
beforeAll(async () => {
  server = await testServer()
  running = await serve({ ...server.deps, fetch: server.app.fetch, host: '127.0.0.1', port: 0 })
})
afterAll(() => running.close())

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${running.url}/v1/match`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    // A stream has no length, so it is sent in chunks.
    ...({ duplex: 'half' } as object),
  })

/** So many bytes of a good body, in pieces, without saying how many. */
function chunked(bytes: number, piece = 4096): ReadableStream<Uint8Array> {
  const text = new TextEncoder().encode(JSON.stringify({ facts: BUYER }).padEnd(bytes, ' '))
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= text.length) return controller.close()
      controller.enqueue(text.slice(at, at + piece))
      at += piece
    },
  })
}

/** Sends text as it stands and reads until the server hangs up, or has said `until`. */
function raw(text: string, until?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(running.url).port), '127.0.0.1', () => socket.write(text))
    let got = ''
    socket.setTimeout(5000, () => socket.destroy(new Error(`no end to: ${got}`)))
    socket.on('data', (part) => {
      got += part
      if (until !== undefined && got.includes(until)) socket.destroy()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(got))
  })
}
const bodyOf = (text: string): unknown => JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4))

describe('over a socket', () => {
  it('answers a body of known length and one in chunks alike', async () => {
    const known = await post(JSON.stringify({ facts: BUYER }))
    const inChunks = await post(chunked(200, 7))
    expect([known.status, inChunks.status]).toEqual([200, 200])
    expect(MatchAnswer.parse(await inChunks.json())).toEqual(await known.json())
  })

  it('counts the bytes of a body that does not say how long it is', async () => {
    expect((await post(chunked(64 * 1024))).status).toBe(200)
    const over = await post(chunked(64 * 1024 + 1))
    expect(over.status).toBe(413)
    expect(ErrorEnvelope.parse(await over.json()).error.code).toBe('BODY_TOO_LARGE')
  })

  it('does not wait for the rest of a body that is too long already', async () => {
    const endless =
      'POST /v1/match HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n'
    const chunk = `11000\r\n${' '.repeat(0x11000)}\r\n`
    expect(await raw(endless + chunk, 'requestId')).toContain('413 Payload Too Large')
    const long =
      'POST /v1/match HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n'
    expect(await raw(long, 'requestId')).toContain('413 Payload Too Large')
  })

  it('still answers after clients that hung up in the middle', async () => {
    const half =
      'POST /v1/match HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"fa'
    await Promise.all(
      Array.from({ length: 20 }, () => {
        const socket = connect(Number(new URL(running.url).port), '127.0.0.1', () => {
          socket.write(half, () => socket.destroy())
        })
        return new Promise((resolve) => socket.on('close', resolve))
      }),
    )
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200)
  })

  it('keeps a connection for the next request', async () => {
    const ask = 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n'
    const last = 'GET /readyz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'
    const got = await raw(ask + ask + last)
    expect(got.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 503'])
  })

  it('tells HEAD how long the catalogue is, and sends none of it', async () => {
    const got = await raw('HEAD /v1/catalogue HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
    const { bytes } = server.deps.published.body
    expect(got.toLowerCase()).toContain(`content-length: ${bytes.length}\r\n`)
    expect(got.slice(got.indexOf('\r\n\r\n'))).toBe('\r\n\r\n')
  })

  it.each([
    ['what is not HTTP', 'HELLO\r\n\r\n', 400, 'MALFORMED_REQUEST'],
    ['a request without Host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'MALFORMED_REQUEST'],
    ['a forged Host', 'GET /healthz HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400, 'MALFORMED_REQUEST'],
    [
      'headers too long',
      `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'HEADERS_TOO_LARGE',
    ],
    [
      'two lengths',
      'POST /v1/match HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
      400,
      'MALFORMED_REQUEST',
    ],
    [
      'a length and chunks',
      'POST /v1/match HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'MALFORMED_REQUEST',
    ],
  ])('refuses %s', async (_what, text, status, code) => {
    const got = await raw(text)
    expect(got).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(ErrorEnvelope.parse(bodyOf(got)).error.code).toBe(code)
  })

  it('lets a request under way finish before it closes', async () => {
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    let entered = () => {}
    const inside = new Promise<void>((resolve) => {
      entered = resolve
    })
    const slow = await serve({
      ...server.deps,
      host: '127.0.0.1',
      port: 0,
      fetch: async (request) => {
        entered()
        await gate
        return server.app.fetch(request)
      },
    })
    const answer = fetch(`${slow.url}/healthz`)
    await inside
    const closing = slow.close()
    await expect(fetch(`${slow.url}/healthz`)).rejects.toThrow()
    release()
    expect((await answer).status).toBe(200)
    await closing
  })
})
