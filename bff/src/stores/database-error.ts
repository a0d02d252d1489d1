/**
 * What a caller can do about a failed statement:
 * - `duplicate`, `reference`, `refused`: the rows break a unique key, a foreign key, or another rule of the table;
 * - `conflict`: another transaction was faster (serialization, deadlock, tables changed); doing it again may work;
 * - `timeout`: a limit on a statement, a lock or an idle transaction was reached;
 * - `unavailable`: the database cannot be reached, is starting, full or going down; later may work;
 * - `defect`: the statement is wrong. Nothing but a change of the program helps.
 */
export type DatabaseErrorKind =
  | 'duplicate'
  | 'reference'
  | 'refused'
  | 'conflict'
  | 'timeout'
  | 'unavailable'
  | 'defect'

interface Details {
  /** Five characters, PostgreSQL appendix A. */
  readonly sqlState?: string | undefined
  readonly constraint?: string | undefined
  readonly table?: string | undefined
  readonly column?: string | undefined
}

/**
 * A statement that failed. Message and fields may be logged: what PostgreSQL says about rows that it refuses holds
 * their values (`Key (phone)=(138…) already exists`), so of those only code and constraint are kept.
 */
export class DatabaseError extends Error {
  readonly sqlState: string | undefined
  readonly constraint: string | undefined
  readonly table: string | undefined
  readonly column: string | undefined

  constructor(
    readonly kind: DatabaseErrorKind,
    message: string,
    details: Details = {},
  ) {
    super(message)
    this.name = 'DatabaseError'
    this.sqlState = details.sqlState
    this.constraint = details.constraint
    this.table = details.table
    this.column = details.column
  }
}

/** The connection broke while COMMIT was under way: whether the transaction took place is not known. */
export class CommitUnknownError extends DatabaseError {
  constructor(cause: DatabaseError) {
    super('unavailable', `the outcome of the commit is unknown: ${cause.message}`)
    this.name = 'CommitUnknownError'
  }
}

/**
 * The outer database was used inside a transaction. On the embedded engine that would wait for itself for ever, on a
 * server it would silently run outside the transaction: so it is refused on both.
 */
export class OutsideTransactionError extends Error {
  constructor() {
    super('the outer database was used inside a transaction: hand the transaction on')
    this.name = 'OutsideTransactionError'
  }
}

/** The database cannot be opened as it is. The message is for the operator, in Chinese. */
export class DatabaseSetupError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'DatabaseSetupError'
  }
}

const KIND_OF_STATE: Readonly<Record<string, DatabaseErrorKind>> = {
  '23505': 'duplicate',
  '23P01': 'duplicate',
  '23503': 'reference',
  '40001': 'conflict',
  '40P01': 'conflict',
  '57014': 'timeout',
  '55P03': 'timeout',
  '25P03': 'timeout',
  '25P04': 'timeout',
  '25006': 'unavailable', // read-only: a standby after a failover
}

const KIND_OF_CLASS: Readonly<Record<string, DatabaseErrorKind>> = {
  '08': 'unavailable',
  '22': 'refused',
  '23': 'refused',
  '28': 'unavailable',
  '53': 'unavailable',
  '57': 'unavailable',
  '58': 'unavailable',
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const textOf = (value: unknown): string | undefined => (isText(value) ? value : undefined)

/**
 * A table has other columns than when the statement was first read on this connection: another process has migrated.
 * The code says only that something is not supported, and the message may be in any language.
 */
export const planIsOutdated = (thrown: unknown): boolean =>
  typeof thrown === 'object' && thrown !== null && 'routine' in thrown && thrown.routine === 'RevalidateCachedQuery'

/** Whatever the driver threw, as a `DatabaseError`; one that already is stays what it is. */
export function databaseError(thrown: unknown): DatabaseError {
  if (thrown instanceof DatabaseError) return thrown
  const raw = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Record<string, unknown>
  const message = textOf(raw.message) ?? 'unknown failure'
  const code = textOf(raw.code)

  if (code === undefined || !/^[0-9A-Z]{5}$/.test(code)) return withoutState(message, code)
  const kind = planIsOutdated(raw) ? 'conflict' : (KIND_OF_STATE[code] ?? KIND_OF_CLASS[code.slice(0, 2)] ?? 'defect')
  const constraint = textOf(raw.constraint)
  const about = { sqlState: code, constraint, table: textOf(raw.table), column: textOf(raw.column) }
  // Data exceptions and broken constraints quote the data; every other message speaks of the statement or the server.
  const quotesData = code.startsWith('22') || code.startsWith('23')
  const what = quotesData ? `refused by ${constraint ?? about.column ?? 'the type of a column'}` : message
  return new DatabaseError(kind, `${code}: ${what}`, about)
}

function withoutState(message: string, code: string | undefined): DatabaseError {
  if (message === 'Query read timeout') return new DatabaseError('timeout', 'the statement took too long')
  // What remains without a state comes from sockets, from the pool, or from our own decoding of values.
  const fromTheDriver = code !== undefined || /connect|timeout|terminat|pool|Client has/i.test(message)
  return new DatabaseError(
    fromTheDriver ? 'unavailable' : 'defect',
    code === undefined ? message : `${code}: ${message}`,
  )
}
