import type { BodyOf, newSubmissionContract } from '@suanhui/shared/api'
import type { Deps } from '../../deps'
import { AppError } from '../../errors'
import type { Transaction } from '../../stores/database'
import { findPaper } from '../../stores/papers'
import { insertSubmission, type SubmissionRow, submissionsOf } from '../../stores/submissions'
import { lockCompany } from '../../stores/uploads'
import { noSuchPaper } from '../papers/attach-file'
import { keepRules } from './pinned-rules'
import { roundToApplyIn } from './rounds'
import { progressOf } from './standing'
import { MEASURE, measureOf, platformOf } from './steps'

type Given = BodyOf<typeof newSubmissionContract>
type World = Pick<Deps, 'newId' | 'platforms' | 'elapsedMs' | 'clock' | 'published'>

interface Who {
  readonly companyId: string
  readonly personId: string
}

/** Asked before the transaction: the platform may take its time. */
export const roundOf = async (world: World, { step, roundId }: Given) =>
  step === 'application' ? await roundToApplyIn(world, roundId) : null

/** Names the one that is there, so that a page can lead to it. */
const thereAlready = ({ id }: SubmissionRow, message: string): AppError =>
  new AppError('CONFLICT', message, { fields: [{ field: id, message: '请接着办这一份' }] })

async function contractToFile(transaction: Transaction, companyId: string, paperId: string): Promise<void> {
  const paper = await findPaper(transaction, companyId, paperId)
  if (paper === undefined) throw noSuchPaper()
  const filing = (await submissionsOf(transaction, companyId)).find(
    ({ step, papers }) => step === 'filing' && papers.contract?.includes(paperId),
  )
  if (filing !== undefined) throw thereAlready(filing, '这份合同已经有一份备案了，请接着办那一份')
}

/**
 * The contract that was chosen; with an application, also the 附件2 it was filed with, stamped already: it is asked for
 * again there, and nobody should have to look for it.
 */
async function papersAtFirst(
  transaction: Transaction,
  companyId: string,
  { step, paperId }: Given,
): Promise<SubmissionRow['papers']> {
  if (paperId === undefined) return {}
  if (step !== 'application') return { contract: [paperId] }
  const filing = (await submissionsOf(transaction, companyId)).find(
    (one) => one.step === 'filing' && one.sending === 'sent' && one.papers.contract?.includes(paperId),
  )
  const forms = filing?.papers['filing-form'] ?? []
  return { contract: [paperId], ...(forms.length > 0 && { 'filing-form': forms }) }
}

const ENDED: readonly string[] = ['withdrawn', 'rejected']

/**
 * A company has one application in a round. The text nowhere says so in these words, but 三(二) caps what one company
 * gets, 五1 forbids claiming twice, and 附件3 has rows for all contracts: two halves would only get round the cap. One
 * that was withdrawn or rejected has ended, and nothing in the text forbids another while the round is open.
 */
async function noneInRound(transaction: Transaction, companyId: string, roundId: string): Promise<void> {
  for (const row of await submissionsOf(transaction, companyId)) {
    if (row.step !== 'application' || row.round?.id !== roundId || row.measure_id !== MEASURE) continue
    const { state } = await progressOf(transaction, row)
    if (ENDED.includes(state.status)) continue
    const words =
      row.sending === 'draft' || row.sending === 'refused'
        ? '这一轮已经有一份没有交的申请，合同和发票都放进那一份，一起交'
        : '这一轮已经交过申请。一轮交一份；要换内容，先撤回那一份，再重新申请'
    throw thereAlready(row, words)
  }
}

/**
 * Begins a filing, an application in a round, or the claim of a voucher.
 * @returns its id.
 * @throws {AppError} NOT_FOUND the contract; CONFLICT it is in a filing already, or this round is applied for already.
 */
export async function startSubmission(
  world: World,
  transaction: Transaction,
  { companyId, personId }: Who,
  given: Given,
  round: Awaited<ReturnType<typeof roundOf>>,
): Promise<string> {
  const { step, paperId } = given
  // One after another: two phones that begin at once begin one.
  await lockCompany(transaction, companyId)
  if (paperId !== undefined && step === 'filing') await contractToFile(transaction, companyId, paperId)
  else if (paperId !== undefined && (await findPaper(transaction, companyId, paperId)) === undefined)
    throw noSuchPaper()
  if (round !== null) await noneInRound(transaction, companyId, round.id)
  const id = world.newId()
  await insertSubmission(transaction, {
    id,
    company_id: companyId,
    created_by: personId,
    step,
    measure_id: measureOf[step],
    platform: platformOf[step],
    catalogue_version: await keepRules(world, transaction, measureOf[step]),
    round: round === null ? null : JSON.stringify(round),
    papers: JSON.stringify(await papersAtFirst(transaction, companyId, given)),
  })
  return id
}
