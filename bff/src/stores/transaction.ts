import { setTimeout as sleep } from 'node:timers/promises'
import type { ControlledTransaction, Kysely } from 'kysely'
import { sql } from 'kysely'
import { type Connections, NO_LIMITS } from './connections'
import type { Transaction } from './database'
import { CommitUnknownError, type DatabaseError, databaseError, OutsideTransactionError } from './database-error'
import type { Tables } from './tables'

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable'
  readonly readOnly?: boolean
  /** How often the work is begun at most where another transaction was faster (serialization, deadlock). Default 4. */
  readonly attempts?: number
  /** For migrations, backup and copying: no limit on a statement or on standing idle. */
  readonly unlimited?: boolean
}

const FIRST_PAUSE_MS = 10

/** Begins, runs, commits; rolls back what throws; begins anew after a conflict. */
export async function runTransaction<T>(
  kysely: Kysely<Tables>,
  connections: Connections,
  work: (transaction: Transaction) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  const { attempts = 4 } = options
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(kysely, connections, work, options)
    } catch (error) {
      const lost = error instanceof Error && 'kind' in error && error.kind === 'conflict'
      if (!lost || attempt >= attempts) throw error
      // Two that met once would meet again after equal pauses.
      await sleep(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()))
    }
  }
}

const once = <T>(
  kysely: Kysely<Tables>,
  connections: Connections,
  work: (transaction: Transaction) => Promise<T>,
  { isolation, readOnly, unlimited }: TransactionOptions,
): Promise<T> =>
  connections.scoped(unlimited ? NO_LIMITS : undefined, async (enter) => {
    let builder = kysely.startTransaction()
    if (isolation) builder = builder.setIsolationLevel(isolation)
    if (readOnly) builder = builder.setAccessMode('read only')
    const transaction = await builder.execute()
    enter()
    let result: T
    try {
      if (unlimited) await sql`set local statement_timeout = 0`.execute(transaction)
      if (unlimited) await sql`set local idle_in_transaction_session_timeout = 0`.execute(transaction)
      result = await work(transaction)
    } catch (error) {
      await rollBack(transaction)
      throw error
    }
    await commit(transaction)
    return result
  })

/** A rollback fails only with its connection, and then the server rolls back by itself: the first error is the one to tell. */
const rollBack = (transaction: ControlledTransaction<Tables>): Promise<unknown> =>
  transaction
    .rollback()
    .execute()
    .catch(() => undefined)

async function commit(transaction: ControlledTransaction<Tables>): Promise<void> {
  try {
    await transaction.commit().execute()
  } catch (thrown) {
    await rollBack(transaction)
    if (thrown instanceof OutsideTransactionError) throw thrown
    const error: DatabaseError = databaseError(thrown)
    throw leavesDoubt(error) ? new CommitUnknownError(error) : error
  }
}

/** Without an answer of PostgreSQL's nobody knows; with one, the commit was refused. */
const leavesDoubt = ({ kind, sqlState }: DatabaseError): boolean =>
  sqlState === undefined
    ? kind === 'unavailable' || kind === 'timeout'
    : sqlState.startsWith('57P') || sqlState.startsWith('08')
