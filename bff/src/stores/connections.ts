import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { DatabaseError, databaseError, OutsideTransactionError } from './database-error'
import { GuardedConnection, type Result } from './guarded-connection'
import type { Statement } from './statement-log'
import { StatementNames } from './statement-names'

/** Milliseconds; undefined means no limit. */
export interface Limits {
  readonly statementMs: number | undefined
  /** How long a transaction may stand open with nothing asked of it. */
  readonly idleInTransactionMs: number | undefined
}

export const USUAL_LIMITS: Limits = { statementMs: 15_000, idleInTransactionMs: 15_000 }
export const NO_LIMITS: Limits = { statementMs: undefined, idleInTransactionMs: undefined }

/** How long a first connection is tried again while the database is starting or gone. */
const REACH_WITHIN_MS = 5_000

interface World {
  readonly elapsedMs: () => number
  readonly onStatement: (statement: Statement) => void
  /** A connection broke that nobody was using. */
  readonly onLost: (error: DatabaseError) => void
  readonly limits: Limits
}

/** Where in the program a connection is asked for: about to begin a transaction, or inside one. */
interface Scope {
  readonly limits: Limits
  inTransaction: boolean
}

/**
 * The pool as Kysely sees it. Each connection comes guarded: errors without values, limits, no use after its end. Inside
 * a transaction of the same database no second connection is given out.
 */
export class Connections {
  readonly #scopes = new AsyncLocalStorage<Scope>()
  readonly #names = new StatementNames()
  readonly #waiting = new Set<(error: DatabaseError) => void>()
  /** Scopes that have not ended. */
  #open = 0
  #closed = false

  constructor(
    private readonly pool: Pool,
    private readonly world: World,
  ) {
    pool.on('error', (error) => world.onLost(databaseError(error)))
    // One that breaks while lent out tells whoever waits for its answer; without a listener it would end the process.
    pool.on('connect', (client) => client.on('error', () => undefined))
  }

  /** Requests that wait for a connection. */
  get waiting(): number {
    return this.pool.waitingCount
  }

  /** @throws {OutsideTransactionError} inside a transaction. @throws {DatabaseError} `unavailable`. */
  async lend(limits?: Limits): Promise<GuardedConnection> {
    const scope = this.#scopes.getStore()
    if (scope?.inTransaction) throw new OutsideTransactionError()
    const client = await this.#reach()
    return new GuardedConnection(client, limits ?? scope?.limits ?? this.world.limits, this.world, this.#names)
  }

  /** Runs one statement on a connection of its own, outside any transaction: for maintenance and checks. */
  async run<Row>(sql: string, limits?: Limits): Promise<Result<Row>> {
    const connection = await this.lend(limits)
    try {
      return await connection.query<Row>(sql, [])
    } finally {
      connection.release()
    }
  }

  /** Connections that `work` asks for have these limits, or the usual ones; once it calls `enter` it is in a transaction, till it ends. */
  async scoped<T>(limits: Limits | undefined, work: (enter: () => void) => Promise<T>): Promise<T> {
    if (this.#scopes.getStore()?.inTransaction) throw new OutsideTransactionError()
    const scope: Scope = { limits: limits ?? this.world.limits, inTransaction: false }
    this.#open += 1
    const enter = (): void => {
      scope.inTransaction = true
    }
    try {
      return await this.#scopes.run(scope, () => work(enter))
    } finally {
      // Work that was started inside and outlives the transaction may use the database again.
      scope.inTransaction = false
      this.#open -= 1
      // Node tells whoever follows contexts of every promise made, in the whole program: not while there is none.
      if (this.#open === 0) this.#scopes.disable()
    }
  }

  /** Waits for what is under way, then closes every connection. */
  async end(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    for (const giveUp of this.#waiting) giveUp(closed())
    await this.pool.end()
  }

  /** The pool forgets who waits when it ends: they are told here. */
  #turn(): Promise<PoolClient> {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject)
      this.pool.connect((error, client) => {
        this.#waiting.delete(reject)
        if (client === undefined) reject(error)
        else if (this.#closed) client.release()
        else resolve(client)
      })
    })
  }

  async #reach(): Promise<PoolClient> {
    const start = this.world.elapsedMs()
    for (let pauseMs = 50; ; pauseMs *= 2) {
      if (this.#closed) throw closed()
      try {
        return await this.#turn()
      } catch (thrown) {
        const error = databaseError(thrown)
        const left = start + REACH_WITHIN_MS - this.world.elapsedMs()
        if (!mayPass(error) || left < pauseMs) throw error
        await sleep(pauseMs)
      }
    }
  }
}

const closed = (): DatabaseError => new DatabaseError('unavailable', 'the database is closed')

/** Refused, reset, starting up, too many: worth a second try. A wrong password or a full queue is not. */
const mayPass = ({ kind, sqlState, message }: DatabaseError): boolean =>
  kind === 'unavailable' &&
  !(sqlState?.startsWith('28') ?? false) &&
  !message.includes('timeout exceeded') &&
  !message.includes('ENOTFOUND')
