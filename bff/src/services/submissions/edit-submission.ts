import type { BodyOf, editSubmissionContract } from '@suanhui/shared/api'
import type { FieldError } from '@suanhui/shared/error'
import { type FormId, type FormValue, fieldOf, forms } from '@suanhui/shared/forms'
import type { Deps } from '../../deps'
import { invalidInput } from '../../errors'
import type { Transaction } from '../../stores/database'
import { changeSubmission, deleteSubmission, lockSubmission, type SubmissionRow } from '../../stores/submissions'
import { releasePapers } from '../papers/hold-papers'
import { releaseInvoices } from '../papers/invoice-claims'
import { idsThere } from './papers-there'
import { answersIn, type PersonAnswers, sealColumn } from './sealed'
import { isEditable, progressOf } from './standing'
import { changedElsewhere, formsOf, noSuchSubmission, notEditable, slotIdsOf } from './steps'
import { unstorable } from './storable'

type Given = BodyOf<typeof editSubmissionContract>
interface Which {
  readonly companyId: string
  readonly submissionId: string
}

/**
 * The submission, held, as long as it may be changed.
 * @throws {AppError} NOT_FOUND; CONFLICT it was sent, or somebody else was faster.
 */
export async function lockEditable(
  transaction: Transaction,
  { companyId, submissionId }: Which,
  version: number,
): Promise<SubmissionRow> {
  const row = await lockSubmission(transaction, companyId, submissionId)
  if (row === undefined) throw noSuchSubmission()
  if (!isEditable(row, await progressOf(transaction, row))) throw notEditable()
  if (row.version !== version) throw changedElsewhere()
  return row
}

const isForm = (row: SubmissionRow, name: string): name is FormId => formsOf[row.step].some((id) => id === name)

function mergedAnswers(row: SubmissionRow, before: PersonAnswers, given: NonNullable<Given['forms']>): PersonAnswers {
  const problems: FieldError[] = []
  const merged: Partial<Record<FormId, Record<string, FormValue>>> = {}
  for (const id of formsOf[row.step]) merged[id] = { ...before[id] }
  for (const [name, fields] of Object.entries(given)) {
    if (!isForm(row, name)) {
      problems.push({ field: name, message: '这一份里没有这张表' })
      continue
    }
    const answers = merged[name] ?? {}
    for (const [id, value] of Object.entries(fields ?? {})) {
      const field = fieldOf(forms[name], id)
      const problem = field === undefined ? '表里没有这一项' : value === null ? undefined : unstorable(field, value)
      if (problem !== undefined) problems.push({ field: `${name}.${id}`, message: problem })
      else if (value === null) delete answers[id]
      else answers[id] = value
    }
  }
  if (problems.length > 0) throw invalidInput(problems)
  return merged
}

async function mergedPapers(
  transaction: Transaction,
  row: SubmissionRow,
  given: NonNullable<Given['papers']>,
): Promise<SubmissionRow['papers']> {
  const known = new Set<string>(slotIdsOf[row.step])
  const slots = Object.keys(given).filter((slot) => !known.has(slot))
  if (slots.length > 0) throw invalidInput(slots.map((field) => ({ field, message: '没有这个放材料的地方' })))
  const problems: FieldError[] = []
  for (const [slot, ids] of Object.entries(given)) {
    // One that stands there already and has been deleted since does not stop the others.
    const fresh = ids.filter((id) => !row.papers[slot]?.includes(id))
    const there = await idsThere(transaction, row.company_id, fresh)
    if (there.length < new Set(fresh).size) problems.push({ field: slot, message: '有材料找不到了，请重新选一下' })
  }
  if (problems.length > 0) throw invalidInput(problems)
  const cleaned = Object.fromEntries(Object.entries(given).map(([slot, ids]) => [slot, [...new Set(ids)]]))
  return { ...row.papers, ...cleaned }
}

/** Keeps what was changed. @throws {AppError} NOT_FOUND, CONFLICT, INVALID_INPUT what cannot be kept at all. */
export async function editSubmission(
  world: Pick<Deps, 'vault'>,
  transaction: Transaction,
  which: Which,
  given: Given,
): Promise<void> {
  const row = await lockEditable(transaction, which, given.version)
  const answers = given.forms && mergedAnswers(row, await answersIn(world, transaction, row), given.forms)
  const papers = given.papers && (await mergedPapers(transaction, row, given.papers))
  await changeSubmission(transaction, row.id, {
    ...(answers && { answers: await sealColumn(world, transaction, row, 'answers', answers) }),
    ...(papers && { papers: JSON.stringify(papers) }),
    ...(given.confirmedFindings && { confirmed_findings: JSON.stringify([...new Set(given.confirmedFindings)]) }),
  })
}

/** Throws a draft away; what a platform has is not ours to delete. @throws {AppError} NOT_FOUND, CONFLICT */
export async function dropSubmission(transaction: Transaction, { companyId, submissionId }: Which): Promise<void> {
  const row = await lockSubmission(transaction, companyId, submissionId)
  if (row === undefined) throw noSuchSubmission()
  const { subject } = await progressOf(transaction, row)
  const waits = row.sending === 'draft' || row.sending === 'refused'
  if (!waits || (subject?.platform_id ?? null) !== null) throw notEditable()
  await releaseInvoices(transaction, row.id)
  await releasePapers(transaction, row.id)
  await deleteSubmission(transaction, row.id)
}
