import { Kysely, sql } from 'kysely'
import { Connections, type Limits, USUAL_LIMITS } from './connections'
import type { DatabaseError } from './database-error'
import { openEmbedded } from './embedded/open-embedded'
import { dialectOf } from './lending-driver'
import { openServer } from './server/open-server'
import type { DatabaseSettings } from './settings'
import { logStatement, type Statement, type StatementLog } from './statement-log'
import type { Tables } from './tables'
import { runTransaction, type TransactionOptions } from './transaction'

/** What a store writes its statements with: the same on both engines, in a transaction and outside one. */
export type Queries = Pick<
  Kysely<Tables>,
  | 'selectFrom'
  | 'selectNoFrom'
  | 'insertInto'
  | 'updateTable'
  | 'deleteFrom'
  | 'with'
  | 'fn'
  | 'getExecutor'
  | 'executeQuery'
>

/** Queries that take effect together. A store that must not write alone asks for this type. */
export type Transaction = Queries & { readonly isTransaction: true }

export interface Health {
  readonly ok: boolean
  readonly latencyMs: number
  /** Requests that wait for a connection. */
  readonly waiting: number
  readonly problem: 'slow' | 'unreachable' | undefined
}

/** The database, embedded or on a server. */
export interface Database {
  readonly engine: DatabaseSettings['engine']
  /** Single statements, each its own transaction. Inside `transaction` they throw `OutsideTransactionError`. */
  readonly queries: Queries
  /**
   * Runs the work in one transaction: committed when it returns, rolled back when it throws. Where another transaction
   * was faster the work is begun anew, so it does nothing but read and write through its transaction.
   * @throws {DatabaseError} and whatever the work throws. @throws {CommitUnknownError} the connection broke in COMMIT.
   */
  transaction<T>(work: (transaction: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** For readiness: answers within two seconds, and never throws. */
  health(): Promise<Health>
  /** Lets what is under way finish, at most ten seconds, then closes; waiting requests fail as `unavailable`. */
  close(): Promise<void>
}

export interface DatabaseWorld {
  readonly log: StatementLog
  /** Milliseconds from some fixed moment, never set back. */
  readonly elapsedMs: () => number
  /** Sees every statement, without its values: for metrics. */
  readonly onStatement?: (statement: Statement) => void
  /** By default 15 seconds for a statement, and for a transaction that stands idle. */
  readonly limits?: Limits
}

const HEALTH_WITHIN_MS = 2_000
const CLOSE_WITHIN_MS = 10_000

/** A promise that gives up waiting, not the work: `undefined` when time is up. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Opens the database. Tables are there after `migrate`.
 * @throws {DatabaseSetupError} in words for the operator: in use by another process, unreachable, too old.
 */
export async function openDatabase(settings: DatabaseSettings, world: DatabaseWorld): Promise<Database> {
  const { log, elapsedMs, limits = USUAL_LIMITS } = world
  const observe = {
    elapsedMs,
    limits,
    onStatement: (statement: Statement): void => {
      logStatement(log, statement)
      world.onStatement?.(statement)
    },
    onLost: ({ message }: DatabaseError): void => log.warn({ failure: message }, 'a database connection broke'),
  }
  const engine = settings.engine === 'embedded' ? await openEmbedded(settings) : await openServer(settings, limits)
  const connections = new Connections(engine.pool, observe)
  try {
    await engine.ready(connections, log)
  } catch (error) {
    await connections.end()
    await engine.release()
    throw error
  }
  const kysely = new Kysely<Tables>({ dialect: dialectOf(connections) })

  let asking: Promise<'ok' | 'unreachable'> | undefined
  const ask = (): Promise<'ok' | 'unreachable'> => {
    // One question at a time, however often it is put: a slow database is not asked into the ground.
    asking ??= sql`select 1`
      .execute(kysely)
      .then(() => 'ok' as const)
      .catch(() => 'unreachable' as const)
      .finally(() => {
        asking = undefined
      })
    return asking
  }

  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    const ended = await within(
      CLOSE_WITHIN_MS,
      connections.end().then(() => true as const),
    )
    if (ended === undefined) log.warn({}, 'database closed with work still under way')
    await engine.release()
  }

  return {
    engine: settings.engine,
    queries: kysely,
    transaction: (work, options = {}) => runTransaction(kysely, connections, work, options),
    async health() {
      const start = elapsedMs()
      const answer = (await within(HEALTH_WITHIN_MS, ask())) ?? 'slow'
      const latencyMs = elapsedMs() - start
      const problem = answer === 'ok' ? undefined : answer
      return { ok: problem === undefined, latencyMs, waiting: connections.waiting, problem }
    },
    close() {
      closing ??= close()
      return closing
    },
  }
}
