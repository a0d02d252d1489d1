import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../stores/database'

/** What was done. Ids only: never a name, a number or a text. */
export interface AuditEntry {
  readonly at: Date
  /** The person; undefined for the server itself. */
  readonly actorId?: string
  /** For example `company.read`. */
  readonly action: string
  readonly subjectIds: readonly string[]
  readonly outcome: 'done' | 'refused'
}

/** Before the first entry. */
export const CHAIN_START = '0'.repeat(64)
/** Any number, as long as nothing else locks it. */
const CHAIN_LOCK = 7_204_311

/** SHA-256, hex, over the place in the chain and the content. */
export const linkHash = (previousHash: string, seq: number, at: Date, content: string): string =>
  createHash('sha256')
    .update(JSON.stringify([previousHash, seq, at.toISOString(), content]))
    .digest('hex')

/** What of the entry is hashed beside its place and its time. */
export const contentOf = ({ actorId, action, subjectIds, outcome }: Omit<AuditEntry, 'at'>): string =>
  JSON.stringify([actorId ?? null, action, subjectIds, outcome])

/** From here until the commit nobody else adds a link. */
export async function lockChain(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`.execute(transaction)
}

/**
 * Adds the entry with the act itself: both are kept or neither. Acts wait for each other from here until their
 * commit, so that the chain stays one line; call it last.
 */
export async function appendAudit(transaction: Transaction, entry: AuditEntry): Promise<void> {
  await lockChain(transaction)
  const last = await transaction
    .selectFrom('audit_entries')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const seq = (last?.seq ?? 0) + 1
  const previousHash = last?.hash ?? CHAIN_START
  const { at } = entry
  const content = contentOf(entry)
  await transaction
    .insertInto('audit_entries')
    .values({ seq, at, content, previous_hash: previousHash, hash: linkHash(previousHash, seq, at, content) })
    .execute()
}
