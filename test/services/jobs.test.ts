import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { DONE, type JobHandler } from '@suanhui/bff/jobs/handler'
import { enqueue, lease, revive, settle } from '@suanhui/bff/jobs/queue'
import { startJobs } from '@suanhui/bff/jobs/runner'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { engines } from '../stores/engines'
import { quiet } from '../stores/quiet'
import { servicesWorld } from './world'

const HALF_A_SECOND = { limit: 10, leaseMs: 500, token: '00000000-0000-4000-8000-000000000001' }

describe.each(engines)('jobs on the $name database', (engine) => {
  const world = servicesWorld(engine)
  const queued = (dedupeKey: string, kind = 'test') =>
    world().database.transaction((transaction) => enqueue(transaction, { kind, dedupeKey, payload: { dedupeKey } }))
  const states = async () =>
    (
      await world()
        .database.queries.selectFrom('jobs')
        .select(['dedupe_key', 'state', 'attempts'])
        .orderBy('id')
        .execute()
    ).map(({ dedupe_key, state, attempts }) => `${dedupe_key} ${state} ${attempts}`)
  const run = (handler: JobHandler) => {
    const runner = startJobs([handler], {
      database: world().database,
      log: quiet.log,
      newId: randomUUID,
      random: () => 0,
    })
    onTestFinished(() => runner.stop())
    return runner
  }

  it('keeps one job for one key, also after it is done', async () => {
    expect(await queued('a')).toBe(true)
    expect(await queued('a')).toBe(false)
    expect(await queued('a', 'other')).toBe(true)
    const [job] = await lease(world().database.queries, 'test', HALF_A_SECOND)
    expect(job).toMatchObject({ kind: 'test', dedupeKey: 'a', payload: { dedupeKey: 'a' }, attempts: 1 })
    if (job) expect(await settle(world().database.queries, job, { state: 'done' })).toBe(true)
    expect(await queued('a')).toBe(false)
  })

  it('is not there when the transaction that wanted it failed', async () => {
    const failing = world().database.transaction(async (transaction) => {
      await enqueue(transaction, { kind: 'test', dedupeKey: 'a', payload: {} })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await states()).toEqual([])
  })

  it('gives a leased job to nobody else until the lease ends, and then refuses the first one’s word', async () => {
    await queued('a')
    const { queries } = world().database
    const [first] = await lease(queries, 'test', { ...HALF_A_SECOND, leaseMs: 150 })
    expect(await lease(queries, 'test', HALF_A_SECOND)).toEqual([])
    await vi.waitFor(async () => {
      const [second] = await lease(queries, 'test', {
        ...HALF_A_SECOND,
        token: '00000000-0000-4000-8000-000000000002',
      })
      expect(second?.attempts).toBe(2)
    })
    if (first) expect(await settle(queries, first, { state: 'done' })).toBe(false)
    expect(await states()).toEqual(['a waiting 2'])
  })

  it('keeps a job that takes longer than its lease, as long as it is renewed', async () => {
    await queued('a')
    let ran = 0
    let finish: () => void = () => undefined
    const handler: JobHandler = {
      kind: 'test',
      leaseMs: 300,
      renewedForMs: 60_000,
      run: () => {
        ran += 1
        return new Promise((done) => {
          finish = () => done(DONE)
        })
      },
    }
    run(handler)
    run(handler)
    await vi.waitFor(() => expect(ran).toBe(1))
    await new Promise((later) => setTimeout(later, 1_500))
    expect(ran).toBe(1)
    finish()
    await vi.waitFor(async () => expect(await states()).toEqual(['a done 1']))
  })

  it('lets go of one that is renewed no more', async () => {
    await queued('a')
    let ran = 0
    const finish: (() => void)[] = []
    const handler: JobHandler = {
      kind: 'test',
      leaseMs: 300,
      renewedForMs: 1,
      run: () => {
        ran += 1
        return new Promise((done) => finish.push(() => done(DONE)))
      },
    }
    run(handler)
    run(handler)
    await vi.waitFor(() => expect(ran).toBeGreaterThan(1), 10_000)
    for (const end of finish) end()
    await vi.waitFor(async () => expect((await states())[0]).toContain('done'))
  })

  it('tries again after a failure, and gives up in the end', async () => {
    await queued('a')
    const run1 = vi.fn(async () => ({ outcome: 'retry', failure: 'busy', afterMs: 1 }) as const)
    run({ kind: 'test', attempts: 3, run: run1 })
    await vi.waitFor(async () => expect(await states()).toEqual(['a dead 3']), { timeout: 5_000 })
    expect(run1).toHaveBeenCalledTimes(3)
    const { id } = await world().database.queries.selectFrom('jobs').select('id').executeTakeFirstOrThrow()
    expect(await revive(world().database.queries, id)).toBe(true)
    expect(await states()).not.toEqual(['a dead 3'])
  })

  it('counts no attempt for a job whose turn has not come', async () => {
    await queued('a')
    const runner = run({ kind: 'test', run: async () => ({ outcome: 'later', afterMs: 60_000 }) })
    await vi.waitFor(async () => expect(await states()).toEqual(['a waiting 0']))
    await runner.stop()
  })

  it('does many, each once, with two runners side by side', async () => {
    const done: string[] = []
    for (let i = 0; i < 40; i++) await queued(`k${i}`)
    const handler: JobHandler = {
      kind: 'test',
      run: async ({ dedupeKey }) => {
        done.push(dedupeKey)
        return DONE
      },
    }
    run(handler)
    run(handler)
    await vi.waitFor(() => expect(done.length).toBeGreaterThanOrEqual(40), { timeout: 10_000 })
    expect(new Set(done).size).toBe(done.length)
  })

  it('leaves a job that takes longer than its lease with whoever is at it', async () => {
    await queued('a')
    const slow = vi.fn(async () => {
      await sleep(1_500)
      return DONE
    })
    const handler: JobHandler = { kind: 'test', leaseMs: 300, renewedForMs: 10_000, run: slow }
    run(handler)
    run(handler)
    await vi.waitFor(async () => expect(await states()).toEqual(['a done 1']), { timeout: 10_000 })
    expect(slow).toHaveBeenCalledTimes(1)
  })

  it('keeps what a handler threw out of the database, but its name', async () => {
    await queued('a')
    run({
      kind: 'test',
      attempts: 1,
      run: async () => {
        throw Object.assign(new Error('13800000000 is secret'), { code: 'E42' })
      },
    })
    await vi.waitFor(async () => expect(await states()).toEqual(['a dead 1']))
    const row = await world().database.queries.selectFrom('jobs').select('last_failure').executeTakeFirstOrThrow()
    expect(row.last_failure).toBe('Error E42')
  })
})
