import { randomUUID } from 'node:crypto'
import { platformOutgoing } from '@suanhui/bff/jobs/platform-outgoing'
import { refreshProviders } from '@suanhui/bff/jobs/platform-providers'
import { connectPlatforms } from '@suanhui/bff/platforms/connect'
import type { VerifyingKey } from '@suanhui/bff/platforms/signing/key'
import { verify } from '@suanhui/bff/platforms/signing/verify'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW } from '../contract/server'
import { engines } from '../stores/engines'
import { quiet } from '../stores/quiet'
import { agreeToSharing, creditCode, servicesWorld } from './world'

const KEY: VerifyingKey = { algorithm: 'HMAC-SHA256', keyId: 'test', secret: new Uint8Array(32).fill(9) }
const PROVIDER_CODE = creditCode('91430100MA0PR0D01')
const REQUEST = { platform: 'hunan-scheduling', form: { contact: '李测试' } }

interface Asked {
  readonly method: string
  readonly path: string
  readonly key: string | null
  readonly genuine: boolean
  readonly text: string
}

describe.each(engines)('what goes to a platform, on the $name database', (engine) => {
  let asked: Asked[] = []
  let answer: () => Response = () => new Response()
  const fakeFetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const body = new Uint8Array(await request.arrayBuffer())
    const header = (name: string) => request.headers.get(name) ?? undefined
    const received = { method: request.method, target: url.pathname + url.search, body, header }
    const genuine = verify(received, () => KEY, NOW).ok
    const text = new TextDecoder().decode(body)
    asked.push({
      method: request.method,
      path: url.pathname,
      key: request.headers.get('idempotency-key'),
      genuine,
      text,
    })
    return answer()
  }
  const world = servicesWorld(engine, () => ({
    platforms: connectPlatforms(
      { 'hunan-scheduling': { url: 'http://platform.test/v1', secret: KEY, verifying: KEY } },
      {
        fetch: fakeFetch,
        clock: () => NOW,
        newId: randomUUID,
        random: () => 0,
        log: quiet.log,
        elapsedMs: () => performance.now(),
        firstPauseMs: 1,
      },
      { statusListeners: [], writeListeners: [] },
    ),
  }))
  beforeEach(() => {
    asked = []
    answer = () => Response.json({ id: 'R-1', receiptNumber: '湘注〔2026〕1号' }, { status: 201 })
  })
  const job = async () => {
    const row = await world()
      .database.queries.selectFrom('jobs')
      .select(['payload', 'dedupe_key'])
      .where('kind', '=', 'platform-outgoing')
      .executeTakeFirstOrThrow()
    const leased = {
      id: 1,
      kind: 'platform-outgoing',
      dedupeKey: row.dedupe_key,
      payload: row.payload,
      attempts: 1,
      leaseToken: 'x',
    }
    return platformOutgoing(world().deps).run(leased)
  }
  const register = async () => {
    const owner = await world().person()
    const companyId = await world().companyOf(owner)
    const path = `/v1/companies/${companyId}/registration`
    expect((await owner.ask('POST', path, REQUEST)).status).toBe(403)
    await agreeToSharing(owner)
    const response = await owner.ask('POST', path, REQUEST)
    expect(response.status).toBe(202)
    const look = async () => (await owner.ask('GET', path)).json().then((body) => body.registrations[0])
    return { owner, path, look }
  }

  it('carries a registration, signed, once, and keeps the receipt number', async () => {
    const { look } = await register()
    expect(await look()).toMatchObject({ sending: 'queued', status: 'draft', receiptNumber: null })
    expect(await job()).toEqual({ outcome: 'done' })
    expect(await job()).toEqual({ outcome: 'done' })
    expect(asked).toMatchObject([{ method: 'POST', path: '/v1/registrations', genuine: true }])
    expect(asked[0]?.text).toContain('李测试')
    expect(await look()).toMatchObject({ sending: 'sent', receiptNumber: '湘注〔2026〕1号' })
  })

  it('stays queued while the platform is down, and uses the same key each time', async () => {
    const { look } = await register()
    answer = () => new Response(null, { status: 503 })
    expect(await job()).toMatchObject({ outcome: 'retry' })
    expect(await look()).toMatchObject({ sending: 'queued' })
    expect(asked).toHaveLength(3)
    answer = () => Response.json({ id: 'R-1', receiptNumber: '1' }, { status: 201 })
    await job()
    expect(new Set(asked.map(({ key }) => key)).size).toBe(1)
    expect(await look()).toMatchObject({ sending: 'sent' })
  })

  it('tells the platform’s reason, and takes a new one then', async () => {
    const { owner, path, look } = await register()
    answer = () => Response.json({ reason: '营业执照已经过期' }, { status: 422 })
    expect(await job()).toEqual({ outcome: 'done' })
    expect(await look()).toMatchObject({ sending: 'refused', refusal: '营业执照已经过期' })
    expect((await owner.ask('POST', path, REQUEST)).status).toBe(202)
  })

  it('refuses a second one, strangers, and platforms that are not connected', async () => {
    const { owner, path } = await register()
    expect((await owner.ask('POST', path, REQUEST)).status).toBe(409)
    expect((await owner.ask('POST', path, { ...REQUEST, platform: 'shanxi-dispatch' })).status).toBe(503)
    const stranger = await world().person()
    expect((await stranger.ask('POST', path, REQUEST)).status).toBe(404)
    expect((await stranger.ask('GET', path)).status).toBe(404)
  })

  it('keeps what was sent sealed, and forgets it with the answer', async () => {
    await register()
    const { queries } = world().database
    const { body } = await queries.selectFrom('platform_writes').select('body').executeTakeFirstOrThrow()
    expect(body).not.toContain('李测试')
    await job()
    expect(await queries.selectFrom('platform_writes').select('body').executeTakeFirstOrThrow()).toEqual({ body: null })
  })

  it('keeps the registry of providers, says its age, and who stood in it on a date', async () => {
    const list = async (query = '') => (await world().app.request(`/v1/providers${query}`)).json()
    expect(await list()).toMatchObject({ providers: [], asOf: null, stale: true })
    const provider = {
      id: 'P1',
      name: '长沙测试算力有限公司',
      creditCode: PROVIDER_CODE,
      region: '430100',
      chips: ['昇腾910B'],
      domesticChips: true,
    }
    const registered = [{ from: '2025-01-01', to: '2026-06-30' }]
    const prices = [{ item: '整机', unit: '台·月', priceFen: 500_000 }]
    answer = () => Response.json({ providers: [{ ...provider, prices, qualityScore: 90, registered }], cursor: null })
    expect(await refreshProviders(world().deps, 'hunan-scheduling')).toBe(true)
    expect(await list('?q=测试&chip=910b&domestic=true&region=43&on=2026-06-30')).toMatchObject({
      providers: [{ registered: true, lowestPriceFen: 500_000 }],
      stale: false,
      notice: null,
    })
    expect(await list('?on=2026-07-01')).toMatchObject({ providers: [{ registered: false }] })
    for (const query of ['?registeredOnly=true', '?region=14', '?domestic=false', '?q=没有']) {
      expect(await list(query)).toMatchObject({ providers: [] })
    }
    answer = () => new Response(null, { status: 500 })
    expect(await refreshProviders(world().deps, 'hunan-scheduling')).toBe(false)
    world().clock.forward(25 * 3_600_000)
    expect(await list()).toMatchObject({ providers: [{ name: provider.name }], stale: true })
    const detail = await world().app.request('/v1/providers/hunan-scheduling.P1')
    expect(await detail.json()).toMatchObject({ prices, periods: registered })
    expect((await world().app.request('/v1/providers/nobody')).status).toBe(404)
  })
})
