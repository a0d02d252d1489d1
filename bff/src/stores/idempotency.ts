import { sql } from 'kysely'
import type { Database, Transaction } from './database'

/** One write, as the client names it. */
export interface WriteKey {
  /** Who writes what: keys of different people or routes never meet. */
  readonly scope: string
  readonly key: string
  /** Hash of everything that decides the effect. */
  readonly requestHash: string
}

export interface Answer {
  readonly status: number
  /** Whatever JSON can hold. */
  readonly body: unknown
}

export interface KeptAnswer extends Answer {
  /** Whether this is the first answer, repeated. */
  readonly replayed: boolean
}

/** The key was used before, for another request. */
export class IdempotencyKeyReusedError extends Error {
  constructor() {
    super('the idempotency key was used before, for another request')
    this.name = 'IdempotencyKeyReusedError'
  }
}

/** The same write is under way at this moment; its answer is not there yet. */
export class WriteInFlightError extends Error {
  constructor() {
    super('the same write is under way')
    this.name = 'WriteInFlightError'
  }
}

/** Writes under way in this process, for each database. */
const underWay = new WeakMap<Database, Set<string>>()

/**
 * Does a write once, however often it is asked for. The answer is kept in the transaction of the effect: both are
 * there, or neither. Work that throws leaves nothing, and the key is free again.
 * @throws {IdempotencyKeyReusedError} @throws {WriteInFlightError}
 * @throws whatever the work throws, and `DatabaseError`.
 */
export async function idempotent(
  database: Database,
  write: WriteKey,
  work: (transaction: Transaction) => Promise<Answer>,
): Promise<KeptAnswer> {
  const mine = underWay.get(database) ?? new Set<string>()
  underWay.set(database, mine)
  const name = JSON.stringify([write.scope, write.key])
  // The embedded database would let the second wait for the first; a server's lock, below, sees other processes too.
  if (mine.has(name)) throw new WriteInFlightError()
  mine.add(name)
  try {
    return await database.transaction(async (transaction) => {
      await claim(transaction, name)
      return (await keptAnswer(transaction, write)) ?? (await firstAnswer(transaction, write, work))
    })
  } finally {
    mine.delete(name)
  }
}

/** Held until the transaction ends. Names that share a hash of 64 bits are told to come again, no worse. */
async function claim(transaction: Transaction, name: string): Promise<void> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as free`.execute(transaction)
  if (rows[0]?.free !== true) throw new WriteInFlightError()
}

async function keptAnswer(transaction: Transaction, write: WriteKey): Promise<KeptAnswer | undefined> {
  const row = await transaction
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'body'])
    .where('scope', '=', write.scope)
    .where('key', '=', write.key)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.request_hash !== write.requestHash) throw new IdempotencyKeyReusedError()
  return { status: row.status, body: row.body, replayed: true }
}

async function firstAnswer(
  transaction: Transaction,
  { scope, key, requestHash }: WriteKey,
  work: (transaction: Transaction) => Promise<Answer>,
): Promise<KeptAnswer> {
  const { status, body } = await work(transaction)
  await transaction
    .insertInto('idempotency_keys')
    .values({ scope, key, request_hash: requestHash, status, body: JSON.stringify(body) })
    .execute()
  return { status, body, replayed: false }
}

/** Forgets answers from before that moment; a repetition after this is a new write. @returns how many. */
export async function forgetAnswers(database: Database, before: Date): Promise<number> {
  const { numDeletedRows } = await database.queries
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
