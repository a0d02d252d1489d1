import type { PublicKey } from '@suanhui/shared/api'
import { sql } from 'kysely'
import type { Queries, Transaction } from './database'

export interface TokenKey {
  readonly publicKey: PublicKey
  readonly privateSealed: string
  /** Published before, so that everyone knows it by then. */
  readonly usedFrom: Date
  readonly usedUntil: Date | null
}

/** Only one process makes or rotates keys at a time; held until the transaction ends. */
export async function lockTokenKeys(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('token keys', 0))`.execute(transaction)
}

/** Those whose tokens may still be good, in the order of their turns. */
export async function tokenKeys(queries: Queries, now: Date): Promise<readonly TokenKey[]> {
  const rows = await queries
    .selectFrom('token_keys')
    .selectAll()
    .where((column) => column.or([column('used_until', 'is', null), column('used_until', '>', now)]))
    .orderBy('used_from')
    .orderBy('kid')
    .execute()
  return rows.map((row) => ({
    publicKey: row.public_key,
    privateSealed: row.private_sealed,
    usedFrom: row.used_from,
    usedUntil: row.used_until,
  }))
}

/** Adds the next key; those before it end at `othersUntil`, or earlier where that is settled already. */
export async function addTokenKey(
  transaction: Transaction,
  { publicKey, privateSealed, usedFrom }: Omit<TokenKey, 'usedUntil'>,
  othersUntil: Date,
): Promise<void> {
  await sql`
    update token_keys set used_until = least(used_until, ${othersUntil}::timestamptz)`.execute(transaction)
  await transaction
    .insertInto('token_keys')
    .values({
      kid: publicKey.kid,
      public_key: JSON.stringify(publicKey),
      private_sealed: privateSealed,
      used_from: usedFrom,
    })
    .execute()
}

/** All of them, also those whose turn is over. */
export async function allTokenKeys(
  transaction: Transaction,
): Promise<readonly Pick<TokenKey, 'publicKey' | 'privateSealed'>[]> {
  const rows = await transaction.selectFrom('token_keys').select(['public_key', 'private_sealed']).execute()
  return rows.map((row) => ({ publicKey: row.public_key, privateSealed: row.private_sealed }))
}

/** The same private half, sealed anew. */
export async function keepResealed(transaction: Transaction, kid: string, privateSealed: string): Promise<void> {
  await transaction.updateTable('token_keys').set({ private_sealed: privateSealed }).where('kid', '=', kid).execute()
}

/** Takes away keys whose tokens are all refused. */
export async function forgetTokenKeys(transaction: Transaction, before: Date): Promise<void> {
  await transaction.deleteFrom('token_keys').where('used_until', '<=', before).execute()
}
