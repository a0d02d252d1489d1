import type { Deps } from '../../deps'
import { enqueue } from '../../jobs/queue'
import type { Transaction } from '../../stores/database'
import { addDelivery } from '../../stores/deliveries'

/** The kind of job that sends what goes by a channel. */
export const jobKindOf = (channel: string): string => `send-${channel}`

/** Sends a message by a channel, once; in the transaction that makes it necessary. */
export async function queueDelivery(
  transaction: Transaction,
  { newId, clock }: Pick<Deps, 'newId' | 'clock'>,
  { messageId, channel }: { readonly messageId: string; readonly channel: string },
): Promise<void> {
  const id = newId()
  if (!(await addDelivery(transaction, { id, messageId, channel, queuedAt: clock() }))) return
  await enqueue(transaction, { kind: jobKindOf(channel), dedupeKey: id, payload: { deliveryId: id } })
}
