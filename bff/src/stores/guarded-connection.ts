import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type { QueryResult as Answer, PoolClient } from 'pg'
import { checkParameters } from './column-values'
import type { Limits } from './connections'
import { DatabaseError, databaseError, planIsOutdated } from './database-error'
import type { Statement } from './statement-log'
import type { StatementNames } from './statement-names'

/** The server ends a statement at its limit; past this much more the connection itself is taken for dead. */
const GRACE_MS = 2_000

interface World {
  readonly elapsedMs: () => number
  readonly onStatement: (statement: Statement) => void
}

/** What Kysely reads of an answer; `command` is PostgreSQL's own word for what it did. */
export interface Result<Row> {
  readonly rows: Row[]
  readonly rowCount: number
  readonly command: string
}

const givenBack = (): DatabaseError => new DatabaseError('defect', 'a connection was used after it was given back')

/** Failures after which what the connection holds is unknown. */
const breaks = ({ kind, sqlState }: DatabaseError): boolean =>
  (kind === 'timeout' && sqlState === undefined) || (kind === 'unavailable' && !(sqlState?.startsWith('53') ?? false))

/** What Kysely takes for a number of rows changed; of any other command it expects none. */
const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** One connection, lent out once. */
export class GuardedConnection implements DatabaseConnection {
  /** Why it may no longer be used; made when it is asked for, because an error records the stack, at every statement. */
  #ended: (() => DatabaseError) | undefined
  #broken = false
  #idle: NodeJS.Timeout | undefined

  constructor(
    private readonly client: PoolClient,
    private readonly limits: Limits,
    private readonly world: World,
    private readonly names: StatementNames,
  ) {}

  /** @throws {DatabaseError} of every kind. @throws {TypeError} a parameter that is an object or array. */
  async query<Row>(sql: string, parameters: readonly unknown[]): Promise<Result<Row>> {
    if (this.#ended) throw this.#ended()
    checkParameters(parameters)
    clearTimeout(this.#idle)
    const start = this.world.elapsedMs()
    try {
      const result = await this.#runAsPlanned<Row>(sql, parameters)
      // PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK, and no error.
      if (sql === 'commit' && result.command === 'ROLLBACK') {
        throw new DatabaseError('defect', 'the transaction had failed before its commit: a failure was swallowed')
      }
      this.#report(sql, start, result.rowCount, undefined)
      return result
    } catch (thrown) {
      const error = databaseError(thrown)
      this.#broken ||= breaks(error)
      this.#report(sql, start, undefined, error)
      throw error
    } finally {
      this.#watch()
    }
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, rowCount, command } = await this.query<Row>(sql, parameters)
    return CHANGES.has(command) ? { rows, numAffectedRows: BigInt(rowCount) } : { rows }
  }

  streamQuery(): never {
    throw new DatabaseError('defect', 'rows are not streamed')
  }

  release(): void {
    if (this.#ended) return
    const open = this.client.getTransactionStatus() !== 'I'
    this.#end(givenBack, this.#broken || open)
  }

  /** A statement whose plan a migration has outdated runs under a new name; in a transaction that begins anew. */
  async #runAsPlanned<Row>(sql: string, parameters: readonly unknown[]): Promise<Result<Row>> {
    const inTransaction = this.client.getTransactionStatus() !== 'I'
    try {
      return await this.#run<Row>(sql, parameters)
    } catch (thrown) {
      if (!planIsOutdated(thrown)) throw thrown
      this.names.rename(sql)
      if (inTransaction) throw thrown
      return this.#run<Row>(sql, parameters)
    }
  }

  async #run<Row>(sql: string, parameters: readonly unknown[]): Promise<Result<Row>> {
    const { statementMs } = this.limits
    const name = parameters.length > 0 ? this.names.nameOf(sql) : undefined
    const config = {
      text: sql,
      values: [...parameters],
      ...(name !== undefined && { name }),
      // `query_timeout` of a single query is missing from the types of pg 8.23.
      ...(statementMs && { query_timeout: statementMs + GRACE_MS }),
    }
    const { rows, rowCount, command } = await new Promise<Answer>((resolve, reject) => {
      this.client.query(config, (error, answer) => (error ? reject(error) : resolve(answer)))
    })
    return { rows, rowCount: rowCount ?? 0, command }
  }

  /** A transaction that stands open with nothing asked of it would hold its locks, or the whole embedded database. */
  #watch(): void {
    clearTimeout(this.#idle)
    const { idleInTransactionMs } = this.limits
    if (this.#ended || idleInTransactionMs === undefined || this.client.getTransactionStatus() === 'I') return
    this.#idle = setTimeout(() => {
      this.#end(() => new DatabaseError('timeout', `a transaction stood idle for ${idleInTransactionMs} ms`), true)
    }, idleInTransactionMs)
    this.#idle.unref()
  }

  #end(reason: () => DatabaseError, destroy: boolean): void {
    clearTimeout(this.#idle)
    this.#ended = reason
    // Given back with `true`, the pool closes the connection instead of lending it again.
    this.client.release(destroy)
  }

  #report(sql: string, start: number, rows: number | undefined, failure: DatabaseError | undefined): void {
    this.world.onStatement({ sql, durationMs: this.world.elapsedMs() - start, rows, failure })
  }
}
