import type { FieldValue, ReadField, Reading } from '@suanhui/shared/papers'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readInvoiceXml } from './digital/e-invoice'
import { invoiceReading } from './digital/invoice-facts'
import { openPdf } from './digital/pdf-open'
import { renderPage } from './digital/pdf-render'
import { isScan, pdfText } from './digital/pdf-text'
import { decodeXml } from './digital/xml'
import type { Picture } from './image/decode'
import type { PaperFile } from './paper-file'
import { exactFields } from './read-field'
import { readPictures } from './read-picture'
import type { ReadingContext } from './reading-context'
import type { TextPage } from './text/line'
import { readText } from './text/read-text'
import { areSeveral } from './text/several'
import { dateOf, fenOf, idText } from './text/values'
import { UnreadableFileError } from './unreadable-file'

/** Fewer lines than this are a heading over a picture. */
const LEAST_LINES = 5

async function pagesOf(document: PDFDocumentProxy): Promise<readonly PDFPageProxy[]> {
  const pages: PDFPageProxy[] = []
  for (let number = 1; number <= document.numPages; number++) pages.push(await document.getPage(number))
  return pages
}

/** The text of all pages; undefined where one of them is a picture. */
async function textOf(
  pages: readonly PDFPageProxy[],
  context: ReadingContext,
): Promise<readonly TextPage[] | undefined> {
  const texts: TextPage[] = []
  for (const page of pages) {
    const text = await pdfText(page)
    context.alive()
    if (await isScan(page)) return undefined
    texts.push(text)
  }
  const lines = texts.reduce((sum, text) => sum + text.lines.length, 0)
  return lines < LEAST_LINES ? undefined : texts
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Keys that the tax office writes into the PDF of a 数电票. */
async function taxOfficeKeys(document: PDFDocumentProxy): Promise<Readonly<Record<string, FieldValue | undefined>>> {
  const { info }: { info: unknown } = await document.getMetadata()
  const custom = isRecord(info) ? info.Custom : undefined
  const key = (name: string): string | undefined => {
    const value = isRecord(custom) ? custom[name] : undefined
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const number = key('InvoiceNumber')
  const seller = key('SellerIdNum')
  if (!number) return {}
  return {
    number: idText(number),
    issuedOn: dateOf(key('IssueTime')),
    amountFen: fenOf(key('TotalAmWithoutTax')),
    taxFen: fenOf(key('TotalTaxAm')),
    totalFen: fenOf(key('TotalTax-includedAmount')),
    sellerCode: seller && idText(seller),
  }
}

/** The invoice as data, inside of the PDF that shows it. */
async function attachedInvoice(document: PDFDocumentProxy): Promise<Reading | undefined> {
  const attachments: unknown = await document.getAttachments()
  for (const one of isRecord(attachments) ? Object.values(attachments) : []) {
    if (!isRecord(one) || !(one.content instanceof Uint8Array)) continue
    if (!/\.(xml|xbrl)$/i.test(String(one.filename))) continue
    const file = readInvoiceXml(decodeXml(one.content))
    if (file) return invoiceReading(file, 'xml')
  }
  return undefined
}

/** Exact data over what was read off the page; where the page says otherwise, nothing is exact. */
function over(exact: Readonly<Record<string, ReadField>>, page: Reading): Reading {
  const fields: Record<string, ReadField> = { ...page.fields }
  const differing = Object.keys(exact).filter((name) => name in fields && fields[name]?.value !== exact[name]?.value)
  for (const [name, field] of Object.entries(exact)) {
    const place = fields[name]?.place
    const status = differing.includes(name) ? 'suggested' : field.status
    fields[name] = { ...field, status, ...(place && { place }) }
  }
  return { ...page, fields, disagreements: [...new Set([...page.disagreements, ...differing])] }
}

async function* rendered(pages: readonly PDFPageProxy[]): AsyncIterable<Picture> {
  for (const page of pages) yield await renderPage(page)
}

/** Pages that each are an invoice are several papers, whatever file they came in. */
function assertOne(pages: readonly TextPage[]): void {
  const numbers = pages.flatMap(({ lines }) =>
    lines.flatMap(({ text }) => /发票号码[:：]?\s*(\d{20}|\d{8})(?!\d)/.exec(text.replace(/\s/g, ''))?.[1] ?? []),
  )
  if (new Set(numbers).size > 1) throw new UnreadableFileError('several_papers')
}

async function readDocument(document: PDFDocumentProxy, file: PaperFile, context: ReadingContext): Promise<Reading> {
  const pages = await pagesOf(document)
  const texts = await textOf(pages, context)
  if (!texts) return readPictures(rendered(pages), file.kind, context)
  assertOne(texts)
  const page = readText(texts, { kind: file.kind, source: 'pdf' })
  if (areSeveral(texts, page.kind)) throw new UnreadableFileError('several_papers')
  const attached = await attachedInvoice(document)
  if (attached) return { ...over(attached.fields, page), kind: 'invoice', kindConfidence: 1, lines: attached.lines }
  return page.kind === 'invoice' ? over(exactFields(await taxOfficeKeys(document), 'pdf'), page) : page
}

/**
 * A PDF by its own text and data; pages that are pictures are recognised.
 * @throws {UnreadableFileError} encrypted, broken, too many pages, several papers.
 */
export async function readPdf(file: PaperFile, context: ReadingContext): Promise<Reading> {
  const document = await openPdf(file.bytes)
  try {
    return await readDocument(document, file, context)
  } catch (cause) {
    if (cause instanceof UnreadableFileError) throw cause
    throw new UnreadableFileError('broken', { cause })
  } finally {
    await document.loadingTask.destroy()
  }
}
