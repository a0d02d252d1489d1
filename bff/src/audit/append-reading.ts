import type { Deps } from '../deps'
import { builtOnce } from '../stores/built-once'
import type { Queries, Transaction } from '../stores/database'
import { type AuditEntry, appendAudit, contentOf, lockChain } from './append-audit'

/** That someone read something that is about people: nothing else happened. */
export interface Reading {
  readonly at: Date
  readonly actorId: string
  readonly action: `${string}.read`
  readonly subjectIds: readonly string[]
}

/**
 * A page asks for the same again and again, and every link of the chain waits for the one before: the same reading by
 * the same person stands there once an hour.
 */
export const READING_WINDOW_MS = 60 * 60_000

const entriesSince = builtOnce((queries, content: string, since: Date) =>
  queries.selectFrom('audit_entries').select('seq').where('content', '=', content).where('at', '>', since).limit(1),
)

async function isKept(queries: Queries, entry: AuditEntry): Promise<boolean> {
  const since = new Date(entry.at.getTime() - READING_WINDOW_MS)
  return (await entriesSince(queries, contentOf(entry), since)).length > 0
}

/** Adds the reading, unless the same was kept within {@link READING_WINDOW_MS}. Call it last, as `appendAudit`. */
export async function appendReading(transaction: Transaction, reading: Reading): Promise<void> {
  const entry: AuditEntry = { ...reading, outcome: 'done' }
  if (await isKept(transaction, entry)) return
  await lockChain(transaction)
  // Whoever had the chain before may have kept the same: a page asks for several things at once.
  if (!(await isKept(transaction, entry))) await appendAudit(transaction, entry)
}

/** The same for a reading without a transaction of its own; to be called before anything is handed out. */
export async function keepReading(
  { database, clock }: Pick<Deps, 'database' | 'clock'>,
  given: Omit<Reading, 'at'>,
): Promise<void> {
  const reading: Reading = { ...given, at: clock() }
  if (await isKept(database.queries, { ...reading, outcome: 'done' })) return
  await database.transaction((transaction) => appendReading(transaction, reading))
}
