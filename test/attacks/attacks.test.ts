import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { engines } from '../stores/engines'
import type { Attack, Attempt } from './attack'
import { complaints, unspeakable } from './bearable'
import { addressAttacks } from './kinds-address'
import { bodyAttacks } from './kinds-body'
import { whoAttacks } from './kinds-who'
import { type Route, routesOf, served, servedBesides } from './route'
import { attackScene, bearer, type Scene } from './scene'
import { send } from './send'
import { NOBODY, table } from './table'

const attacks: readonly Attack[] = [...whoAttacks, ...addressAttacks, ...bodyAttacks]
const AT_ONCE = 6

describe.each(engines)('under attack, on the $name database', (engine) => {
  const scene = attackScene(engine)
  const count = { rows: 0, requests: 0, refused: 0, broken: 0 }
  afterAll(() => {
    const { rows, requests, refused, broken } = count
    console.log(
      `attacks, ${engine.name} database: ${rows} rows, ${requests} requests, ${refused} refused, ${broken} × 5xx`,
    )
  })

  /** What the victim sees of their own things. */
  async function possessions({ url, victim }: Scene): Promise<readonly string[]> {
    const { companyId, paperId, uploadId, submissionId, messageId } = victim.ids
    const root = `/v1/companies/${companyId}`
    const own = ['', '/sessions', '/consents', '/notification-choices', `/messages/${messageId}`].map(
      (path) => `/v1/me${path}`,
    )
    const things = [
      '',
      '/members',
      '/facts',
      `/papers/${paperId}`,
      `/uploads/${uploadId}`,
      `/submissions/${submissionId}`,
    ]
    const paths = [...own, ...things.map((path) => root + path)]
    const answers = await Promise.all(
      paths.map((path) => send(url, { method: 'GET', path, headers: bearer(victim.tokens) })),
    )
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200))
    return answers.map(({ text }) => text)
  }

  async function attack(route: Route, attempts: readonly Attempt[]): Promise<readonly string[]> {
    const found: string[] = []
    for (let from = 0; from < attempts.length; from += AT_ONCE) {
      await Promise.all(
        attempts.slice(from, from + AT_ONCE).map(async (attempt) => {
          const answer = await send(scene().url, attempt.asked).catch((error: unknown) => String(error))
          count.requests += 1
          if (typeof answer === 'string') {
            found.push(`${route.key}: ${attempt.what}: ${answer}`)
            return
          }
          if (answer.status >= 500 && route.key !== 'GET /readyz') count.broken += 1
          if (answer.status >= 400) count.refused += 1
          found.push(...complaints(route, attempt, answer, scene()))
        }),
      )
    }
    return found
  }

  it('every route that is served has a row, and says there who may ask', () => {
    expect(served(scene().app).filter((key) => table[key] === undefined)).toEqual([])
    expect(servedBesides(scene().app)).toEqual([])
    const routes = routesOf(scene().app)
    expect(routes.map(({ key, row }) => `${key} ${row.who}`)).toEqual(
      routes.map(({ key, contract }) => `${key} ${contract.access}`),
    )
    const withBody = routes.filter(({ contract }) => contract.body)
    expect(withBody.filter(({ row }) => row.body === undefined).map(({ key }) => key)).toEqual([])
    const takesIds = ({ contract: { body } }: Route): boolean =>
      body !== undefined && /"uuid"/.test(JSON.stringify(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' })))
    const withoutIds = withBody.filter((route) => takesIds(route) && !JSON.stringify(route.row.body).includes(NOBODY))
    expect(withoutIds.map(({ key }) => key)).toEqual([])
    for (const { key, contract, row } of withBody) {
      expect([key, contract.body?.safeParse(row.body).error?.issues]).toEqual([key, undefined])
    }
  })

  it.each(attacks)('$name', { timeout: 180_000 }, async ({ on, attempts }) => {
    const before = await possessions(scene())
    const routes = routesOf(scene().app).filter(on)
    expect(routes.length).toBeGreaterThan(0)
    const found: string[] = []
    for (const route of routes) {
      count.rows += 1
      found.push(...(await attack(route, await attempts(route, scene()))))
    }
    expect(found).toEqual([])
    // The house stands, nothing of the victim's has changed, and nobody reads about it in the log.
    expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined()
    expect((await send(scene().url, { method: 'GET', path: '/healthz' })).status).toBe(200)
    expect(await possessions(scene())).toEqual(before)
    const log = scene().lines.join('')
    expect(log.length).toBeGreaterThan(1_000)
    for (const secret of unspeakable(scene())) expect([secret, log.includes(secret)]).toEqual([secret, false])
  })
})
