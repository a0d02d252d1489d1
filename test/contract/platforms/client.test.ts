import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createLog } from '@suanhui/bff/log'
import { openCircuit } from '@suanhui/bff/platforms/circuit'
import { type Call, type ClientWorld, openClient } from '@suanhui/bff/platforms/client'
import { routes } from '@suanhui/bff/platforms/shanxi-dispatch/wire'
import { verify } from '@suanhui/bff/platforms/signing/verify'
import { BODY_LIMIT_BYTES, PAPER_LIMIT_BYTES } from '@suanhui/bff/platforms/wire/route'
import { sharedRoutes } from '@suanhui/bff/platforms/wire/shared'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { hmacPair } from './signing-keys'

const PAIR = hmacPair(9)
const UNAVAILABLE = { result: 'unavailable' } as const
const READ: Call = { route: sharedRoutes.notices }
const WRITE: Call = {
  route: routes.redeemVoucher,
  params: { id: 'A-1' },
  body: { settledFen: 1 },
  idempotencyKey: 'key-1',
}

interface Asked {
  readonly method: string
  readonly path: string
  readonly key: string | undefined
  readonly nonce: string
  readonly genuine: boolean
  readonly bytes: number
}

type Reply = (response: ServerResponse, request: IncomingMessage, count: number) => void

/** A real server on a free port; it answers as the test says, and remembers what it was asked. */
async function platformAt(reply: Reply) {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const body = Buffer.concat(parts)
    const header = (name: string) => String(request.headers[name] ?? '') || undefined
    const target = request.url ?? ''
    const method = request.method ?? ''
    const verified = verify({ method, target, body, header }, () => PAIR.verifying, new Date())
    asked.push({
      method,
      path: target,
      key: header('idempotency-key'),
      nonce: header('x-suanhui-nonce') ?? '',
      genuine: verified.ok,
      bytes: body.length,
    })
    reply(response, request, asked.length)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no address')
  const stop = () => {
    server.closeAllConnections()
    return new Promise((closed) => server.close(closed))
  }
  onTestFinished(async () => {
    await stop()
  })
  return { url: `http://127.0.0.1:${address.port}/v1`, asked, stop }
}

const ok = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"notices":[]}')
}
const OK = { result: 'answered', status: 200, body: { notices: [] } } as const

function clientOf(url: string, more: Partial<ClientWorld> = {}) {
  const lines: string[] = []
  const log = createLog('info', { write: (line: string) => lines.push(line) })
  let nowMs = 0
  const circuit = openCircuit({ elapsedMs: () => nowMs })
  const client = openClient(
    { platform: 'shanxi-dispatch', url, secret: PAIR.signing },
    {
      fetch: globalThis.fetch,
      clock: () => new Date(),
      newId: () => crypto.randomUUID(),
      random: () => 0,
      log,
      circuit,
      firstPauseMs: 1,
      timeoutMs: 2_000,
      ...more,
    },
  )
  return {
    client,
    circuit,
    lines,
    forward: (ms: number) => {
      nowMs += ms
    },
  }
}

