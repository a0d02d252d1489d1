import { type FormId, type FormValues, forms, type PrintedFormId, validateForm } from '@suanhui/shared/forms'
import type { Deps } from '../../deps'
import { AppError } from '../../errors'
import type { Queries } from '../../stores/database'
import type { SubmissionRow } from '../../stores/submissions'
import { assemble, type FlowWorld } from './assemble'
import { formsNow } from './describe'
import { type FilledForms, pinnedIn } from './sealed'
import { isEditable, progressOf } from './standing'
import { formsOf } from './steps'

type World = FlowWorld & Pick<Deps, 'paperwork'>

export interface FormFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** 附件3 算力补贴申报表.pdf */
  readonly name: string
}

export const FILES = ['demand.pdf', 'filing.pdf', 'application.pdf', 'report.pdf', 'report.docx', 'all.pdf'] as const
export type FormFileName = (typeof FILES)[number]

const PDF = 'application/pdf'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const noSuchFile = (): AppError => new AppError('NOT_FOUND', '这一份里没有这张表')

/** Printed half filled it must not be stamped by mistake. */
const watermark = (parts: readonly (readonly [FormId, FormValues])[]) =>
  parts.some(([id, values]) => validateForm(forms[id], values).length > 0) ? { watermark: '草稿' } : {}

/** 附件2 of an application is that of its filing, as it was sent. */
async function filingForm(world: World, queries: Queries, row: SubmissionRow): Promise<FormValues> {
  const [filing] = (await assemble(world, queries, row)).filed.filings
  const values = filing && (await pinnedIn(world, queries, filing.row))?.forms.filing
  if (values === undefined) throw noSuchFile()
  return values
}

async function valuesOf(world: World, queries: Queries, row: SubmissionRow, filled: FilledForms, id: FormId) {
  if (row.step === 'application' && id === 'filing') return filingForm(world, queries, row)
  const values = filled[id]
  if (!formsOf[row.step].includes(id) || values === undefined) throw noSuchFile()
  return values
}

const PRINTED: readonly PrintedFormId[] = ['demand', 'filing', 'application', 'report']
const isPrinted = (name: string): name is PrintedFormId => PRINTED.some((id) => id === name)

/** A form ready to print and stamp. @throws {AppError} NOT_FOUND a form that this step does not have. */
export async function formFile(
  world: World,
  queries: Queries,
  row: SubmissionRow,
  file: FormFileName,
): Promise<FormFile> {
  const editable = isEditable(row, await progressOf(queries, row))
  const filled = await formsNow(world, queries, row, editable)
  const [stem = '', type = ''] = file.split('.')
  if (stem === 'all') {
    const parts = formsOf[row.step].filter(isPrinted).map((id) => [id, filled[id] ?? {}] as const)
    if (parts.length === 0) throw noSuchFile()
    const { bytes } = await world.paperwork.renderBundle(
      parts.map(([form, values]) => ({ form, values })),
      watermark(parts),
    )
    return { bytes, mediaType: PDF, name: row.step === 'filing' ? '备案表.pdf' : '申请全部表格.pdf' }
  }
  if (!isPrinted(stem)) throw noSuchFile()
  const values = await valuesOf(world, queries, row, filled, stem)
  const { annex, title } = forms[stem]
  const name = `${annex} ${title}.${type}`
  if (type === 'docx') return { bytes: await world.paperwork.renderReportDocx(values), mediaType: DOCX, name }
  const { bytes } = await world.paperwork.renderForm(stem, values, watermark([[stem, values]]))
  return { bytes, mediaType: PDF, name }
}
