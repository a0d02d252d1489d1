import { answerError } from '@suanhui/bff/answer'
import type { Bindings } from '@suanhui/bff/deps'
import { AppError } from '@suanhui/bff/errors'
import { openLine } from '@suanhui/bff/line'
import { openGate } from '@suanhui/bff/middleware/gate'
import { refuseBeyond } from '@suanhui/bff/middleware/overload'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { errorOf, testServer } from './server'

const MOST = 3

/** A server with a route that waits, until `release`. */
function server() {
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const app = new Hono<Bindings>()
    .use(refuseBeyond(openGate({ most: MOST }), { random: () => 0.5 }))
    .get('/waits', async (c) => {
      await held
      return c.text('done')
    })
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

  it('are seen where they stand in line as well, though none of them waits for anything', async () => {
    const line = openLine(1)
    const gate = openGate({ most: MOST, standing: line.length })
    expect(gate.isFull()).toBe(false)
    for (let n = 0; n < MOST; n += 1) line.join(() => {})
    expect([line.length(), gate.isFull()]).toEqual([2, false])
    gate.enter()
    expect(gate.isFull()).toBe(true)
    await nextTurn()
    expect(gate.isFull()).toBe(false)
  })

  it('give their place back when they fail', async () => {
    const app = new Hono<Bindings>().use(refuseBeyond(openGate({ most: 1 }), { random: () => 0 })).get('/fails', () => {
      throw new Error('broken')
    })
    app.onError((error, c) => c.text(error.message, error instanceof AppError ? 503 : 500))
    for (let n = 0; n < 3; n += 1) {
      expect((await app.request('/fails')).status).toBe(500)
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
