import { sql } from 'kysely'
import type { Queries, Transaction } from '../stores/database'

/** One piece of work to be done later, at least once. */
export interface NewJob {
  /** Names the handler that does it. */
  readonly kind: string
  /** Two jobs of one kind and key are one job: the second call is ignored, also after the first is done. */
  readonly dedupeKey: string
  /** Ids, not personal data: what it is about is read when it runs. */
  readonly payload: unknown
  /** Not before that moment; at once where it is absent. */
  readonly runAt?: Date
}

/** Called in the transaction that makes the work necessary: both are there, or neither. @returns whether it is new. */
export async function enqueue(transaction: Transaction, { kind, dedupeKey, payload, runAt }: NewJob): Promise<boolean> {
  const row = await transaction
    .insertInto('jobs')
    .values({ kind, dedupe_key: dedupeKey, payload: JSON.stringify(payload), ...(runAt && { run_at: runAt }) })
    .onConflict((conflict) => conflict.columns(['kind', 'dedupe_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A job that this process may do now. Nobody else gets it before the lease ends. */
export interface LeasedJob {
  readonly id: number
  readonly kind: string
  readonly dedupeKey: string
  readonly payload: unknown
  /** This one included. */
  readonly attempts: number
  readonly leaseToken: string
}

/** Takes up to `limit` jobs of this kind that are due, the longest waiting first. */
export async function lease(
  queries: Queries,
  kind: string,
  { limit, leaseMs, token }: { readonly limit: number; readonly leaseMs: number; readonly token: string },
): Promise<readonly LeasedJob[]> {
  const { rows } = await sql<{ id: number; kind: string; dedupe_key: string; payload: unknown; attempts: number }>`
    update jobs set attempts = attempts + 1, lease_token = ${token},
      lease_until = clock_timestamp() + make_interval(secs => ${leaseMs / 1000})
    where id in (
      select id from jobs
      where state = 'waiting' and kind = ${kind} and run_at <= clock_timestamp()
        and (lease_until is null or lease_until < clock_timestamp())
      order by run_at, id limit ${limit}
      for update skip locked)
    returning id, kind, dedupe_key, payload, attempts`.execute(queries)
  return rows.map(({ dedupe_key, ...row }) => ({ ...row, dedupeKey: dedupe_key, leaseToken: token }))
}

/** Keeps a job that takes long. @returns false where the lease had run out and another process has the job now. */
export async function renew(queries: Queries, { id, leaseToken }: LeasedJob, leaseMs: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update jobs set lease_until = clock_timestamp() + make_interval(secs => ${leaseMs / 1000})
    where id = ${id} and lease_token = ${leaseToken}`.execute(queries)
  return numAffectedRows === 1n
}

export type Ending =
  | { readonly state: 'done' }
  /** Again after so many milliseconds. */
  | {
      readonly state: 'waiting'
      readonly afterMs: number
      readonly failure: string
      readonly countsAsAttempt?: boolean
    }
  | { readonly state: 'dead'; readonly failure: string }

/** Says how a job ended. @returns false where the lease had run out and another process has the job now. */
export async function settle(queries: Queries, { id, leaseToken }: LeasedJob, ending: Ending): Promise<boolean> {
  const ended = ending.state === 'waiting' ? sql`null::timestamptz` : sql`clock_timestamp()`
  const afterMs = ending.state === 'waiting' ? ending.afterMs : 0
  const given = ending.state === 'waiting' && ending.countsAsAttempt === false ? 1 : 0
  const failure = ending.state === 'done' ? null : ending.failure
  const { numAffectedRows } = await sql`
    update jobs set state = ${ending.state}, lease_until = null, lease_token = null, ended_at = ${ended},
      attempts = attempts - ${given}, last_failure = coalesce(${failure}::text, last_failure),
      run_at = case when ${afterMs}::float8 > 0 then clock_timestamp() + make_interval(secs => ${afterMs / 1000}) else run_at end
    where id = ${id} and lease_token = ${leaseToken}`.execute(queries)
  return numAffectedRows === 1n
}

/** A job that was given up, without what it is about. */
export interface DeadJob {
  readonly id: number
  readonly kind: string
  readonly attempts: number
  readonly endedAt: Date | null
  readonly failure: string | null
}

/** Those given up last, at most 200. */
export async function deadJobs(queries: Queries): Promise<readonly DeadJob[]> {
  const rows = await queries
    .selectFrom('jobs')
    .select(['id', 'kind', 'attempts', 'ended_at', 'last_failure'])
    .where('state', '=', 'dead')
    .orderBy('ended_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ ended_at, last_failure, ...row }) => ({ ...row, endedAt: ended_at, failure: last_failure }))
}

/** A dead job is tried anew: what an operator does after mending the cause. */
export async function revive(queries: Queries, id: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update jobs set state = 'waiting', attempts = 0, run_at = clock_timestamp(), ended_at = null
    where id = ${id} and state = 'dead'`.execute(queries)
  return numAffectedRows === 1n
}

/** Ended jobs older than that are forgotten, and with them their dedupe keys. Dead ones stay until someone looked. */
export async function forgetJobs(queries: Queries, before: Date): Promise<number> {
  const { numDeletedRows } = await queries
    .deleteFrom('jobs')
    .where('state', '=', 'done')
    .where('ended_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
