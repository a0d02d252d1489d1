import type { Transaction } from './database'

/** How long a session is listed after its end. */
export const KEPT_AFTER_END_DAYS = 30

/** Forgets what nobody needs any more: old codes, allowances that are whole again, sessions that ended a month ago. */
export async function sweepIdentity(transaction: Transaction, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_AFTER_END_DAYS * 86_400_000)
  await transaction.deleteFrom('login_codes').where('expires_at', '<=', now).execute()
  await transaction.deleteFrom('rate_limits').where('next_at', '<=', now).execute()
  await transaction
    .deleteFrom('sessions')
    .where((column) => column.or([column('expires_at', '<', before), column('ended_at', '<', before)]))
    .execute()
  await transaction.deleteFrom('token_keys').where('used_until', '<=', now).execute()
}
