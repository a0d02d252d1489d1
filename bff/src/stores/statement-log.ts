import type { DatabaseError } from './database-error'

/** One statement that ran, without the values that were in it. */
export interface Statement {
  readonly sql: string
  readonly durationMs: number
  /** Rows returned or changed; undefined where it failed. */
  readonly rows: number | undefined
  readonly failure: DatabaseError | undefined
}

/** What the stores log through: part of the server's log. */
export interface StatementLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

const SLOW_MS = 500
/** Refusals and conflicts are answers that the caller expects; these are not. */
const WORTH_A_LINE = new Set(['timeout', 'unavailable', 'defect'])

/** Writes down slow and failed statements: text with $1, $2, duration, code. Never a value. */
export function logStatement(log: StatementLog, { sql, durationMs, rows, failure }: Statement): void {
  const fields = { sql, durationMs: Math.round(durationMs), rows }
  if (failure && WORTH_A_LINE.has(failure.kind)) {
    log.error({ ...fields, kind: failure.kind, failure: failure.message }, 'statement failed')
  } else if (durationMs >= SLOW_MS) log.warn(fields, 'slow statement')
}
