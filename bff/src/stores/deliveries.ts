import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Queries, Transaction } from './database'
import type { DeliveryReceiptsTable, FailureKind } from './tables/messages'

export type ReceiptRow = Selectable<DeliveryReceiptsTable>

export interface NewDelivery {
  readonly id: string
  readonly messageId: string
  readonly channel: string
  readonly queuedAt: Date
}

/** @returns false where the message is on its way by this channel already. */
export async function addDelivery(
  transaction: Transaction,
  { id, messageId, channel, queuedAt }: NewDelivery,
): Promise<boolean> {
  const row = await transaction
    .insertInto('deliveries')
    .values({ id, message_id: messageId, channel, queued_at: queuedAt })
    .onConflict((conflict) => conflict.columns(['message_id', 'channel']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A delivery with its message, as sealed. */
export const loadDelivery = (queries: Queries, id: string) =>
  queries
    .selectFrom('deliveries as d')
    .innerJoin('messages as m', 'm.id', 'd.message_id')
    .select(['d.id', 'd.message_id', 'd.channel', 'd.state', 'm.person_id', 'm.content', 'm.urgent', 'm.seq'])
    .select('m.dedupe_key')
    .where('d.id', '=', id)
    .executeTakeFirst()
export type LoadedDelivery = NonNullable<Awaited<ReturnType<typeof loadDelivery>>>

/** `status:SUBJECT:SEQUENCE`: the steps of one subject begin alike. */
const STEP = /^status:[^:]+:/

/**
 * Earlier steps of the same subject that are still on their way to the person by this channel. What no job carries any
 * more does not count.
 */
export async function earlierSteps(
  queries: Queries,
  { person_id, channel, seq, dedupe_key }: LoadedDelivery,
  jobKind: string,
): Promise<readonly { readonly failed: boolean }[]> {
  const subject = STEP.exec(dedupe_key)?.[0]
  if (subject === undefined) return []
  const rows = await queries
    .selectFrom('messages as m')
    .innerJoin('deliveries as d', 'd.message_id', 'm.id')
    .innerJoin('jobs as j', (on) => on.on('j.dedupe_key', '=', sql<string>`d.id::text`).on('j.kind', '=', jobKind))
    .select('d.failure')
    .where('m.person_id', '=', person_id)
    .where(sql<boolean>`starts_with(m.dedupe_key, ${subject})`)
    .where('m.seq', '<', seq)
    .where('d.channel', '=', channel)
    .where('d.state', 'in', ['queued', 'sending'])
    .where('j.state', '=', 'waiting')
    .execute()
  return rows.map(({ failure }) => ({ failed: failure !== null }))
}

/** Written before the vendor is called. */
export async function beginAttempt(
  transaction: Transaction,
  attempt: { readonly id: string; readonly deliveryId: string; readonly vendor: string; readonly at: Date },
): Promise<void> {
  await transaction
    .updateTable('deliveries')
    .set({ state: 'sending', vendor: attempt.vendor, attempts: sql<number>`attempts + 1` })
    .where('id', '=', attempt.deliveryId)
    .execute()
  await transaction
    .insertInto('delivery_attempts')
    .values({ id: attempt.id, delivery_id: attempt.deliveryId, vendor: attempt.vendor, begun_at: attempt.at })
    .execute()
}

export async function endAttempt(
  transaction: Transaction,
  id: string,
  { outcome, failure, at }: { readonly outcome: 'sent' | FailureKind; readonly failure?: string; readonly at: Date },
): Promise<void> {
  await transaction
    .updateTable('delivery_attempts')
    .set({ ended_at: at, outcome, failure: failure ?? null })
    .where('id', '=', id)
    .execute()
}

/** Attempts that a crash cut off are closed as lost. @returns their ids. */
export async function closeLostAttempts(
  transaction: Transaction,
  deliveryId: string,
  at: Date,
): Promise<readonly string[]> {
  const rows = await transaction
    .updateTable('delivery_attempts')
    .set({ ended_at: at, outcome: 'lost' })
    .where('delivery_id', '=', deliveryId)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The vendor has it. */
export async function markSent(
  transaction: Transaction,
  id: string,
  { vendor, vendorId, at }: { readonly vendor: string; readonly vendorId: string | undefined; readonly at: Date },
): Promise<void> {
  await transaction
    .updateTable('deliveries')
    .set({ state: 'sent', vendor, vendor_id: vendorId ?? null, sent_at: at, failure: null, failure_kind: null })
    .where('id', '=', id)
    .execute()
}

export interface Failure {
  readonly kind: FailureKind
  readonly reason: string
}

/** It did not go out this time; `state` says whether it is tried again. */
export async function markFailed(
  transaction: Transaction,
  id: string,
  state: 'queued' | 'failed' | 'undeliverable',
  { kind, reason }: Failure,
  at: Date,
): Promise<void> {
  await transaction
    .updateTable('deliveries')
    .set({ state, failure_kind: kind, failure: reason, ...(state !== 'queued' && { settled_at: at }) })
    .where('id', '=', id)
    .execute()
}

/** Receipt and answer of one sending are looked at one after the other, whichever comes first. */
export async function lockReceipt(transaction: Transaction, vendor: string, vendorId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`receipt ${vendor} ${vendorId}`}, 0))`.execute(transaction)
}

/** Keeps a receipt. @returns false where it came before: the first word counts. */
export async function keepReceipt(transaction: Transaction, receipt: ReceiptRow): Promise<boolean> {
  const row = await transaction
    .insertInto('delivery_receipts')
    .values(receipt)
    .onConflict((conflict) => conflict.columns(['vendor', 'vendor_id']).doNothing())
    .returning('vendor_id')
    .executeTakeFirst()
  return row !== undefined
}

export const findReceipt = (queries: Queries, vendor: string, vendorId: string): Promise<ReceiptRow | undefined> =>
  queries
    .selectFrom('delivery_receipts')
    .selectAll()
    .where('vendor', '=', vendor)
    .where('vendor_id', '=', vendorId)
    .executeTakeFirst()

/** A receipt that names the attempt itself: so it did go out, though its answer was lost. */
export const receiptOfAttempt = (queries: Queries, attemptId: string): Promise<ReceiptRow | undefined> =>
  queries.selectFrom('delivery_receipts').selectAll().where('attempt_id', '=', attemptId).executeTakeFirst()

/** What the receipt says, for a delivery that the vendor has. Later news of it changes nothing. */
export async function settleByReceipt(
  transaction: Transaction,
  deliveryId: string,
  { delivered, code, received_at }: Pick<ReceiptRow, 'delivered' | 'code' | 'received_at'>,
): Promise<void> {
  await transaction
    .updateTable('deliveries')
    .set({
      state: delivered ? 'delivered' : 'undeliverable',
      settled_at: received_at,
      ...(!delivered && { failure_kind: 'permanent', failure: code }),
    })
    .where('id', '=', deliveryId)
    .where('state', '=', 'sent')
    .execute()
}

export async function deliveryByVendorId(
  queries: Queries,
  vendor: string,
  vendorId: string,
): Promise<string | undefined> {
  const row = await queries
    .selectFrom('deliveries')
    .select('id')
    .where('vendor', '=', vendor)
    .where('vendor_id', '=', vendorId)
    .executeTakeFirst()
  return row?.id
}