describe('what a platform answers', () => {
  it('is asked with a signature that holds, and read', async () => {
    const { url, asked } = await platformAt(ok)
    expect(await clientOf(url).client.call({ ...READ, query: { after: '测试', none: undefined } })).toEqual(OK)
    expect(asked).toMatchObject([
      { method: 'GET', path: '/v1/notices?after=%E6%B5%8B%E8%AF%95', genuine: true, bytes: 0 },
    ])
  })

  it.each<[string, Reply, object]>([
    [
      'a refusal with words',
      (r) => r.writeHead(422, { 'content-type': 'application/json; charset=utf-8' }).end('{"reason":"材料不全"}'),
      { status: 422, body: { reason: '材料不全' } },
    ],
    [
      'a refusal that is a page',
      (r) => r.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>'),
      { status: 404, body: undefined },
    ],
    [
      'a refusal that breaks off',
      (r) => r.writeHead(409, { 'content-type': 'application/json' }).end('{"reason":'),
      { status: 409, body: undefined },
    ],
    [
      'problem+json',
      (r) => r.writeHead(400, { 'content-type': 'application/problem+json' }).end('{}'),
      { status: 400, body: {} },
    ],
  ])('%s is an answer, and not asked for again', async (_, reply, answer) => {
    const { url, asked } = await platformAt(reply)
    const { client, circuit } = clientOf(url)
    expect(await client.call(WRITE)).toEqual({ result: 'answered', ...answer })
    expect(asked).toHaveLength(1)
    expect(circuit.state()).toBe('closed')
  })

  it.each<[string, Reply]>([
    ['a page of some proxy', (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<h1>请登录</h1>')],
    ['JSON that says it is a page', (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('{"notices":[]}')],
    ['no content type', (r) => r.writeHead(200).end('{"notices":[]}')],
    ['half an answer', (r) => r.writeHead(200, { 'content-type': 'application/json' }).end('{"notices":[')],
    [
      'bytes that are no UTF-8',
      (r) => r.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from([0x22, 0xff, 0xfe, 0x22])),
    ],
    [
      'an answer that is too large',
      (r) => r.writeHead(200, { 'content-type': 'application/json' }).end(`"${'x'.repeat(BODY_LIMIT_BYTES)}"`),
    ],
    [
      'one that promises more than it sends',
      (r) => {
        r.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
        r.write('{')
        r.destroy()
      },
    ],
    ['a connection cut before the answer', (r) => r.destroy()],
    ['500', (r) => r.writeHead(500).end()],
    ['503', (r) => r.writeHead(503).end()],
    ['408', (r) => r.writeHead(408).end()],
    ['425', (r) => r.writeHead(425).end()],
  ])('%s is none: asked three times, with one key and three nonces', async (_, reply) => {
    const { url, asked } = await platformAt(reply)
    expect(await clientOf(url).client.call(WRITE)).toEqual(UNAVAILABLE)
    expect(asked.map(({ key }) => key)).toEqual(['key-1', 'key-1', 'key-1'])
    expect(new Set(asked.map(({ nonce }) => nonce)).size).toBe(3)
    expect(asked.every(({ genuine }) => genuine)).toBe(true)
  })

  it('an answer without end is left at the limit', async () => {
    let sent = 0
    const { url } = await platformAt((response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) sent += 65_536
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    })
    expect(await clientOf(url).client.call({ ...WRITE, idempotencyKey: 'k' })).toEqual(UNAVAILABLE)
    expect(sent).toBeLessThan(60 * BODY_LIMIT_BYTES)
  })

  it.each([301, 302, 307, 308])('a redirect (%i) is not followed: what is signed goes nowhere else', async (status) => {
    const other = await platformAt(ok)
    const { url } = await platformAt((response) => response.writeHead(status, { location: other.url }).end())
    expect(await clientOf(url).client.call(WRITE)).toEqual(UNAVAILABLE)
    expect(other.asked).toEqual([])
  })
})

describe('trouble on the way', () => {
  it('is over when the platform is: the second try is answered', async () => {
    const { url, asked } = await platformAt((response, _, count) => (count === 1 ? response.destroy() : ok(response)))
    expect(await clientOf(url).client.call(WRITE)).toEqual(OK)
    expect(asked.map(({ key }) => key)).toEqual(['key-1', 'key-1'])
  })

  it('a write without a key is not repeated', async () => {
    const { url, asked } = await platformAt((response) => response.writeHead(500).end())
    const { idempotencyKey: _, ...keyless } = WRITE
    expect(await clientOf(url).client.call(keyless)).toEqual(UNAVAILABLE)
    expect(asked).toHaveLength(1)
  })

  it.each([
    [503, '7', { retryAfterMs: 7_000 }],
    [429, '60', { retryAfterMs: 60_000 }],
  ])('%i that says when to come back is not pressed before', async (status, seconds, more) => {
    const { url, asked } = await platformAt((response) => response.writeHead(status, { 'retry-after': seconds }).end())
    expect(await clientOf(url).client.call(READ)).toEqual({ ...UNAVAILABLE, ...more })
    expect(asked).toHaveLength(1)
  })

  it('a day that cannot be read says nothing: the usual pauses', async () => {
    const { url, asked } = await platformAt((r) => r.writeHead(503, { 'retry-after': 'Wed, 21 Oct 2026' }).end())
    expect(await clientOf(url).client.call(READ)).toEqual(UNAVAILABLE)
    expect(asked).toHaveLength(3)
  })

  it('nobody listens there', async () => {
    const { url, stop } = await platformAt(ok)
    await stop()
    const { client, lines } = clientOf(url)
    expect(await client.call(WRITE)).toEqual(UNAVAILABLE)
    expect(lines).toHaveLength(3)
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ platform: 'shanxi-dispatch', route: '/vouchers/{id}/redemption' })
    expect(lines.join('')).not.toMatch(/A-1|settledFen|key-1/)
  })

  it('it does not answer in time', async () => {
    const { url, asked } = await platformAt(() => undefined)
    const startedMs = performance.now()
    expect(await clientOf(url, { timeoutMs: 100 }).client.call(WRITE)).toEqual(UNAVAILABLE)
    expect(asked).toHaveLength(3)
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(290)
  })

  it('it begins to answer and stops', async () => {
    const { url } = await platformAt((r) => void r.writeHead(200, { 'content-type': 'application/json' }).write('{'))
    expect(await clientOf(url, { timeoutMs: 100 }).client.call(READ)).toEqual(UNAVAILABLE)
  })
})

