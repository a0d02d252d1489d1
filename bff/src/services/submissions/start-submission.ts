import type { BodyOf, newSubmissionContract } from '@suanhui/shared/api'
import type { Deps } from '../../deps'
import { AppError } from '../../errors'
import type { Transaction } from '../../stores/database'
import { findPaper } from '../../stores/papers'
import { insertSubmission, submissionsOf } from '../../stores/submissions'
import { lockCompany } from '../../stores/uploads'
import { noSuchPaper } from '../papers/attach-file'
import { roundToApplyIn } from './rounds'
import { MEASURE, platformOf } from './steps'

type Given = BodyOf<typeof newSubmissionContract>
type World = Pick<Deps, 'newId' | 'platforms' | 'elapsedMs' | 'clock'>

interface Who {
  readonly companyId: string
  readonly personId: string
}

/** Asked before the transaction: the platform may take its time. */
export const roundOf = async (world: World, { step, roundId }: Given) =>
  step === 'application' ? await roundToApplyIn(world, roundId) : null

async function contractToFile(transaction: Transaction, companyId: string, paperId: string): Promise<void> {
  const paper = await findPaper(transaction, companyId, paperId)
  if (paper === undefined) throw noSuchPaper()
  const filings = (await submissionsOf(transaction, companyId)).filter(({ step }) => step === 'filing')
  if (filings.some(({ papers }) => papers.contract?.includes(paperId))) {
    throw new AppError('CONFLICT', '这份合同已经有一份备案了，请在“备案”里接着办')
  }
}

/**
 * Begins a filing, or an application in a round.
 * @returns its id.
 * @throws {AppError} NOT_FOUND the contract; CONFLICT it is in a filing already, or this round is applied for already.
 */
export async function startSubmission(
  { newId }: World,
  transaction: Transaction,
  { companyId, personId }: Who,
  { step, paperId }: Given,
  round: Awaited<ReturnType<typeof roundOf>>,
): Promise<string> {
  // One after another: two phones that begin at once begin one.
  await lockCompany(transaction, companyId)
  if (paperId !== undefined && step === 'filing') await contractToFile(transaction, companyId, paperId)
  else if (paperId !== undefined && (await findPaper(transaction, companyId, paperId)) === undefined)
    throw noSuchPaper()
  const id = newId()
  await insertSubmission(transaction, {
    id,
    company_id: companyId,
    created_by: personId,
    step,
    measure_id: MEASURE,
    platform: platformOf[step],
    round: round === null ? null : JSON.stringify(round),
    papers: JSON.stringify(paperId === undefined ? {} : { contract: [paperId] }),
  })
  return id
}
