import { type Connections, NO_LIMITS } from '../connections'
import type { StatementLog } from '../statement-log'

/*
 * PGlite runs PostgreSQL as a single process, without the two that tidy up beside a server: nobody writes checkpoints,
 * so the log grows for ever and each start repeats all of it, and nobody vacuums. This does both, when due.
 */

const EVERY_MS = 60_000
const LOG_BYTES = 16 * 1024 * 1024
/** A log that is short but old is worth a checkpoint too: the next start is then quick. */
const CHECKPOINT_AFTER_S = 300
/** Long before transaction numbers run out at 2^31. */
const OLDEST_TRANSACTION = 100_000_000

const CHECKPOINT_DUE = `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn) > ${LOG_BYTES}
  or (pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn) > 4096
      and checkpoint_time < now() - make_interval(secs => ${CHECKPOINT_AFTER_S})) as due
  from pg_control_checkpoint()`

/** The thresholds of autovacuum. */
const VACUUM_DUE = `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
  where n_dead_tup > 50 + 0.2 * n_live_tup or n_mod_since_analyze > 50 + 0.1 * n_live_tup
  order by 1`

const FREEZE_DUE = `select max(age(datfrozenxid)) > ${OLDEST_TRANSACTION} as due from pg_database`

/** Does what is due now; each step waits its turn among the requests. */
export async function maintain(connections: Connections): Promise<void> {
  const ask = async <Row>(sql: string): Promise<readonly Row[]> => (await connections.run<Row>(sql, NO_LIMITS)).rows
  // What was counted in the last second is not in the table yet.
  await ask('select pg_stat_force_next_flush()')
  for (const { name } of await ask<{ name: string }>(VACUUM_DUE)) await ask(`vacuum (analyze) ${name}`)
  if ((await ask<{ due: boolean }>(FREEZE_DUE))[0]?.due) await ask('vacuum')
  if ((await ask<{ due: boolean }>(CHECKPOINT_DUE))[0]?.due) await ask('checkpoint')
}

/** Keeps at it until told to stop. */
export function startMaintenance(connections: Connections, log: StatementLog): () => void {
  let running = false
  const timer = setInterval(() => {
    if (running) return
    running = true
    maintain(connections)
      .catch((error: Error) => log.warn({ failure: error.message }, 'database maintenance failed'))
      .finally(() => {
        running = false
      })
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
