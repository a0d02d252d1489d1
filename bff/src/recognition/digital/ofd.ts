import type { FieldValue, Reading } from '@suanhui/shared/papers'
import { limits } from '../limits'
import { exactFields } from '../read-field'
import { dateOf, fenOf, idText, plainText } from '../text/values'
import { UnreadableFileError } from '../unreadable-file'
import { readInvoiceXml } from './e-invoice'
import { type InvoiceFacts, type InvoiceFile, invoiceReading } from './invoice-facts'
import type { OfdBox } from './ofd-box'
import { type OfdPart, OfdParts } from './ofd-parts'
import { type OfdText, ofdTexts, pagesOfOfd } from './ofd-text'
import { childrenOf, descendants, isNode, textAt, textOf, type XmlNode, type XmlValue } from './xml'
import type { ZipFile } from './zip'

type Values = Readonly<Record<string, string>>

/** What the parts of an OFD say, each on its own. */
export interface OfdFile {
  readonly attached: InvoiceFile | undefined
  readonly facts: InvoiceFacts
  readonly texts: readonly OfdText[]
  /** Of each page. */
  readonly boxes: readonly OfdBox[]
}

/** Layer 1: the invoice itself, attached. */
function attachment(parts: OfdParts, document: OfdPart): InvoiceFile | undefined {
  const list = parts.open(textAt(document.tree, 'Document', 'Attachments'), document.path)
  for (const one of list ? descendants(list.tree, 'Attachment') : []) {
    const location = textAt(one, 'FileLoc')
    if (!location || !/\.(xml|xbrl)$/i.test(location)) continue
    const part = parts.open(location, list?.path) ?? parts.open(location, document.path)
    const file = part && readInvoiceXml(part.text)
    if (file) return file
  }
  return undefined
}

/** Layer 2: tags that say which texts of the pages are which field. */
function taggedValues(parts: OfdParts, document: OfdPart, texts: readonly OfdText[]): Values {
  const list = parts.open(textAt(document.tree, 'Document', 'CustomTags'), document.path)
  const location = list && descendants(list.tree, 'FileLoc').map(textOf)[0]
  const part = parts.open(location, list?.path) ?? parts.open(location, document.path)
  const byId = new Map(texts.map(({ id, text }) => [id, text]))
  const values: Record<string, string> = {}
  const walk = (node: XmlNode): void => {
    for (const [name, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (!isNode(child)) continue
        const text = childrenOf(child, 'ObjectRef')
          .map((ref) => byId.get(textOf(ref) ?? '') ?? '')
          .join('')
        if (text !== '') values[name] = text
        walk(child)
      }
    }
  }
  if (part) walk(part.tree)
  return values
}

/** Layer 3: data that the makers of accounting programs agreed on. */
const customData = (root: XmlNode): Values =>
  Object.fromEntries(
    descendants(root, 'CustomData').flatMap((one) => {
      const [name, value] = [textAt(one, '@Name'), textOf(one)]
      return name !== undefined && value !== undefined ? [[name, value] as const] : []
    }),
  )

const factsOf = (tags: Values, data: Values): InvoiceFacts => {
  const pick = (tag: string, ...names: readonly string[]): string | undefined =>
    tags[tag] ?? names.map((name) => data[name]).find((value) => value !== undefined)
  const id = (value: string | undefined): string | undefined => value && idText(value)
  const text = (value: string | undefined): string | undefined => value && plainText(value)
  return {
    code: id(pick('InvoiceCode', '发票代码')),
    number: id(pick('InvoiceNo', '发票号码')),
    issuedOn: dateOf(pick('IssueDate', '开票日期')),
    checkCode: id(pick('InvoiceCheckCode', '校验码')),
    buyerName: text(pick('BuyerName', '购买方名称')),
    buyerCode: id(pick('BuyerTaxID', '购买方纳税人识别号')),
    sellerName: text(pick('SellerName', '销售方名称')),
    sellerCode: id(pick('SellerTaxID', '销售方纳税人识别号')),
    amountFen: fenOf(pick('TaxExclusiveTotalAmount', '合计金额', '金额')),
    taxFen: fenOf(pick('TaxTotalAmount', '合计税额', '税额')),
    totalFen: fenOf(pick('TaxInclusiveTotalAmount', '价税合计')),
    remark: text(pick('Note', '备注')),
  }
}

/** @throws {UnreadableFileError} broken */
export const documentOf = (parts: OfdParts): { root: XmlValue; document: OfdPart } => {
  const root = parts.open('OFD.xml')
  const document = root && parts.open(descendants(root.tree, 'DocRoot').map(textOf)[0])
  if (!root || !document) throw new UnreadableFileError('broken')
  return { root: root.tree, document }
}

/** @throws {UnreadableFileError} broken, hostile, too many pages. */
export function openOfd(zip: ZipFile): OfdFile {
  const parts = new OfdParts(zip)
  const { root, document } = documentOf(parts)
  const count = childrenOf(childrenOf(document.tree.Document, 'Pages')[0], 'Page').length
  if (count > limits.pages) throw new UnreadableFileError('too_many_pages')
  const pages = pagesOfOfd(parts, document)
  const texts = ofdTexts(pages)
  const tags = taggedValues(parts, document, texts)
  const data = isNode(root) ? customData(root) : {}
  return {
    attached: attachment(parts, document),
    facts: factsOf(tags, data),
    texts,
    boxes: pages.map(({ box }) => box),
  }
}

/** Whether a ZIP is an OFD. */
export const isOfd = (zip: ZipFile): boolean => zip.names.some((name) => name.toLowerCase() === 'ofd.xml')

/** Where the page says the same, a person sees where. */
function placed(exact: Reading, text: Reading): Reading {
  const fields = Object.entries(exact.fields).map(([name, field]) => {
    const printed = text.fields[name]
    return [name, printed?.place && printed.value === field.value ? { ...field, place: printed.place } : field] as const
  })
  return { ...exact, fields: Object.fromEntries(fields), pages: text.pages }
}

/**
 * An OFD by its own data: attachment first, then tags and custom data.
 * @returns undefined where they say nothing, so that only the text of the pages is left.
 */
export function ofdReading(file: OfdFile, fromText: () => Reading): Reading | undefined {
  if (file.attached) return placed(invoiceReading(file.attached, 'ofd'), fromText())
  if (!file.facts.number) return undefined
  const text = fromText()
  const facts: Readonly<Record<string, FieldValue | undefined>> = { ...file.facts }
  // What tags and data leave out, the text of the pages may say; it is the same file.
  const exact: Reading = { ...text, kind: 'invoice', kindConfidence: 1, fields: exactFields(facts, 'ofd') }
  return { ...exact, fields: { ...text.fields, ...placed(exact, text).fields } }
}
