import { sql } from 'kysely'
import type { Database } from '../stores/database'
import type { Registry, Sample } from './registry'

interface Queue {
  readonly kind: string
  readonly waiting: number
  readonly dead: number
  /** Seconds for which the oldest job that is due has been waiting; 0 where none is. */
  readonly oldest: number
}

async function queues({ queries }: Database): Promise<readonly Queue[]> {
  const { rows } = await sql<Queue>`
    select kind,
      count(*) filter (where state = 'waiting')::float8 as waiting,
      count(*) filter (where state = 'dead')::float8 as dead,
      coalesce(extract(epoch from clock_timestamp() - min(run_at) filter (
        where state = 'waiting' and run_at <= clock_timestamp())), 0)::float8 as oldest
    from jobs where state <> 'done' group by kind order by kind`.execute(queries)
  return rows
}

/** The database's health and the queues in it, asked at each reading. */
export function watchDatabase(registry: Registry, database: Database): void {
  let asking: Promise<readonly Queue[]> | undefined
  // Three gauges of one reading ask once.
  const now = (): Promise<readonly Queue[]> => {
    asking ??= queues(database).finally(() => {
      asking = undefined
    })
    return asking
  }
  const perKind = async (value: (queue: Queue) => number): Promise<readonly Sample[]> =>
    (await now()).map((queue) => ({ labels: { kind: queue.kind }, value: value(queue) }))

  registry.gauge({ name: 'suanhuitong_jobs_waiting', help: 'Jobs to be done, now or later.' }, () =>
    perKind(({ waiting }) => waiting),
  )
  registry.gauge({ name: 'suanhuitong_jobs_dead', help: 'Jobs that were given up: an operator has to look.' }, () =>
    perKind(({ dead }) => dead),
  )
  registry.gauge(
    { name: 'suanhuitong_jobs_oldest_due_seconds', help: 'How long the oldest job that is due has been waiting.' },
    () => perKind(({ oldest }) => oldest),
  )

  let health: ReturnType<Database['health']> | undefined
  const healthNow = (): ReturnType<Database['health']> => {
    health ??= database.health().finally(() => {
      health = undefined
    })
    return health
  }
  registry.gauge({ name: 'suanhuitong_database_up', help: '1 where the database answers within two seconds.' }, () =>
    healthNow().then(({ ok }) => [{ labels: { engine: database.engine }, value: ok ? 1 : 0 }]),
  )
  registry.gauge({ name: 'suanhuitong_database_latency_seconds', help: 'How long its answer took.' }, () =>
    healthNow().then(({ latencyMs }) => [{ labels: {}, value: latencyMs / 1000 }]),
  )
  registry.gauge({ name: 'suanhuitong_database_pool_waiting', help: 'Requests that wait for a connection.' }, () =>
    healthNow().then(({ waiting }) => [{ labels: {}, value: waiting }]),
  )
}
