import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Line } from '@suanhui/bff/line'
import { openGate } from '@suanhui/bff/middleware/gate'
import { type RunningServer, serve } from '@suanhui/bff/serve'
import { turnAway } from '@suanhui/bff/turn-away'
import { ErrorEnvelope } from '@suanhui/shared/api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BUYER, testServer } from './server'

const match = { method: 'POST', headers: { 'content-type': 'application/json' } } as const
/** Longer than any test lasts. */
const FOR_EVER = { ticks: 1_000_000 } as const
const PATIENCE = { timeout: 20_000 } as const

type Full = Awaited<ReturnType<typeof fullServer>>

/** A server whose only place is taken until `gate.leave()`, with what it says to the metrics. */
async function fullServer(hold?: { readonly mostHeld?: number; readonly ticks?: number }) {
  const gate = openGate({ most: 1 })
  const counted: { readonly ms: number }[] = []
  const stop = { pressed: false }
  const stopping = (): boolean => stop.pressed
  const made = await testServer({ gate, stopping, onAnswered: (one) => void counted.push(one) })
  const { deps, app, lines } = made
  gate.enter()
  const door = turnAway({ ...deps, gate, random: () => 0.5 }, hold)
  const running = await serve({ ...deps, fetch: app.fetch, host: '127.0.0.1', port: 0, turnAway: door })
  return { ...running, gate, lines, counted, stop }
}

/** A connection that says what it is told, and keeps what it hears. */
async function talk({ url }: Pick<RunningServer, 'url'>) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  await once(socket, 'connect')
  let heard = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text
  })
  return {
    say: (text: string) => void socket.write(text),
    /** Status and id of each answer. */
    answers: () => [...heard.matchAll(/HTTP\/1\.1 (\d+)[\s\S]*?x-request-id: (\S+)/g)].map(([, ...found]) => found),
    hangUp: () => socket.destroy(),
  }
}

const get = (id: string, path = '/v1/documents'): string =>
  `GET ${path} HTTP/1.1\r\nHost: x\r\nX-Request-Id: ${id}\r\n\r\n`

describe('a crowd at the door', () => {
  let server: Full
  beforeEach(async () => {
    server = await fullServer()
  })
  afterEach(() => server.close())

  it('is refused in the same words as further in, with its body unread, and served on the same connection after', async () => {
    const { url, gate } = server
    const refused = await fetch(`${url}/v1/match`, { ...match, body: JSON.stringify({ facts: BUYER }) })
    const { error } = ErrorEnvelope.parse(await refused.json())
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('connection')]).toEqual([
      503,
      '3',
      'keep-alive',
    ])
    expect(error).toEqual({
      code: 'BUSY',
      message: '现在用的人太多，请过3秒再试，填好的内容不会丢',
      requestId: refused.headers.get('x-request-id'),
    })
    expect(refused.headers.get('x-content-type-options')).toBe('nosniff')
    gate.leave()
    const served = await fetch(`${url}/v1/match`, { ...match, body: JSON.stringify({ facts: BUYER }) })
    expect(served.status).toBe(200)
    await served.text()
  })

  it('keeps a harmless id of its own, and nobody is kept from asking how the server is', async () => {
    const { url } = server
    const named = await fetch(`${url}/v1/documents`, { headers: { 'x-request-id': 'phone-0001' } })
    expect([named.status, ErrorEnvelope.parse(await named.json()).error.requestId]).toEqual([503, 'phone-0001'])
    const forged = await fetch(`${url}/v1/documents`, { headers: { 'x-request-id': '"},{"' } })
    expect(ErrorEnvelope.parse(await forged.json()).error.requestId).toMatch(/^test-id-/)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })

  it('is counted one by one with what it waited, and told of in one line a second', async () => {
    const { url, lines, counted } = server
    const ask = async () => (await fetch(`${url}/v1/documents`)).text()
    await Promise.all([ask(), ask(), ask(), ask(), ask()])
    const one = { route: '/v1/*', method: 'GET', status: 503, ms: expect.any(Number) }
    expect(counted).toEqual([one, one, one, one, one])
    // Four ticks of 50 ms at least; a timer of Node may be early by one.
    expect(Math.min(...counted.map(({ ms }) => ms))).toBeGreaterThan(190)
    const told = (): readonly number[] => lines.map((line) => JSON.parse(line).refused)
    await expect.poll(() => told().reduce((sum, refused) => sum + refused, 0), PATIENCE).toBe(5)
  })

  it('is answered in turn where it does not even wait for an answer, those who are served too', async () => {
    const phone = await talk(server)
    phone.say(`${get('phone-0001')}${get('phone-0002', '/healthz')}${get('phone-0003')}`)
    const expected = [
      ['503', 'phone-0001'],
      ['200', 'phone-0002'],
      ['503', 'phone-0003'],
    ]
    await expect.poll(phone.answers, PATIENCE).toEqual(expected)
    server.gate.leave()
    phone.say(get('phone-0004'))
    await expect.poll(phone.answers, PATIENCE).toEqual([...expected, ['200', 'phone-0004']])
    phone.hangUp()
  })

  it('may still be sending when it is refused: the rest is let go, and what comes after it is understood', async () => {
    const phone = await talk(server)
    const body = 'x'.repeat(1_000_000)
    const head = `Host: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`
    phone.say(`POST /v1/match HTTP/1.1\r\n${head}\r\nX-Request-Id: phone-0001\r\n\r\n${body.slice(0, 600_000)}`)
    await expect.poll(phone.answers, PATIENCE).toEqual([['503', 'phone-0001']])
    server.gate.leave()
    phone.say(`${body.slice(600_000)}${get('phone-0002')}`)
    await expect.poll(phone.answers, PATIENCE).toEqual([
      ['503', 'phone-0001'],
      ['200', 'phone-0002'],
    ])
    phone.hangUp()
  })
})

