import type { ConfirmedPaper } from '@suanhui/shared/api'
import type { FieldError } from '@suanhui/shared/error'
import { type Confirmed, type FieldValue, type PaperFields, type PaperKind, paperFields } from '@suanhui/shared/papers'
import type { Deps } from '../../deps'
import { AppError, invalidInput } from '../../errors'
import type { Transaction } from '../../stores/database'
import { isInUse, lockPaper, type PaperRow } from '../../stores/papers'
import { noSuchPaper, paperInUse, readAgain } from './attach-file'
import { checkField } from './check-field'
import { invoiceIndexOf } from './invoice-index'
import { confirmedOf, emptyReading, readingOf, sealPart } from './sealed-parts'

type Given = Pick<ConfirmedPaper, 'fields' | 'lines'>

/** @throws {AppError} INVALID_INPUT with everything that is wrong. */
function checkedFields(kind: PaperKind, given: Given['fields']): Record<string, FieldValue | null> {
  const known: PaperFields = paperFields[kind]
  const problems: FieldError[] = []
  const fields: Record<string, FieldValue | null> = {}
  for (const [field, value] of Object.entries(given)) {
    const definition = Object.hasOwn(known, field) ? known[field] : undefined
    if (definition === undefined) {
      problems.push({ field, message: '这种材料没有这一项' })
      continue
    }
    const checked = value === null ? { value } : checkField(definition.type, value)
    if ('problem' in checked) problems.push({ field, message: `${definition.label}：${checked.problem}` })
    else fields[field] = checked.value
  }
  if (problems.length > 0) throw invalidInput(problems)
  return fields
}

async function keep(world: Pick<Deps, 'vault'>, transaction: Transaction, paper: PaperRow, confirmed: Confirmed) {
  const { fields, lines } = confirmed
  const kind = paper.kind ?? paper.read_kind
  const reading = (await readingOf(world, transaction, paper)) ?? emptyReading(kind)
  const whole: Confirmed = { ...confirmed, ...(kind !== null && { kind }) }
  await transaction
    .updateTable('papers')
    .set({
      confirmed: await sealPart(world, transaction, paper, 'confirmed', { fields, ...(lines && { lines }) }),
      invoice_index: invoiceIndexOf(world.vault, paper.id, reading, whole) ?? null,
    })
    .where('id', '=', paper.id)
    .execute()
}

/**
 * Puts a person's word over what was read; the reading itself stays. Fields that are not given stay as they are.
 * @throws {AppError} NOT_FOUND, INVALID_INPUT, CONFLICT while nobody knows which kind of paper it is.
 */
export async function confirmFields(
  world: Pick<Deps, 'vault'>,
  transaction: Transaction,
  { companyId, paperId }: { readonly companyId: string; readonly paperId: string },
  given: Given,
): Promise<void> {
  const paper = await lockPaper(transaction, companyId, paperId)
  if (paper === undefined) throw noSuchPaper()
  const kind = paper.kind ?? paper.read_kind
  if (kind === null) throw new AppError('CONFLICT', '请先选这是哪种材料，再核对内容')
  const fields = checkedFields(kind, given.fields)
  const before = await confirmedOf(world, transaction, paper)
  const lines = given.lines ?? before.lines
  await keep(world, transaction, paper, { fields: { ...before.fields, ...fields }, ...(lines && { lines }) })
}

/** Another kind is read anew; what was confirmed stays where the new kind has that field, too. */
export async function confirmKind(
  world: Pick<Deps, 'vault'>,
  transaction: Transaction,
  { companyId, paperId }: { readonly companyId: string; readonly paperId: string },
  kind: PaperKind,
): Promise<void> {
  const paper = await lockPaper(transaction, companyId, paperId)
  if (paper === undefined) throw noSuchPaper()
  if (paper.kind === kind) return
  if (await isInUse(transaction, paperId)) throw paperInUse()
  await transaction.updateTable('papers').set({ kind }).where('id', '=', paperId).execute()
  const { fields, lines } = await confirmedOf(world, transaction, paper)
  const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => Object.hasOwn(paperFields[kind], name)))
  await keep(world, transaction, { ...paper, kind }, { fields: kept, ...(lines && { lines }) })
  // What was read as this kind already needs no second look.
  if (paper.read_kind !== kind) await readAgain(transaction, companyId, paperId)
}
