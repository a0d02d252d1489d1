import type { Log } from '../log'
import type { JobEnded } from '../metrics/metrics'
import type { Database } from '../stores/database'
import type { JobHandler, Outcome } from './handler'
import { type Ending, type LeasedJob, lease, renew, settle } from './queue'

interface World {
  readonly database: Database
  readonly log: Log
  readonly newId: () => string
  /** From 0 to 1: pauses differ, so that what failed together does not come back together. */
  readonly random: () => number
  readonly elapsedMs?: () => number
  /** Sees every job that ran, for metrics. */
  readonly onJobEnded?: (ended: JobEnded) => void
}

export interface JobRunner {
  /** There is new work: look now, not at the next turn. */
  wake(): void
  /** Takes no new job, and resolves when those under way have ended. */
  stop(): Promise<void>
}

const POLL_MS = 1_000
const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 3 * 3_600_000
const DEFAULT_ATTEMPTS = 12
const DEFAULT_LEASE_MS = 60_000
const DEFAULT_AT_ONCE = 4

function endingOf(outcome: Outcome, job: LeasedJob, handler: JobHandler, random: () => number): Ending {
  if (outcome.outcome === 'done') return { state: 'done' }
  if (outcome.outcome === 'dead') return { state: 'dead', failure: outcome.failure }
  if (outcome.outcome === 'later') {
    return { state: 'waiting', afterMs: outcome.afterMs, failure: 'not its turn', countsAsAttempt: false }
  }
  if (job.attempts >= (handler.attempts ?? DEFAULT_ATTEMPTS)) return { state: 'dead', failure: outcome.failure }
  const doubled = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (job.attempts - 1))
  return {
    state: 'waiting',
    afterMs: outcome.afterMs ?? doubled * (0.5 + random() / 2),
    failure: outcome.failure,
  }
}

/** Only the error's name and code: a message may quote what someone typed. */
const failureOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown failure'
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name
}

const ENDED = { done: 'done', retry: 'failed', later: 'later', dead: 'dead' } as const

/** One kind's work in this process: up to `atOnce` jobs, each under its own lease. */
function startKind(handler: JobHandler, world: World): JobRunner {
  const { database, log, newId, random, elapsedMs = () => performance.now() } = world
  const { leaseMs = DEFAULT_LEASE_MS } = handler
  const underWay = new Set<Promise<void>>()
  /** Until when each of them is held here: so long it is not begun beside itself, even where its lease ran out. */
  const held = new Map<number, number>()
  let stopped = false
  let looking = false
  let again = false

  /** Renews the lease of a job that takes long; a process that dies renews nothing. @returns how to end it. */
  function hold(job: LeasedJob): () => void {
    const { renewedForMs = 0 } = handler
    const untilMs = elapsedMs() + renewedForMs
    const timer = setInterval(() => {
      if (elapsedMs() > untilMs) clearInterval(timer)
      else void renew(database.queries, job, leaseMs).catch(() => undefined)
    }, leaseMs / 3)
    if (renewedForMs === 0) clearInterval(timer)
    return () => clearInterval(timer)
  }

  async function work(job: LeasedJob): Promise<void> {
    const startedMs = elapsedMs()
    const release = hold(job)
    const fields = { job: job.id, kind: job.kind, attempts: job.attempts }
    const outcome = await handler.run(job).catch((error: unknown): Outcome => {
      log.warn({ ...fields, failure: failureOf(error) }, 'a job failed')
      return { outcome: 'retry', failure: failureOf(error) }
    })
    release()
    const ending = endingOf(outcome, job, handler, random)
    if (ending.state === 'dead') log.error({ ...fields, failure: ending.failure }, 'a job is dead')
    // Where this fails, the lease runs out and the job is done again.
    const mine = await settle(database.queries, job, ending).catch(() => false)
    if (!mine) log.warn(fields, 'a job took longer than its lease')
    const ended = ending.state === 'dead' ? 'dead' : ENDED[outcome.outcome]
    world.onJobEnded?.({ kind: job.kind, outcome: mine ? ended : 'lost', ms: elapsedMs() - startedMs })
  }

  async function look(): Promise<void> {
    if (looking || stopped) {
      again = true
      return
    }
    looking = true
    try {
      for (let found = true; found && !stopped; ) {
        again = false
        const free = (handler.atOnce ?? DEFAULT_AT_ONCE) - underWay.size
        if (free <= 0) return
        const options = { limit: free, leaseMs, token: newId() }
        const jobs = await lease(database.queries, handler.kind, options)
        for (const job of jobs) {
          if ((held.get(job.id) ?? 0) > elapsedMs()) continue
          held.set(job.id, elapsedMs() + (handler.renewedForMs ?? 0))
          const done = work(job).finally(() => {
            held.delete(job.id)
            underWay.delete(done)
            void look()
          })
          underWay.add(done)
        }
        found = jobs.length > 0 || again
      }
    } catch (error) {
      log.warn({ kind: handler.kind, failure: failureOf(error) }, 'jobs could not be read')
    } finally {
      looking = false
    }
  }

  const timer = setInterval(() => void look(), POLL_MS)
  void look()
  return {
    wake: () => void look(),
    async stop() {
      stopped = true
      clearInterval(timer)
      await Promise.all(underWay)
    },
  }
}

/** Does the jobs of these handlers until it is stopped; several processes may, side by side. */
export function startJobs(handlers: readonly JobHandler[], world: World): JobRunner {
  const runners = handlers.map((handler) => startKind(handler, world))
  return {
    wake: () => {
      for (const runner of runners) runner.wake()
    },
    async stop() {
      await Promise.all(runners.map((runner) => runner.stop()))
    },
  }
}
