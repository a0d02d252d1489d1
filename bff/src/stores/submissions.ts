import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import { builtOnce } from './built-once'
import type { Queries, Transaction } from './database'
import type { SubmissionsTable } from './tables/submissions'

export type SubmissionRow = Selectable<SubmissionsTable>
export type NewSubmission = Pick<
  Insertable<SubmissionsTable>,
  'id' | 'company_id' | 'created_by' | 'step' | 'measure_id' | 'platform' | 'round' | 'papers' | 'catalogue_version'
>

/** One of this company; undefined for those of others. */
export const findSubmission = (queries: Queries, companyId: string, id: string): Promise<SubmissionRow | undefined> =>
  queries
    .selectFrom('submissions')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()

/**
 * The same, held until the transaction ends. Its platform's subject is held first, as where news is taken in: so
 * neither waits for the other for ever.
 */
export async function lockSubmission(
  transaction: Transaction,
  companyId: string,
  id: string,
): Promise<SubmissionRow | undefined> {
  await transaction.selectFrom('platform_subjects').select('id').where('id', '=', id).forUpdate().execute()
  return transaction
    .selectFrom('submissions')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Those touched last first. */
export const submissionsOf = builtOnce((queries, companyId: string) =>
  queries
    .selectFrom('submissions')
    .selectAll()
    .where('company_id', '=', companyId)
    .orderBy('updated_at', 'desc')
    .orderBy('id'),
)

export async function insertSubmission(transaction: Transaction, row: NewSubmission): Promise<void> {
  await transaction
    .insertInto('submissions')
    .values({
      ...row,
      answers: null,
      confirmed_findings: '[]',
      refusal: null,
      receipt_number: null,
      pinned: null,
      pinned_sha256: null,
      kept_over: null,
      first_submitted_at: null,
      submitted_at: null,
      act: null,
      act_sequence: null,
      voucher: null,
    })
    .execute()
}

type Changes = Partial<Insertable<Omit<SubmissionsTable, 'id' | 'company_id' | 'updated_at' | 'version'>>>

/** A change of what a person sees: it counts as one. */
export async function changeSubmission(transaction: Transaction, id: string, changes: Changes): Promise<void> {
  await transaction
    .updateTable('submissions')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1), updated_at: sql<Date>`clock_timestamp()` }))
    .where('id', '=', id)
    .execute()
}

export async function deleteSubmission(transaction: Transaction, id: string): Promise<void> {
  await transaction.deleteFrom('submissions').where('id', '=', id).execute()
}