describe('a paper', () => {
  const upload = (kilobytes: number): Call => ({
    route: sharedRoutes.uploadPaper,
    params: { sha256: 'a'.repeat(64) },
    bytes: { type: 'application/pdf', content: new Uint8Array(kilobytes * 1024) },
    idempotencyKey: 'a'.repeat(64),
  })
  const late =
    (ms: number): Reply =>
    (response) =>
      void setTimeout(() => ok(response), ms)

  it('has more time the larger it is: a second for 125 KB, beside the usual', async () => {
    const { url, asked } = await platformAt(late(1_000))
    const { client } = clientOf(url, { timeoutMs: 100 })
    expect(await client.call(upload(512))).toEqual(OK)
    expect(asked).toMatchObject([{ bytes: 512 * 1024, genuine: true }])
  })

  it('a small one has no more than anything else', async () => {
    const { url, asked } = await platformAt(late(1_000))
    expect(await clientOf(url, { timeoutMs: 100 }).client.call(upload(1))).toEqual(UNAVAILABLE)
    expect(asked).toHaveLength(3)
  })

  it('and none for ever', async () => {
    const { url } = await platformAt(() => undefined)
    const startedMs = performance.now()
    expect(await clientOf(url, { timeoutMs: 50 }).client.call(upload(64))).toEqual(UNAVAILABLE)
    // Three times 50 ms and 512 ms, on a busy machine.
    expect(performance.now() - startedMs).toBeLessThan(10_000)
  })

  it('of the largest size has the four minutes that it takes at one megabit a second', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout')
    onTestFinished(() => timeout.mockRestore())
    const { url, asked } = await platformAt(ok)
    expect(await clientOf(url).client.call(upload(PAPER_LIMIT_BYTES / 1024))).toEqual(OK)
    expect(timeout.mock.calls).toEqual([[2_000 + PAPER_LIMIT_BYTES / 128]])
    expect(asked).toMatchObject([{ bytes: PAPER_LIMIT_BYTES }])
  })
})

describe('the circuit', () => {
  it('opens after five failures, lets one try after half a minute, and closes when that is answered', async () => {
    let down = true
    const { url, asked } = await platformAt((response) => (down ? void response.writeHead(500).end() : ok(response)))
    const { client, circuit, forward } = clientOf(url)
    await client.call(READ)
    expect(circuit.state()).toBe('closed')
    expect(await client.call(READ)).toEqual({ ...UNAVAILABLE, retryAfterMs: 30_000 })
    expect([circuit.state(), asked.length]).toEqual(['open', 5])
    expect(await client.call(WRITE)).toEqual({ ...UNAVAILABLE, retryAfterMs: 30_000 })
    expect(asked).toHaveLength(5)

    forward(30_000)
    expect(circuit.state()).toBe('half-open')
    expect(await client.call(READ)).toMatchObject(UNAVAILABLE)
    expect([circuit.state(), asked.length]).toEqual(['open', 6])

    forward(30_000)
    down = false
    expect(await client.call(READ)).toEqual(OK)
    expect([circuit.state(), asked.length]).toEqual(['closed', 7])
    expect(await client.call(READ)).toEqual(OK)
  })

  it('half open, it lets one in, whoever else comes meanwhile', async () => {
    let down = true
    const { url, asked } = await platformAt((response) =>
      down ? void response.writeHead(500).end() : void setTimeout(() => ok(response), 200),
    )
    const { client, forward } = clientOf(url)
    await client.call(READ)
    await client.call(READ)
    forward(30_000)
    down = false
    const before = asked.length
    const answers = await Promise.all([client.call(READ), client.call(READ), client.call(READ)])
    expect(answers.filter(({ result }) => result === 'answered')).toHaveLength(1)
    expect(asked.length - before).toBe(1)
  })
})
