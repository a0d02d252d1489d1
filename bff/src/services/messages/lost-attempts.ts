import type { Deps } from '../../deps'
import { closeLostAttempts, markSent, receiptOfAttempt, settleByReceipt } from '../../stores/deliveries'

/**
 * Attempts that a crash cut off: where a vendor's receipt names one, it did go out, and is not sent again.
 * @returns whether that is so.
 */
export function settleLostAttempts(
  { database, clock }: Pick<Deps, 'database' | 'clock'>,
  deliveryId: string,
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    for (const attemptId of await closeLostAttempts(transaction, deliveryId, clock())) {
      const receipt = await receiptOfAttempt(transaction, attemptId)
      if (receipt === undefined) continue
      const { vendor, vendor_id: vendorId, received_at: at } = receipt
      await markSent(transaction, deliveryId, { vendor, vendorId, at })
      await settleByReceipt(transaction, deliveryId, receipt)
      return true
    }
    return false
  })
}
