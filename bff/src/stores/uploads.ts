import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Queries, Transaction } from './database'
import type { UploadsTable } from './tables/papers'

export type UploadRow = Selectable<UploadsTable>

/** Serialises what counts or compares within one company; others go on. */
export async function lockCompany(transaction: Transaction, companyId: string): Promise<void> {
  await transaction.selectFrom('companies').select('id').where('id', '=', companyId).forNoKeyUpdate().execute()
}

export const findUpload = (queries: Queries, companyId: string, id: string): Promise<UploadRow | undefined> =>
  queries.selectFrom('uploads').selectAll().where('company_id', '=', companyId).where('id', '=', id).executeTakeFirst()

export async function receivedParts(queries: Queries, uploadId: string): Promise<readonly number[]> {
  const rows = await queries
    .selectFrom('upload_parts')
    .select('part')
    .where('upload_id', '=', uploadId)
    .orderBy('part')
    .execute()
  return rows.map(({ part }) => part)
}

/** What lies in store for a company, and what is on its way, in bytes. */
export async function storageOf(
  queries: Queries,
  companyId: string,
): Promise<{ readonly bytes: number; readonly openUploads: number }> {
  const { rows } = await sql<{ bytes: number; open: number }>`
    select (select coalesce(sum(size), 0)::bigint from files where company_id = ${companyId})
         + (select coalesce(sum(size), 0)::bigint from uploads where company_id = ${companyId} and state = 'open') as bytes,
           (select count(*)::integer from uploads where company_id = ${companyId} and state = 'open') as open`.execute(
    queries,
  )
  return { bytes: rows[0]?.bytes ?? 0, openUploads: rows[0]?.open ?? 0 }
}

/** @returns false where the upload is not open any more, and the part counts for nothing. */
export async function noteReceived(transaction: Transaction, uploadId: string, part: number): Promise<boolean> {
  const open = await transaction
    .selectFrom('uploads')
    .select('id')
    .where('id', '=', uploadId)
    .where('state', '=', 'open')
    .forShare()
    .executeTakeFirst()
  if (open === undefined) return false
  await transaction
    .insertInto('upload_parts')
    .values({ upload_id: uploadId, part })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return true
}