describe('the waiting at the door', () => {
  it('is for so many at once: one more is refused at once, and so is what a connection sends behind another', async () => {
    const server = await fullServer({ ...FOR_EVER, mostHeld: 2 })
    const [first, second, third] = [await talk(server), await talk(server), await talk(server)]
    first.say(get('phone-0001'))
    second.say(`${get('phone-0002')}${get('phone-0003')}`)
    await expect.poll(() => server.counted.length, PATIENCE).toBe(1)
    third.say(get('phone-0004'))
    await expect.poll(third.answers, PATIENCE).toEqual([['503', 'phone-0004']])
    expect([first.answers(), second.answers()]).toEqual([[], []])
    server.stop.pressed = true
    await server.close()
    await expect.poll(first.answers, PATIENCE).toEqual([['503', 'phone-0001']])
    await expect.poll(() => second.answers()[0], PATIENCE).toEqual(['503', 'phone-0002'])
  })

  it('ends when the server stops: whoever waits is answered and told to leave the connection', async () => {
    const server = await fullServer(FOR_EVER)
    const waiting = fetch(`${server.url}/v1/documents`)
    await expect.poll(() => server.lines.length, PATIENCE).toBe(1)
    server.stop.pressed = true
    await server.close()
    const refused = await waiting
    expect([refused.status, refused.headers.get('connection')]).toEqual([503, 'close'])
    await refused.text()
  })

  it('is over for whoever hangs up, who is counted all the same', async () => {
    const server = await fullServer()
    const phone = await talk(server)
    phone.say(get('phone-0001'))
    phone.hangUp()
    await expect.poll(() => server.counted.length, PATIENCE).toBe(1)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    await server.close()
  })
})

describe('the line behind the door', () => {
  it('is answered in turn, however many requests of one connection stand in it', async () => {
    const server = await fullServer()
    const phone = await talk(server)
    const ids = Array.from({ length: 30 }, (_, n) => `phone-${String(n).padStart(4, '0')}`)
    phone.say(ids.map((id) => get(id, '/healthz')).join(''))
    await expect.poll(phone.answers, PATIENCE).toEqual(ids.map((id) => ['200', id]))
    phone.hangUp()
    await server.close()
  })

  it('passes over whoever hung up meanwhile', async () => {
    const { deps } = await testServer()
    const begins: (() => void)[] = []
    const line: Line = { join: (begin) => void begins.push(begin), length: () => begins.length }
    const asked: string[] = []
    const fetch = ({ url }: Request): Response => {
      asked.push(new URL(url).pathname)
      return new Response('done')
    }
    const sockets: Socket[] = []
    const seen = (message: unknown): void => void sockets.push((message as { readonly socket: Socket }).socket)
    subscribe('http.server.request.start', seen)
    const server = await serve({ ...deps, fetch, line, host: '127.0.0.1', port: 0 })
    const [hasty, steady] = [await talk(server), await talk(server)]
    hasty.say('POST /hasty HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}')
    await expect.poll(() => sockets.length, PATIENCE).toBe(1)
    steady.say(get('phone-0002', '/steady'))
    await expect.poll(() => begins.length, PATIENCE).toBe(2)
    hasty.hangUp()
    await expect.poll(() => sockets[0]?.closed, PATIENCE).toBe(true)
    for (const begin of begins) begin()
    await expect.poll(() => asked, PATIENCE).toEqual(['/steady'])
    unsubscribe('http.server.request.start', seen)
    steady.hangUp()
    await server.close()
  })
})
