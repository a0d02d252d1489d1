import { randomUUID } from 'node:crypto'
import type { Channel, Sending, SendOutcome } from '@suanhui/bff/channels/channel'
import { inbox } from '@suanhui/bff/channels/inbox'
import { DONE } from '@suanhui/bff/jobs/handler'
import { enqueue } from '@suanhui/bff/jobs/queue'
import { startJobs } from '@suanhui/bff/jobs/runner'
import { countedChannels, countedReader, countedSms } from '@suanhui/bff/metrics/counted'
import { type Metrics, openMetrics } from '@suanhui/bff/metrics/metrics'
import { serveMetrics } from '@suanhui/bff/metrics/serve-metrics'
import { watchDatabase } from '@suanhui/bff/metrics/watch-database'
import { watchPlatforms } from '@suanhui/bff/metrics/watch-platforms'
import { watchProcess } from '@suanhui/bff/metrics/watch-process'
import { openCircuit } from '@suanhui/bff/platforms/circuit'
import { openClient } from '@suanhui/bff/platforms/client'
import { sharedRoutes } from '@suanhui/bff/platforms/wire/shared'
import { NO_PLATFORMS } from '@suanhui/bff/platforms/world'
import { UnreadableFileError } from '@suanhui/bff/recognition/unreadable-file'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { engines, opened } from '../stores/engines'
import { quiet } from '../stores/quiet'
import { INVOICE } from './uploading'
import { servicesWorld } from './world'

/** A channel whose vendor makes this of one message after the other. */
const channelThatMakes = (outcomes: SendOutcome[]): Channel => ({
  ...inbox,
  vendors: [{ name: 'test', send: async () => outcomes.shift() ?? { outcome: 'sent' } }],
})
const FAILED: SendOutcome = { outcome: 'failed', kind: 'permanent', reason: '43101' }
const SENDING: Sending = {
  messageId: 'm',
  attemptId: 'a',
  message: {
    topic: 'reminder',
    title: '提醒',
    text: '提醒',
    link: undefined,
    urgent: false,
    dedupeKey: 'd',
    smsAlways: false,
    sms: undefined,
    wechat: { template: 'to_do.1', values: {} },
  },
}

/** The lines of one metric, without its help. */
const linesOf = async ({ registry }: Metrics, name: string): Promise<readonly string[]> =>
  (await registry.text()).split('\n').filter((line) => line.startsWith(name))

describe.each(engines)('metrics with the $name database', (engine) => {
  let metrics = openMetrics()
  const world = servicesWorld(engine, () => {
    metrics = openMetrics()
    return { onAnswered: metrics.answered }
  })

  it('count answers by the pattern of their route, and hold nothing of who asked', async () => {
    const person = await world().person()
    const companyId = await world().companyOf(person)
    await person.ask('GET', `/v1/companies/${companyId}`)
    await person.ask('GET', `/v1/companies/${randomUUID()}`)
    await person.ask('GET', `/nowhere/${person.id}?phone=19900000001`)
    const lines = await linesOf(metrics, 'suanhuitong_request_seconds_count')
    expect(lines).toEqual([
      'suanhuitong_request_seconds_count{route="/v1/companies/:companyId",method="GET",status="200"} 1',
      'suanhuitong_request_seconds_count{route="/v1/companies/:companyId",method="GET",status="404"} 1',
      'suanhuitong_request_seconds_count{route="/*",method="GET",status="404"} 1',
    ])
    const text = await metrics.registry.text()
    for (const secret of [person.id, companyId, '19900000001', 'nowhere']) expect(text).not.toContain(secret)
  })

  it('count jobs by what came of them, and see those that wait and those that died', async () => {
    const { database, deps } = world()
    watchDatabase(metrics.registry, database)
    await database.transaction(async (transaction) => {
      for (const key of ['good', 'bad', 'worse']) {
        await enqueue(transaction, { kind: 'test', dedupeKey: key, payload: { key } })
      }
      const runAt = new Date(Date.now() - 60_000)
      await enqueue(transaction, { kind: 'nobody-does-it', dedupeKey: 'x', payload: {}, runAt })
    })
    const jobs = startJobs(
      [
        {
          kind: 'test',
          run: async ({ dedupeKey }) => {
            if (dedupeKey === 'bad') throw new Error('not now')
            return dedupeKey === 'good' ? DONE : { outcome: 'dead', failure: 'never' }
          },
        },
      ],
      { ...deps, onJobEnded: metrics.jobEnded },
    )
    await vi.waitFor(
      async () => expect(await linesOf(metrics, 'suanhuitong_job_seconds_count')).toHaveLength(3),
      10_000,
    )
    await jobs.stop()
    expect([...(await linesOf(metrics, 'suanhuitong_job_seconds_count'))].sort()).toEqual([
      'suanhuitong_job_seconds_count{kind="test",outcome="dead"} 1',
      'suanhuitong_job_seconds_count{kind="test",outcome="done"} 1',
      'suanhuitong_job_seconds_count{kind="test",outcome="failed"} 1',
    ])
    expect(await linesOf(metrics, 'suanhuitong_jobs_waiting')).toEqual([
      'suanhuitong_jobs_waiting{kind="nobody-does-it"} 1',
      'suanhuitong_jobs_waiting{kind="test"} 1',
    ])
    expect(await linesOf(metrics, 'suanhuitong_jobs_dead{kind="test"}')).toEqual([
      'suanhuitong_jobs_dead{kind="test"} 1',
    ])
    const [oldest = ''] = await linesOf(metrics, 'suanhuitong_jobs_oldest_due_seconds{kind="nobody')
    expect(Number(oldest.split(' ')[1])).toBeGreaterThanOrEqual(60)
  })

  it('time statements by their verb, and know how the database is', async () => {
    const own = openMetrics()
    const database = await opened(await engine.settings(), { ...quiet, onStatement: own.statementRan })
    watchDatabase(own.registry, database)
    await sql`select 1`.execute(database.queries)
    await sql`select 1 from nowhere`.execute(database.queries).catch(() => undefined)
    const verbs = (await linesOf(own, 'suanhuitong_database_statement_seconds_count')).join('\n')
    expect(verbs).toContain('{verb="select",outcome="ok"}')
    expect(verbs).toContain('{verb="select",outcome="defect"} 1')
    expect(await linesOf(own, 'suanhuitong_database_up')).toEqual([
      `suanhuitong_database_up{engine="${engine.name}"} 1`,
    ])
    expect(await linesOf(own, 'suanhuitong_database_pool_waiting')).toHaveLength(1)
    await database.close()
    // Closed is down: the page still comes, and says so.
    expect(await linesOf(own, 'suanhuitong_database_up')).toEqual([
      `suanhuitong_database_up{engine="${engine.name}"} 0`,
    ])
  })
})

