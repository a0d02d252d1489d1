import type { Channel, Sending, SendOutcome } from '../../channels/channel'
import type { Deps } from '../../deps'
import type { Transaction } from '../../stores/database'
import {
  beginAttempt,
  endAttempt,
  type Failure,
  findReceipt,
  type LoadedDelivery,
  lockReceipt,
  markFailed,
  markSent,
  settleByReceipt,
} from '../../stores/deliveries'
import { writtenDown } from '../../stores/written-down'

type World = Pick<Deps, 'database' | 'clock' | 'newId'>
type Sent = Extract<SendOutcome, { outcome: 'sent' }>

/** Its receipt may have been faster. */
async function recordSent(
  transaction: Transaction,
  deliveryId: string,
  vendor: string,
  { vendorId }: Sent,
  at: Date,
): Promise<void> {
  if (vendorId !== undefined) await lockReceipt(transaction, vendor, vendorId)
  await markSent(transaction, deliveryId, { vendor, vendorId, at })
  const receipt = vendorId === undefined ? undefined : await findReceipt(transaction, vendor, vendorId)
  if (receipt) await settleByReceipt(transaction, deliveryId, receipt)
}

/** Nothing was sent, and nothing is left to send with. */
const NOTHING_LEFT: Failure = { kind: 'permanent', reason: 'no_quota left' }

/**
 * Asks the channel's vendors one after the other, until one does not fail technically. Each call is written down before
 * it is made. @returns undefined where it went out.
 */
export async function tryVendors(
  { database, clock, newId }: World,
  channel: Channel,
  delivery: LoadedDelivery,
  { address, message }: { readonly address: string } & Pick<Sending, 'message'>,
): Promise<Failure | undefined> {
  let failure: Failure = { kind: 'technical', reason: 'no vendor is set up' }
  for (const vendor of channel.vendors) {
    const attemptId = newId()
    const begun = await database.transaction(async (transaction) => {
      if (channel.take && !(await channel.take(transaction, address, message))) return false
      await beginAttempt(transaction, { id: attemptId, deliveryId: delivery.id, vendor: vendor.name, at: clock() })
      return true
    })
    if (!begun) return NOTHING_LEFT
    const outcome = await vendor.send(address, { message, messageId: delivery.message_id, attemptId })
    if (outcome.outcome === 'sent') {
      await writtenDown(database, async (transaction) => {
        await recordSent(transaction, delivery.id, vendor.name, outcome, clock())
        await endAttempt(transaction, attemptId, { outcome: 'sent', at: clock() })
      })
      return undefined
    }
    const { kind, reason } = outcome
    failure = { kind, reason }
    await writtenDown(database, async (transaction) => {
      await channel.giveBack?.(transaction, address, message, reason)
      await endAttempt(transaction, attemptId, { outcome: kind, failure: reason, at: clock() })
      await markFailed(transaction, delivery.id, 'queued', { kind, reason }, clock())
    })
    if (kind !== 'technical') break
  }
  return failure
}
