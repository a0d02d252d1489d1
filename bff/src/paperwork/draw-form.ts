import { type FormValues, forms, type PrintedFormId } from '@suanhui/shared/forms'
import { breakLines } from './break-lines'
import { FormCells } from './cells'
import { applicationRows, filingRows } from './contract-layouts'
import { demandRows } from './demand-layout'
import { reportParts } from './report-text'
import { PAGE, Sheet, WIDTH } from './sheet'
import { drawTable, type Row } from './table'

export interface FormToRender {
  readonly form: PrintedFormId
  readonly values: FormValues
}

export interface RenderOptions {
  /** 草稿, set across each page. */
  readonly watermark?: string
}

export interface RenderedForm {
  readonly bytes: Uint8Array
  /** Characters that no font here has: set as their numbers, and to be told to the person. */
  readonly missing: readonly string[]
}

const layouts: Readonly<Record<Exclude<PrintedFormId, 'report'>, (cells: FormCells) => readonly Row[]>> = {
  demand: demandRows,
  filing: filingRows,
  application: applicationRows,
}

function drawHeading(sheet: Sheet, { annex, title }: { readonly annex: string; readonly title: string }): void {
  sheet.set(annex, PAGE.left, sheet.y, 12, 400)
  sheet.set(title, (PAGE.width - sheet.widthOf(title, 18, 700)) / 2, sheet.y + 18, 18, 700)
  sheet.y += 54
}

const SIZE = 12
const LEADING = 22

function drawParagraph(sheet: Sheet, text: string, weight: 400 | 700): void {
  for (const line of breakLines(`　　${text}`, WIDTH, (each) => sheet.widthOf(each, SIZE, weight))) {
    if (sheet.room < LEADING) sheet.newPage()
    sheet.set(line, PAGE.left, sheet.y, SIZE, weight)
    sheet.y += LEADING
  }
}

function drawReport(sheet: Sheet, cells: FormCells): void {
  drawHeading(sheet, cells.form)
  for (const { title, paragraphs } of reportParts(cells)) {
    // A heading does not stand alone at the foot of a page.
    if (title !== undefined && sheet.room < 3 * LEADING) sheet.newPage()
    if (title !== undefined) drawParagraph(sheet, title, 700)
    for (const paragraph of paragraphs) drawParagraph(sheet, paragraph, 400)
  }
  if (sheet.room < 4 * LEADING) sheet.newPage()
  for (const text of ['单位名称（盖章）：', '　　　　年　　月　　日']) {
    sheet.y += LEADING
    sheet.set(text, PAGE.left + WIDTH - 200, sheet.y, SIZE, 400)
  }
}

function drawForm(sheet: Sheet, { form, values }: FormToRender): void {
  const cells = new FormCells(forms[form], values)
  if (form === 'report') {
    drawReport(sheet, cells)
    return
  }
  const heading = (): void => drawHeading(sheet, cells.form)
  heading()
  drawTable(sheet, layouts[form](cells), heading)
}

/** One PDF of several forms, each from a page of its own, numbered through. */
export async function drawForms(parts: readonly FormToRender[], options: RenderOptions): Promise<RenderedForm> {
  const sheet = new Sheet(parts.map(({ form }) => forms[form].title).join('、'))
  parts.forEach((part, index) => {
    if (index > 0) sheet.newPage()
    drawForm(sheet, part)
  })
  const bytes = await sheet.finish(options.watermark)
  return { bytes, missing: [...sheet.missing] }
}
