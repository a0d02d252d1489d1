import { sql } from 'kysely'
import type { Transaction } from './database'

/** `burst` at once, then one every `everyMs`; in any time T at most `burst + T / everyMs`. */
export interface Rate {
  readonly key: string
  readonly burst: number
  readonly everyMs: number
}

/**
 * Takes one from the allowance (GCRA, one row a key). Where a later step of the transaction throws, nothing is taken.
 * @returns 0 where there was one left, else the milliseconds until there is.
 */
export async function takeOne(transaction: Transaction, { key, burst, everyMs }: Rate, now: Date): Promise<number> {
  const latest = new Date(now.getTime() + burst * everyMs)
  const step = sql`make_interval(secs => ${everyMs / 1000}::float8)`
  const { rows } = await sql<{ next_at: Date }>`
    insert into rate_limits as held (key, next_at) values (${key}, ${now}::timestamptz + ${step})
    on conflict (key) do update set next_at = greatest(held.next_at, ${now}::timestamptz) + ${step}
      where greatest(held.next_at, ${now}::timestamptz) + ${step} <= ${latest}::timestamptz
    returning next_at`.execute(transaction)
  if (rows.length > 0) return 0
  const held = await transaction
    .selectFrom('rate_limits')
    .select('next_at')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return Math.max(1, held.next_at.getTime() + everyMs - latest.getTime())
}
