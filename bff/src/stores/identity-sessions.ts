import type { Queries, Transaction } from './database'

export interface Session {
  readonly id: string
  readonly personId: string
  /** In words, for the person. */
  readonly device: string
  readonly createdAt: Date
  readonly lastUsedAt: Date
  readonly expiresAt: Date
}

const COLUMNS = ['id', 'person_id', 'device', 'created_at', 'last_used_at', 'expires_at'] as const

interface Row {
  readonly id: string
  readonly person_id: string
  readonly device: string
  readonly created_at: Date
  readonly last_used_at: Date
  readonly expires_at: Date
}

const sessionOf = (row: Row): Session => ({
  id: row.id,
  personId: row.person_id,
  device: row.device,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
  expiresAt: row.expires_at,
})

export async function makeSession(transaction: Transaction, session: Session): Promise<void> {
  await transaction
    .insertInto('sessions')
    .values({
      id: session.id,
      person_id: session.personId,
      device: session.device,
      created_at: session.createdAt,
      last_used_at: session.lastUsedAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** Sessions of the person that are good at this moment, the one used last first. */
export async function liveSessions(queries: Queries, personId: string, now: Date): Promise<readonly Session[]> {
  const rows = await queries
    .selectFrom('sessions')
    .select(COLUMNS)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('last_used_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(sessionOf)
}

export async function liveSession(queries: Queries, id: string, now: Date): Promise<Session | undefined> {
  const row = await queries
    .selectFrom('sessions')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && sessionOf(row)
}

/** @returns whether the person had this session, still good. */
export async function endSession(queries: Queries, personId: string, id: string, now: Date): Promise<boolean> {
  const row = await queries
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The family as a whole: whoever holds one of its tokens, the person or a thief. */
export async function revokeFamily(transaction: Transaction, id: string, now: Date): Promise<void> {
  await transaction.updateTable('sessions').set({ ended_at: now }).where('id', '=', id).execute()
}

export async function touchSession(
  transaction: Transaction,
  id: string,
  lastUsedAt: Date,
  expiresAt: Date,
): Promise<void> {
  await transaction
    .updateTable('sessions')
    .set({ last_used_at: lastUsedAt, expires_at: expiresAt })
    .where('id', '=', id)
    .execute()
}

/** @returns the ids of the sessions that are the other person's from now on. */
export async function moveSessions(transaction: Transaction, from: string, to: string): Promise<readonly string[]> {
  const rows = await transaction
    .updateTable('sessions')
    .set({ person_id: to })
    .where('person_id', '=', from)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export interface RefreshToken {
  readonly hash: string
  readonly sessionId: string
  readonly usedAt: Date | null
  readonly successorSealed: string | null
}

/** Whoever uses the same token at the same time waits for the end of this transaction. */
export async function lockRefreshToken(transaction: Transaction, hash: string): Promise<RefreshToken | undefined> {
  const row = await transaction
    .selectFrom('refresh_tokens')
    .select(['hash', 'session_id', 'used_at', 'successor_sealed'])
    .where('hash', '=', hash)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && { hash: row.hash, sessionId: row.session_id, usedAt: row.used_at, successorSealed: row.successor_sealed }
  )
}

export async function keepRefreshToken(
  transaction: Transaction,
  hash: string,
  sessionId: string,
  now: Date,
): Promise<void> {
  await transaction.insertInto('refresh_tokens').values({ hash, session_id: sessionId, issued_at: now }).execute()
}

/** Marks it used, with the token that comes after it. Those of the family whose grace is over lose theirs. */
export async function useRefreshToken(
  transaction: Transaction,
  { hash, sessionId }: RefreshToken,
  {
    successorSealed,
    now,
    graceFrom,
  }: { readonly successorSealed: string; readonly now: Date; readonly graceFrom: Date },
): Promise<void> {
  await transaction
    .updateTable('refresh_tokens')
    .set({ successor_sealed: null })
    .where('session_id', '=', sessionId)
    .where('used_at', '<', graceFrom)
    .where('successor_sealed', 'is not', null)
    .execute()
  await transaction
    .updateTable('refresh_tokens')
    .set({ used_at: now, successor_sealed: successorSealed })
    .where('hash', '=', hash)
    .execute()
}
