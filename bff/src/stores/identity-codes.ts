import type { Queries, Transaction } from './database'

export interface LoginCode {
  readonly phoneIndex: string
  /** Makes the hash of equal codes differ. */
  readonly salt: string
  readonly hmac: string
}

/** Keeps the code sent last; the one before it is void. */
export async function keepCode(
  queries: Queries,
  { phoneIndex, salt, hmac }: LoginCode,
  { tries, expiresAt }: { readonly tries: number; readonly expiresAt: Date },
): Promise<void> {
  const values = { salt, code_hmac: hmac, tries_left: tries, expires_at: expiresAt }
  await queries
    .insertInto('login_codes')
    .values({ phone_index: phoneIndex, ...values })
    .onConflict((conflict) => conflict.column('phone_index').doUpdateSet(values))
    .execute()
}

/**
 * The code of this number, one try of it taken: whoever guesses at the same time waits for this transaction.
 * Undefined where none was sent, it is too old, or no try is left.
 */
export async function tryCode(
  transaction: Transaction,
  phoneIndex: string,
  now: Date,
): Promise<(LoginCode & { readonly triesLeft: number }) | undefined> {
  const row = await transaction
    .updateTable('login_codes')
    .set((column) => ({ tries_left: column('tries_left', '-', 1) }))
    .where('phone_index', '=', phoneIndex)
    .where('tries_left', '>', 0)
    .where('expires_at', '>', now)
    .returning(['salt', 'code_hmac', 'tries_left'])
    .executeTakeFirst()
  return row && { phoneIndex, salt: row.salt, hmac: row.code_hmac, triesLeft: row.tries_left }
}

/** It was right, so it is used up. */
export async function spendCode(transaction: Transaction, phoneIndex: string): Promise<void> {
  await transaction.deleteFrom('login_codes').where('phone_index', '=', phoneIndex).execute()
}
