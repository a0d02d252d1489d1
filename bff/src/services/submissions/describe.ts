import type { SubmissionDetail, SubmissionList, SubmissionSummary } from '@suanhui/shared/api'
import { addDays, type IsoDate } from '@suanhui/shared/date'
import { dateOf, type Paper, textOf } from '@suanhui/shared/papers'
import { openItems } from '@suanhui/shared/status'
import type { Queries } from '../../stores/database'
import { findSubmission, type SubmissionRow, submissionsOf } from '../../stores/submissions'
import { assemble, type FlowWorld } from './assemble'
import { papersThere } from './papers-there'
import { type FilledForms, pinnedIn } from './sealed'
import { isEditable, type Progress, progressOf, standingOf } from './standing'
import { noSuchSubmission } from './steps'

const earliest = (dates: readonly (IsoDate | undefined)[]): IsoDate | undefined =>
  dates
    .flatMap((date) => date ?? [])
    .sort()
    .at(0)

/** The last day on which the contracts may be filed. */
export function filingDueOn(
  { paperRules }: Pick<FlowWorld, 'paperRules'>,
  measureId: string,
  contracts: readonly Paper[],
): IsoDate | undefined {
  const within = paperRules[measureId]?.filing?.withinDays
  const signedOn = earliest(contracts.map((contract) => dateOf(contract, 'signedOn')))
  return within === undefined || signedOn === undefined ? undefined : addDays(signedOn, within)
}

function dueOnOf(
  world: Pick<FlowWorld, 'paperRules'>,
  row: SubmissionRow,
  progress: Progress,
  contracts: readonly Paper[],
): IsoDate | undefined {
  const { state } = progress
  const waits = state.status === 'returned' || state.status === 'explanation_demanded'
  if (waits) return earliest(openItems(state).map(({ dueOn }) => dueOn))
  if (state.status === 'issued' && isEditable(row, progress)) return row.voucher?.validUntil ?? undefined
  if (row.sending === 'queued' || row.sending === 'sent') return undefined
  if (row.step === 'claim') return undefined
  return row.step === 'filing' ? filingDueOn(world, row.measure_id, contracts) : row.round?.closesOn
}

function titleOf(row: SubmissionRow, contracts: readonly Paper[]): string {
  if (row.step === 'application') return row.round?.name ?? '算力补贴申请'
  const nameless = row.step === 'filing' ? '合同备案' : '山西算力券'
  const [first] = contracts
  const title = first && textOf(first, 'title')
  if (title === undefined) return nameless
  return contracts.length > 1 ? `${title}等${contracts.length}份合同` : title
}

interface Described {
  readonly summary: SubmissionSummary
  readonly progress: Progress
}

export async function describeSummary(world: FlowWorld, queries: Queries, row: SubmissionRow): Promise<Described> {
  const contracts =
    row.step === 'application' ? [] : await papersThere(world, queries, row.company_id, row.papers.contract ?? [])
  const progress = await progressOf(queries, row)
  const dueOn = dueOnOf(world, row, progress, contracts)
  const summary = {
    id: row.id,
    step: row.step,
    title: titleOf(row, contracts),
    sending: row.sending,
    ...(row.refusal !== null && { refusal: row.refusal }),
    ...(row.receipt_number !== null && { receiptNumber: row.receipt_number }),
    ...(dueOn !== undefined && { dueOn }),
    ...(row.voucher !== null && { voucher: row.voucher }),
    standing: await standingOf(world, queries, row, progress),
    updatedAt: row.updated_at.toISOString(),
  }
  return { summary, progress }
}

export async function listSubmissions(world: FlowWorld, queries: Queries, companyId: string): Promise<SubmissionList> {
  const submissions: SubmissionSummary[] = []
  for (const row of await submissionsOf(queries, companyId)) {
    submissions.push((await describeSummary(world, queries, row)).summary)
  }
  return { submissions }
}

interface Filled {
  readonly forms: FilledForms
  readonly reportLacks: Readonly<Record<string, readonly string[]>>
}

async function filledNow(world: FlowWorld, queries: Queries, row: SubmissionRow, editable: boolean): Promise<Filled> {
  const pinned = editable ? undefined : await pinnedIn(world, queries, row)
  return pinned === undefined ? assemble(world, queries, row) : { forms: pinned.forms, reportLacks: {} }
}

/** The forms as they were sent; while they can be edited, as they would be sent now. */
export const formsNow = async (
  world: FlowWorld,
  queries: Queries,
  row: SubmissionRow,
  editable: boolean,
): Promise<FilledForms> => (await filledNow(world, queries, row, editable)).forms

/** @throws {AppError} NOT_FOUND one that is not there, or not of this company. */
export async function ownSubmission(
  queries: Queries,
  { companyId, submissionId }: { readonly companyId: string; readonly submissionId: string },
): Promise<SubmissionRow> {
  const row = await findSubmission(queries, companyId, submissionId)
  if (row === undefined) throw noSuchSubmission()
  return row
}

export async function describeSubmission(
  world: FlowWorld,
  queries: Queries,
  which: { readonly companyId: string; readonly submissionId: string },
): Promise<SubmissionDetail> {
  const row = await ownSubmission(queries, which)
  const { summary, progress } = await describeSummary(world, queries, row)
  const editable = isEditable(row, progress)
  const { forms, reportLacks } = await filledNow(world, queries, row, editable)
  return {
    ...summary,
    version: row.version,
    ...(row.round !== null && { roundId: row.round.id }),
    forms,
    reportLacks,
    papers: row.papers,
    confirmedFindings: row.confirmed_findings,
    editable,
  }
}
