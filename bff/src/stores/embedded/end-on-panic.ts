import type { PGlite } from '@electric-sql/pglite'

/** With this status PostgreSQL leaves a statement that failed; any other way out means it is no longer whole. */
const STATEMENT_FAILED = 100

/**
 * PGlite goes on after whatever its main loop throws, a panic included. Here `end` is called instead, which stops this
 * thread or process without an answer: the next one repeats the log, and nothing is acknowledged that is not on the
 * disk.
 */
export function endOnPanic(database: PGlite, end: () => never): void {
  const module = database.Module as unknown as { _PostgresMainLoopOnce: () => void }
  const loop = module._PostgresMainLoopOnce
  module._PostgresMainLoopOnce = () => {
    try {
      loop()
    } catch (thrown) {
      if ((thrown as { status?: unknown }).status !== STATEMENT_FAILED) end()
      throw thrown
    }
  }
}
