import { randomUUID } from 'node:crypto'
import { pollPlatform } from '@suanhui/bff/jobs/platform-poll'
import { openHunanScheduling } from '@suanhui/bff/platforms/hunan-scheduling/adapter'
import type { SigningSecret } from '@suanhui/bff/platforms/signing/key'
import { sign } from '@suanhui/bff/platforms/signing/sign'
import type { StatusChange } from '@suanhui/bff/platforms/world'
import { addSubject, forgetNonces, timelineOf } from '@suanhui/bff/stores/platforms'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { servicesWorld } from './world'

const SECRET = { algorithm: 'HMAC-SHA256', keyId: 'test', secret: new Uint8Array(32).fill(9) } as const
const PATH = '/v1/platforms/hunan-scheduling/events'
const PLATFORM_ID = 'R-1'
const STATUSES = ['SUBMITTED', 'CITY_AUDIT', 'PROVINCE_AUDIT', 'PASSED']

const eventNo = (sequence: number, status = STATUSES[sequence - 1]) => ({
  eventId: `e${sequence}`,
  type: 'status.changed',
  occurredAt: '2026-11-20T17:00:00Z',
  subject: { kind: 'registration', id: PLATFORM_ID },
  sequence,
  data: { status, statusText: '审核中' },
})

describe.each(engines)('webhooks on the $name database', (engine) => {
  const heard: StatusChange[] = []
  let polled: unknown[] = []
  const world = servicesWorld(engine, () => ({
    platforms: {
      connected: {
        'hunan-scheduling': openHunanScheduling({
          call: async ({ query }) => ({
            result: 'answered',
            status: 200,
            body: { events: query?.after === undefined ? polled : [], cursor: 'end' },
          }),
        }),
      },
      keys: { 'hunan-scheduling': SECRET },
      statusListeners: [
        async (_, change) => {
          heard.push(change)
        },
      ],
      writeListeners: [],
    },
  }))
  let subjectId = ''
  beforeEach(async () => {
    heard.length = 0
    polled = []
    const companyId = await world().companyOf(await world().person())
    subjectId = randomUUID()
    await world().database.transaction(async (transaction) => {
      await addSubject(transaction, { id: subjectId, companyId, platform: 'hunan-scheduling', kind: 'registration' })
      await transaction
        .updateTable('platform_subjects')
        .set({ platform_id: PLATFORM_ID })
        .where('id', '=', subjectId)
        .execute()
    })
  })

  const post = (
    body: string,
    given: {
      readonly secret?: SigningSecret
      readonly now?: Date
      readonly nonce?: string
      readonly signedBody?: string
    } = {},
  ) => {
    const { secret = SECRET, now = world().clock.now, nonce = randomUUID(), signedBody = body } = given
    const signed = sign({ method: 'POST', target: PATH, body: new TextEncoder().encode(signedBody) }, secret, {
      now,
      nonce,
    })
    return world().app.request(PATH, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...signed },
    })
  }
  const send = (event: unknown) => post(JSON.stringify(event))
  const subject = () =>
    world()
      .database.queries.selectFrom('platform_subjects')
      .selectAll()
      .where('id', '=', subjectId)
      .executeTakeFirstOrThrow()
  const kept = async () =>
    (await sql<{ count: number }>`select count(*) as count from platform_events`.execute(world().database.queries))
      .rows[0]?.count

  it('takes news in order, tells the listeners, and keeps the timeline', async () => {
    for (const sequence of [1, 2, 3, 4]) expect((await send(eventNo(sequence))).status).toBe(202)
    expect(await subject()).toMatchObject({ status: 'approved', sequence: 4 })
    expect(heard.map(({ from, to }) => `${from.status} ${to.status}`)).toEqual([
      'draft submitted',
      'submitted city_review',
      'city_review province_review',
      'province_review approved',
    ])
    expect((await timelineOf(world().database.queries, subjectId)).map(({ sequence }) => sequence)).toEqual([
      1, 2, 3, 4,
    ])
  })

  it('takes them in any order and repeated, and tells each step once', async () => {
    for (const sequence of [3, 1, 3, 4, 1, 2, 4]) expect((await send(eventNo(sequence))).status).toBe(202)
    expect((await subject()).status).toBe('approved')
    expect(heard).toHaveLength(4)
  })

  it('takes them all at once', async () => {
    await Promise.all([4, 2, 3, 1].map((sequence) => send(eventNo(sequence))))
    await world().database.queries.selectFrom('jobs').selectAll().execute()
    expect((await subject()).status).toBe('approved')
  })

  it('asks for what is missing at once, and fills the gap', async () => {
    await send(eventNo(2))
    expect((await subject()).status).toBe('draft')
    const jobs = await world().database.queries.selectFrom('jobs').select('kind').execute()
    expect(jobs).toEqual([{ kind: 'platform-catch-up' }])
    polled = [eventNo(1), { nonsense: true }, eventNo(2)]
    expect(await pollPlatform(world().deps, 'hunan-scheduling')).toBe(true)
    expect((await subject()).status).toBe('city_review')
  })

  it('keeps a status that it does not know, and shows it', async () => {
    await send(eventNo(1))
    await send({ ...eventNo(2, 'SOMETHING_NEW'), data: { status: 'SOMETHING_NEW', statusText: '部门会商' } })
    expect(await subject()).toMatchObject({ status: 'submitted', sequence: 2, state: { unknown: '部门会商' } })
  })

  it('refuses a message that was sent twice by its nonce, and one that was changed', async () => {
    const nonce = randomUUID()
    expect((await post(JSON.stringify(eventNo(1)), { nonce })).status).toBe(202)
    expect((await post(JSON.stringify(eventNo(1)), { nonce })).status).toBe(409)
    expect((await post(JSON.stringify(eventNo(2)), { signedBody: JSON.stringify(eventNo(3)) })).status).toBe(401)
    expect(await kept()).toBe(1)
  })

  it.each([
    ['another key', { secret: { ...SECRET, secret: new Uint8Array(32).fill(1) } }],
    ['a key nobody knows', { secret: { ...SECRET, keyId: 'other' } }],
    ['a clock that is late', { now: new Date('2026-11-20T17:20:00Z') }],
    ['a clock that is early', { now: new Date('2026-11-20T17:40:00Z') }],
  ])('refuses %s', async (_, given) => {
    expect((await post(JSON.stringify(eventNo(1)), given)).status).toBe(401)
    expect(await kept()).toBe(0)
  })

  it('checks the signature before it parses', async () => {
    expect((await post('{', { signedBody: '{}' })).status).toBe(401)
    expect((await post('{')).status).toBe(400)
    expect((await post('{}')).status).toBe(422)
  })

  it('refuses what is too large, and platforms that are not connected', async () => {
    expect((await post(JSON.stringify({ ...eventNo(1), more: 'x'.repeat(70_000) }))).status).toBe(413)
    const other = await world().app.request('/v1/platforms/hunan-projects/events', { method: 'POST', body: '{}' })
    expect(other.status).toBe(404)
  })

  it('forgets nonces when no clock would let them through', async () => {
    await send(eventNo(1))
    expect(await forgetNonces(world().database.queries, world().clock.now)).toBe(0)
    expect(await forgetNonces(world().database.queries, new Date(world().clock.now.getTime() + 6 * 60_000))).toBe(1)
  })
})
