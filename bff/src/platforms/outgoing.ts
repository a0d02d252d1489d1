import { enqueue } from '../jobs/queue'
import type { Transaction } from '../stores/database'
import type { Vault } from '../vault/vault'
import type { PlatformId, Write } from './platform'

export interface Outgoing {
  /** Ours, a UUID: the idempotency key. The same id is sent once, however often this is called. */
  readonly writeId: string
  /** Of `platform_subjects`; see `addSubject`. */
  readonly subjectId: string
  readonly companyId: string
  readonly platform: PlatformId
  readonly write: Write
}

export const OUTGOING = 'platform-outgoing'

export const placeOf = (writeId: string) => ({ table: 'platform_writes', column: 'body', row: writeId })

/**
 * Sends something to a platform, in the transaction that makes it necessary; it arrives when the platform is there.
 * Its content lies sealed with the company's key until it was answered. Call `wakeJobs` after the commit.
 */
export async function sendToPlatform(
  transaction: Transaction,
  vault: Vault,
  { writeId, subjectId, companyId, platform, write }: Outgoing,
): Promise<void> {
  const owner = { kind: 'company', id: companyId } as const
  const body = await vault.seal(transaction, owner, placeOf(writeId), JSON.stringify(write))
  const row = await transaction
    .insertInto('platform_writes')
    .values({ id: writeId, subject_id: subjectId, company_id: companyId, platform, verb: write.verb, body })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row !== undefined) await enqueue(transaction, { kind: OUTGOING, dedupeKey: writeId, payload: { writeId } })
}
