import { answerError } from '@suanhui/bff/answer'
import type { Bindings } from '@suanhui/bff/deps'
import { AppError } from '@suanhui/bff/errors'
import { openGate } from '@suanhui/bff/middleware/gate'
import { refuseBeyond } from '@suanhui/bff/middleware/overload'
import { serve } from '@suanhui/bff/serve'
import { turnAway } from '@suanhui/bff/turn-away'
import { ErrorEnvelope } from '@suanhui/shared/api'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { BUYER, errorOf, testServer } from './server'

const MOST = 3

/** A server with one route that waits, until `release`, and one that only computes. */
function server() {
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const app = new Hono<Bindings>()
    .use(refuseBeyond(openGate(MOST), { random: () => 0.5 }))
    .get('/waits', async (c) => {
      await held
      return c.text('done')
    })
    .get('/computes', (c) => c.text('done'))
    .onError((error, c) => (error instanceof AppError ? answerError(c, error) : c.text('unforeseen', 500)))
  return { ask: async (path: string) => app.request(path), release: () => release() }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const statuses = (answers: readonly Response[]) => answers.map(({ status }) => status)

describe('more requests than a server can bear', () => {
  it('are refused at once, and told in words and seconds when to come again', async () => {
    const { ask, release } = server()
    const waiting = Array.from({ length: MOST }, () => ask('/waits'))
    await nextTurn()
    const refused = await ask('/waits')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '3'])
    expect(await errorOf(refused)).toMatchObject({
      code: 'BUSY',
      message: '现在用的人太多，请过3秒再试，填好的内容不会丢',
    })
    release()
    expect(statuses(await Promise.all(waiting))).toEqual([200, 200, 200])
    expect((await ask('/waits')).status).toBe(200)
  })

  it('are seen within one turn of the loop as well, where none waits for anything', async () => {
    const { ask } = server()
    const together = await Promise.all(Array.from({ length: MOST + 2 }, () => ask('/computes')))
    expect(statuses(together)).toEqual([200, 200, 200, 503, 503])
    await nextTurn()
    expect((await ask('/computes')).status).toBe(200)
  })

  it('give their place back when they fail', async () => {
    const app = new Hono<Bindings>().use(refuseBeyond(openGate(1), { random: () => 0 })).get('/fails', () => {
      throw new Error('broken')
    })
    app.onError((error, c) => c.text(error.message, error instanceof AppError ? 503 : 500))
    for (let n = 0; n < 3; n += 1) {
      expect((await app.request('/fails')).status).toBe(500)
      await nextTurn()
    }
  })
})

describe('a crowd at the door', () => {
  const match = { method: 'POST', headers: { 'content-type': 'application/json' } } as const

  /** A server whose only place is taken until `gate.leave()`, with what it says to the metrics. */
  async function fullServer() {
    const gate = openGate(1)
    const counted: unknown[] = []
    const made = await testServer({ gate, onAnswered: (one) => void counted.push(one) })
    const { deps, app, lines } = made
    gate.enter()
    await nextTurn()
    const door = turnAway({ ...deps, gate, random: () => 0.5 })
    const running = await serve({ ...deps, fetch: app.fetch, host: '127.0.0.1', port: 0, turnAway: door })
    return { ...running, gate, lines, counted }
  }

  it('is refused in the same words as further in, with its body unread, and served on the same connection after', async () => {
    const { url, gate, close } = await fullServer()
    try {
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
      await nextTurn()
      const served = await fetch(`${url}/v1/match`, { ...match, body: JSON.stringify({ facts: BUYER }) })
      expect(served.status).toBe(200)
      await served.text()
    } finally {
      await close()
    }
  })

  it('keeps a harmless id of its own, and nobody is kept from asking how the server is', async () => {
    const { url, close } = await fullServer()
    try {
      const named = await fetch(`${url}/v1/documents`, { headers: { 'x-request-id': 'phone-0001' } })
      expect([named.status, ErrorEnvelope.parse(await named.json()).error.requestId]).toEqual([503, 'phone-0001'])
      const forged = await fetch(`${url}/v1/documents`, { headers: { 'x-request-id': '"},{"' } })
      expect(ErrorEnvelope.parse(await forged.json()).error.requestId).toMatch(/^test-id-/)
      expect((await fetch(`${url}/healthz`)).status).toBe(200)
    } finally {
      await close()
    }
  })

  it('is counted one by one, and told of in one line a second', async () => {
    const { url, lines, counted, close } = await fullServer()
    try {
      for (let n = 0; n < 5; n += 1) await (await fetch(`${url}/v1/documents`)).text()
      expect(counted).toEqual(Array.from({ length: 5 }, () => ({ route: '/v1/*', method: 'GET', status: 503, ms: 0 })))
      const told = (): readonly number[] => lines.map((line) => JSON.parse(line).refused)
      await expect.poll(() => told().reduce((sum, refused) => sum + refused, 0), { timeout: 20_000 }).toBe(5)
    } finally {
      await close()
    }
  })
})

describe('a server that is being stopped', () => {
  it('says to proxies that it is not ready, and answers what still comes', async () => {
    const { app } = await testServer({ stopping: () => true })
    const ready = await app.request('/readyz')
    expect([ready.status, (await errorOf(ready)).message]).toEqual([503, '正在停止，请找另一台'])
    expect((await app.request('/healthz')).status).toBe(200)
    expect((await app.request('/v1/documents')).status).toBe(200)
  })
})
