import type { Transaction } from '../../stores/database'
import { lockPaper } from '../../stores/papers'
import { noSuchPaper } from './attach-file'

/**
 * Keeps papers from being deleted or changed while a submission needs them.
 * @throws {AppError} NOT_FOUND a paper that is not there, or not of this company.
 */
export async function holdPapers(
  transaction: Transaction,
  { companyId, submissionId }: { readonly companyId: string; readonly submissionId: string },
  paperIds: readonly string[],
): Promise<void> {
  for (const paperId of [...new Set(paperIds)].sort()) {
    if ((await lockPaper(transaction, companyId, paperId)) === undefined) throw noSuchPaper()
    await transaction
      .insertInto('paper_uses')
      .values({ paper_id: paperId, submission_id: submissionId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** The submission needs them no more. */
export async function releasePapers(transaction: Transaction, submissionId: string): Promise<void> {
  await transaction.deleteFrom('paper_uses').where('submission_id', '=', submissionId).execute()
}
