import { sql } from 'kysely'
import type { Queries, Transaction } from './database'

/* What an operator sees of messages and does about them. Numbers and words stay sealed. */

/** How many stand where. */
export const listDeliveries = (queries: Queries) =>
  queries
    .selectFrom('deliveries')
    .select(['channel', 'state', sql<number>`count(*)::int`.as('count')])
    .groupBy(['channel', 'state'])
    .orderBy('channel')
    .orderBy('state')
    .execute()

/**
 * What did not reach anyone, and is not tried again by itself: given up, or reported by the vendor as not delivered.
 * A message that another channel took over is no such thing.
 */
const dead = (queries: Queries) =>
  queries
    .selectFrom('deliveries as d')
    .innerJoin('jobs as j', (join) =>
      join.on(sql<boolean>`j.kind = 'send-' || d.channel`).on(sql<boolean>`j.dedupe_key = d.id::text`),
    )
    .where(({ or, and, eb }) =>
      or([eb('j.state', '=', 'dead'), and([eb('d.state', '=', 'undeliverable'), eb('d.sent_at', 'is not', null)])]),
    )

export const deadDeliveries = (queries: Queries) =>
  dead(queries)
    .select(['d.id', 'd.channel', 'd.vendor', 'd.state', 'd.attempts', 'd.failure', 'd.queued_at'])
    .orderBy('d.queued_at')
    .orderBy('d.id')
    .limit(500)
    .execute()

/** Sends it once more: the job and the delivery together. @returns false where it is not dead. */
export async function retryDelivery(transaction: Transaction, id: string): Promise<boolean> {
  const found = await dead(transaction).select('j.id').where('d.id', '=', id).executeTakeFirst()
  if (found === undefined) return false
  await sql`
    update jobs set state = 'waiting', attempts = 0, run_at = clock_timestamp(), ended_at = null
    where id = ${found.id}`.execute(transaction)
  await transaction
    .updateTable('deliveries')
    .set({ state: 'queued', vendor_id: null, sent_at: null, settled_at: null, failure: null, failure_kind: null })
    .where('id', '=', id)
    .execute()
  return true
}
