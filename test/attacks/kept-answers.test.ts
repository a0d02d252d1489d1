import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { unspeakable } from './bearable'
import { filled, isGuarded, routesOf } from './route'
import { attackScene, bearer } from './scene'
import { send } from './send'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Of what the vault sealed nothing can be read. */
const SEALED = /^[\w.:-]{30,}$/

/** Bodies that go through: those of the table name papers that are nobody's. */
const GOOD: Readonly<Record<string, unknown>> = {
  'POST /v1/companies/{companyId}/uploads': { name: '测试法人欧阳某某的发票.jpg', size: 100, kind: 'invoice' },
  'POST /v1/companies/{companyId}/registration': {
    platform: 'hunan-scheduling',
    form: { legalName: '测试法人欧阳某某' },
    paperIds: [],
  },
}

/** Every text in an answer that is longer than a word and no id. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length >= 8 && !UUID.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const isSilent = (body: unknown): boolean =>
  body === null || (typeof body === 'string' && (UUID.test(body) || SEALED.test(body)))

describe.each(engines)('answers that are kept for repetitions, on the $name database', (engine) => {
  const scene = attackScene(engine)

  it('hold an id, nothing, or what is sealed: whatever route answered, and to whatever', async () => {
    const { app, url, victim, attacker, database } = scene()
    const routes = routesOf(app).filter(
      (route) => isGuarded(route) && route.row.ends !== true && ['POST', 'PUT'].includes(route.method),
    )
    const answered: string[] = []
    const told: string[] = []
    for (const [at, route] of routes.entries()) {
      const asked = {
        method: route.method,
        path: filled(route, victim.ids),
        headers: {
          ...bearer(victim.tokens),
          'idempotency-key': `kept-answer-${at}`,
          ...(route.contract.body && { 'content-type': 'application/json' }),
        },
        ...(route.contract.body && { body: JSON.stringify(GOOD[route.key] ?? route.row.body) }),
      }
      const first = await send(url, asked)
      if (first.status >= 300) continue
      const again = await send(url, asked)
      if (again.headers['idempotency-replayed'] !== 'true') continue
      expect([route.key, again.status]).toEqual([route.key, first.status])
      answered.push(route.key)
      // Somebody else's key of the same name is another one.
      const { ids, tokens } = attacker
      const theirs = { ...asked, path: filled(route, ids), headers: { ...asked.headers, ...bearer(tokens) } }
      const other = await send(url, theirs)
      expect([route.key, other.headers['idempotency-replayed']]).toEqual([route.key, undefined])
      expect([route.key, other.text]).toEqual([route.key, expect.not.stringMatching(/这个编号已经用在别的请求上了/)])
      expect([route.key, other.status < 500]).toEqual([route.key, true])
      told.push(...textsIn(JSON.parse(first.text)))
    }
    expect(answered.length).toBeGreaterThan(5)
    expect(answered).toContain('POST /v1/companies/{companyId}/invitations')
    expect(answered).toContain('POST /v1/companies/{companyId}/uploads')
    expect(answered).toContain('POST /v1/companies/{companyId}/registration')
    expect(answered).toContain('POST /v1/me/subscriptions')
    const rows = await database.queries.selectFrom('idempotency_keys').selectAll().execute()
    expect(rows.length).toBeGreaterThanOrEqual(answered.length)
    expect(rows.filter(({ body }) => !isSilent(body)).map(({ scope, body }) => [scope, body])).toEqual([])
    const bodies = JSON.stringify(rows.map(({ body }) => body))
    for (const words of told) expect([words, bodies.includes(words)]).toEqual([words, false])
    const whole = JSON.stringify(rows)
    for (const secret of unspeakable(scene())) expect([secret, whole.includes(secret)]).toEqual([secret, false])
  })
})
