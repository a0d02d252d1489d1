import { setTimeout as sleep } from 'node:timers/promises'
import { VENDOR_PATIENCE_MS } from '@suanhui/bff/channels/sms/call-vendor'
import { type Answered, until } from './client'
import type { Fault } from './fault'
import { someWrites } from './kill'
import { startMixedRun } from './mixed-run'
import { endOf } from './outcome'
import { openScene } from './scene'

/** What has to be right about an answer while something is away. */
export function refusalProblems({ status, headers, body }: Answered): readonly string[] {
  const message: unknown = body?.error?.message
  const seconds = Number(headers.get('retry-after'))
  return [
    ...(status === 503 ? [] : [`answered ${status} instead of 503`]),
    ...(seconds > 0 ? [] : ['no Retry-After']),
    ...(typeof message === 'string' && /^[^A-Za-z]+$/.test(message) ? [] : [`in these words: ${String(message)}`]),
  ]
}

/** PostgreSQL is stopped under the running server, and comes back; nobody starts the server anew. */
export const databaseGone: Fault = async ({ times, short }) => {
  const scene = await openScene({ engine: 'server' })
  const wrong: string[] = []
  try {
    const { pid } = await scene.start()
    const run = await startMixedRun(scene, { people: short ? 2 : 4 })
    const person = run.owners[0]?.client
    const { postgres } = scene
    if (person === undefined || postgres === undefined) throw new Error('nobody is there')
    const count = times(8)
    let slowest = 0
    for (let index = 0; index < count; index += 1) {
      await someWrites(run, 10)
      if (index % 2 === 1) {
        // In the very moment in which a vendor has a message, and we do not know it yet.
        scene.aliyun.behave(() => ({ kind: 'slow', ms: 1_500 }))
        const seen = scene.aliyun.seen.length
        await until('an SMS is on its way', () => scene.aliyun.seen.length > seen, 10_000).catch(() => undefined)
      }
      if (index % 3 === 2) await postgres.kill()
      else await postgres.stop()
      const asked = Date.now()
      wrong.push(...refusalProblems(await person.ask('GET', '/v1/companies')))
      slowest = Math.max(slowest, Date.now() - asked)
      const ready = await person.ask('GET', '/readyz')
      if (ready.status !== 503) wrong.push(`not ready, and said ${ready.status}`)
      if ((await person.ask('GET', '/healthz')).status !== 200) wrong.push('it lives, and did not say so')
      await sleep(1_000)
      await postgres.start()
      scene.aliyun.behave(undefined)
      const back = Date.now()
      const answer = await person.insist('GET', '/v1/companies')
      if (answer.status !== 200 || Date.now() - back > 20_000) wrong.push(`back after ${Date.now() - back} ms`)
    }
    if (scene.product().pid !== pid) wrong.push('the server was started anew')
    const outcome = await endOf(scene, run, {
      done: `${count} × the database's server stopped or killed under the running server, and started`,
      note: `503 with Retry-After after at most ${(slowest / 1000).toFixed(1)} s, no restart`,
      wrong,
    })
    // Both sides lived all the time: whatever a vendor answered in time was heard.
    const answers = [...scene.aliyun.seen, ...scene.tencent.seen].map(({ tookMs = 0 }) => tookMs)
    const slowestMs = Math.max(0, ...answers)
    if (outcome.explained === 0 || slowestMs >= VENDOR_PATIENCE_MS) return [outcome]
    const heard = `${outcome.explained} sent a second time although the vendors had answered, within ${slowestMs} ms`
    return [{ ...outcome, twice: outcome.twice + outcome.explained, explained: 0, wrong: [...outcome.wrong, heard] }]
  } finally {
    await scene.close()
  }
}
