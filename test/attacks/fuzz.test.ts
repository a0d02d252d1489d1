import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { engines } from '../stores/engines'
import type { Attempt } from './attack'
import { JSON_TYPE } from './attack'
import { complaints, unspeakable } from './bearable'
import { fromSchema, mutated } from './from-schema'
import { filled, routesOf } from './route'
import { attackScene, bearer } from './scene'
import { send } from './send'

const RUNS = 60
const LONGEST_MS = 4_000

describe.each(engines)('bodies made from the contracts, on the $name database', (engine) => {
  const scene = attackScene(engine)
  const count = { routes: 0, requests: 0, taken: 0, refused: 0, broken: 0 }
  afterAll(() => {
    const { routes, requests, taken, refused, broken } = count
    console.log(
      `fuzz, ${engine.name} database: ${routes} routes, ${requests} requests, ${taken} taken, ${refused} refused, ${broken} × 5xx`,
    )
  })

  it('are taken or refused, and nothing breaks, hangs or leaks', { timeout: 240_000 }, async () => {
    const fuzzed = routesOf(scene().app).filter(({ contract, row }) => contract.body !== undefined && !row.ends)
    for (const route of fuzzed) {
      const { contract } = route
      if (contract.body === undefined) continue
      count.routes += 1
      const body = fromSchema(z.toJSONSchema(contract.body, { io: 'input', unrepresentable: 'any' }) as object)
      const path = filled(route, scene().attacker.ids)
      const headers = { ...JSON_TYPE, ...bearer(scene().attacker.tokens) }
      await fc.assert(
        fc.asyncProperty(fc.oneof(body, mutated(body)), async (value) => {
          const asked = { method: route.method, path, headers, body: JSON.stringify(value) }
          const attempt: Attempt = { what: 'fuzz', asked, must: 'bearable' }
          const answer = await send(scene().url, asked)
          count.requests += 1
          count[answer.status < 300 ? 'taken' : 'refused'] += 1
          if (answer.status >= 500) count.broken += 1
          expect(complaints(route, attempt, answer, scene())).toEqual([])
        }),
        { numRuns: RUNS, interruptAfterTimeLimit: LONGEST_MS, markInterruptAsFailure: false },
      )
    }
    expect((await send(scene().url, { method: 'GET', path: '/healthz' })).status).toBe(200)
    const log = scene().lines.join('')
    for (const secret of unspeakable(scene())) expect([secret, log.includes(secret)]).toEqual([secret, false])
  })
})