describe('metrics of what lies behind us', () => {
  it('count calls to a platform, and show when it is held back from', async () => {
    const metrics = openMetrics()
    const circuit = openCircuit({ elapsedMs: () => 0, failures: 2 })
    const statuses = [200, 404, 503, 503]
    const client = openClient(
      {
        platform: 'hunan-scheduling',
        url: 'http://platform.test',
        secret: { algorithm: 'HMAC-SHA256', keyId: 'k', secret: new Uint8Array(32) },
      },
      {
        fetch: async () =>
          new Response('{}', {
            status: statuses.shift() ?? 500,
            headers: { 'content-type': 'application/json' },
          }),
        clock: () => new Date(0),
        newId: randomUUID,
        random: () => 0,
        log: quiet.log,
        circuit,
        firstPauseMs: 0,
        onCalled: metrics.platformCalled,
      },
    )
    watchPlatforms(metrics.registry, { ...NO_PLATFORMS, circuits: { 'hunan-scheduling': circuit } })
    const route = sharedRoutes.events
    for (let n = 0; n < 3; n += 1) await client.call({ route })
    const counted = await linesOf(metrics, 'suanhuitong_platform_call_seconds_count')
    expect(counted.map((line) => line.replace(/^.*outcome=/, ''))).toEqual([
      '"answered"} 1',
      '"refused"} 1',
      '"unavailable"} 2',
      '"held-back"} 1',
    ])
    expect(await linesOf(metrics, 'suanhuitong_platform_circuit')).toEqual([
      'suanhuitong_platform_circuit{platform="hunan-scheduling"} 2',
    ])
  })

  it('count text messages and papers by what came of them', async () => {
    const metrics = openMetrics()
    const sender = countedSms({ send: async () => ({ outcome: 'retry', reason: 'busy' }) }, metrics)
    await sender.send({ phone: '19900000001', template: 'login_code', values: { code: '123456' }, key: 'k' })
    const file = { bytes: new Uint8Array(), mediaType: 'image/jpeg' }
    await countedReader(
      async () => INVOICE,
      metrics,
      () => 0,
    )(file)
    const broken = async () => {
      throw new UnreadableFileError('broken')
    }
    await expect(countedReader(broken, metrics, () => 0)(file)).rejects.toThrow(UnreadableFileError)
    const { wechat } = countedChannels({ wechat: channelThatMakes([{ outcome: 'sent' }, FAILED]) }, metrics)
    for (let n = 0; n < 3; n += 1) await wechat?.vendors[0]?.send('openid', SENDING)
    expect(await linesOf(metrics, 'suanhuitong_messages_total')).toEqual([
      'suanhuitong_messages_total{channel="sms",outcome="retry"} 1',
      'suanhuitong_messages_total{channel="wechat",outcome="sent"} 2',
      'suanhuitong_messages_total{channel="wechat",outcome="permanent"} 1',
    ])
    expect(await linesOf(metrics, 'suanhuitong_paper_read_seconds_count')).toEqual([
      'suanhuitong_paper_read_seconds_count{outcome="read"} 1',
      'suanhuitong_paper_read_seconds_count{outcome="broken"} 1',
    ])
    expect(await metrics.registry.text()).not.toMatch(/19900000001|123456/)
  })

  it('stand on a port of their own, which answers nothing else', async () => {
    const metrics = openMetrics()
    watchProcess(metrics.registry)
    const server = await serveMetrics({ registry: metrics.registry, host: '127.0.0.1', port: 0 })
    onTestFinished(() => server.close())
    const answer = await fetch(server.url)
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const text = await answer.text()
    for (const name of ['event_loop_delay_seconds', 'memory_bytes', 'cpu_seconds', 'uptime_seconds']) {
      expect(text).toContain(`# TYPE suanhuitong_${name} gauge`)
    }
    expect(text).toMatch(/^suanhuitong_memory_bytes\{kind="rss"\} \d{7,}$/m)
    // Every line is a comment or a sample as the collector reads it.
    for (const line of text.trim().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) .+|\w+(\{[^}]*\})? -?[\d.e+-]+)$/)
    expect((await fetch(server.url.replace('/metrics', '/'))).status).toBe(404)
    expect((await fetch(server.url, { method: 'POST' })).status).toBe(404)
  })
})
