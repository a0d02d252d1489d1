import { strToU8, zipSync } from 'fflate'
import { amountOf, type InvoiceData, taxOf, totalOf } from './invoice-data'
import { invoiceSheet } from './invoice-sheets'
import { invoiceXml, olderInvoiceXml } from './invoice-xml'
import type { Mark } from './sheet'
import { yuanText } from './words'

/** Which of the ways in which an OFD says what it is are in it. */
export interface OfdLayers {
  readonly attachment?: boolean
  readonly tags?: boolean
  /** The root of the tags without the name of its prefix, as some makers write it. */
  readonly malformedTags?: boolean
  readonly customData?: boolean
  readonly text?: boolean
}

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
/** Five units a millimetre. */
const MM = 5

type TextMark = Extract<Mark, { kind: 'text' }>

const values = (data: InvoiceData): Readonly<Record<string, string>> => ({
  InvoiceNo: data.number,
  InvoiceCode: data.code,
  IssueDate: data.issuedOn,
  InvoiceCheckCode: data.checkCode,
  BuyerName: data.buyer.name,
  BuyerTaxID: data.buyer.code,
  SellerName: data.seller.name,
  SellerTaxID: data.seller.code,
  TaxExclusiveTotalAmount: `¥${yuanText(amountOf(data))}`,
  TaxTotalAmount: `¥${yuanText(taxOf(data))}`,
  TaxInclusiveTotalAmount: `¥${yuanText(totalOf(data))}`,
})

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function textObject({ text, x, y, style }: TextMark, id: number): string {
  const width = text.length * style.size
  const left = style.align === 'right' ? x - width : style.align === 'center' ? x - width / 2 : x
  const box = [left, y - style.size / 2, width, style.size].map((value) => (value / MM).toFixed(2)).join(' ')
  return `<ofd:TextObject ID="${id}" Boundary="${box}" Font="3" Size="${style.size / MM}"><ofd:TextCode X="0" Y="3">${escaped(text)}</ofd:TextCode></ofd:TextObject>`
}

function pageXml(data: InvoiceData, { text, tags }: OfdLayers): string {
  const marks = text ? invoiceSheet(data).marks.filter((mark) => mark.kind === 'text') : []
  const tagged = tags
    ? Object.values(values(data)).map(
        (value, index) =>
          `<ofd:TextObject ID="${9000 + index}" Boundary="10 ${-10 - index} 50 4"><ofd:TextCode>${escaped(value)}</ofd:TextCode></ofd:TextObject>`,
      )
    : []
  return `<?xml version="1.0" encoding="UTF-8"?><ofd:Page ${NAMESPACE}><ofd:Content><ofd:Layer ID="2">${marks
    .map((mark, index) => textObject(mark, 100 + index))
    .join('')}${tagged.join('')}</ofd:Layer></ofd:Content></ofd:Page>`
}

function tagsXml(data: InvoiceData, malformed: boolean): string {
  const refs = Object.keys(values(data)).map(
    (name, index) => `<ofd:${name}><ofd:ObjectRef PageRef="1">${9000 + index}</ofd:ObjectRef></ofd:${name}>`,
  )
  return malformed
    ? `<?xml version="1.0" encoding="UTF-8"?><:eInvoice xmlns:="">${refs.join('').replaceAll('ofd:', '')}</:eInvoice>`
    : `<?xml version="1.0" encoding="UTF-8"?><ofd:eInvoice ${NAMESPACE}>${refs.join('')}</ofd:eInvoice>`
}

const customDatas = (data: InvoiceData): string => {
  const own = {
    发票号码: data.number,
    发票代码: data.code,
    合计金额: yuanText(amountOf(data)),
    合计税额: yuanText(taxOf(data)),
    开票日期: data.issuedOn,
    购买方纳税人识别号: data.buyer.code,
    销售方纳税人识别号: data.seller.code,
  }
  return `<ofd:CustomDatas>${Object.entries(own)
    .map(([name, value]) =>
      value ? `<ofd:CustomData Name="${name}">${value}</ofd:CustomData>` : `<ofd:CustomData Name="${name}"/>`,
    )
    .join('')}</ofd:CustomDatas>`
}

/** An invoice as OFD (GB/T 33190), with the layers that are asked for; its folder is not Doc_0. */
export function invoiceOfd(data: InvoiceData, layers: OfdLayers = { attachment: true, text: true }): Uint8Array {
  const { attachment, tags, malformedTags, customData } = layers
  const parts: Record<string, string> = {
    'OFD.xml': `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ${NAMESPACE} Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID>${customData ? customDatas(data) : ''}</ofd:DocInfo><ofd:DocRoot>Doc_7/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_7/Document.xml': `<?xml version="1.0" encoding="UTF-8"?><ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 140</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>${attachment ? '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>' : ''}${tags ? '<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>' : ''}</ofd:Document>`,
    'Doc_7/Pages/Page_0/Content.xml': pageXml(data, layers),
  }
  if (attachment) {
    const digital = data.type === '31' || data.type === '32'
    parts['Doc_7/Attachs/Attachments.xml'] =
      `<?xml version="1.0" encoding="UTF-8"?><ofd:Attachments ${NAMESPACE}><ofd:Attachment ID="9" Name="original_invoice" Format="xml"><ofd:FileLoc>original_invoice.xml</ofd:FileLoc></ofd:Attachment></ofd:Attachments>`
    parts['Doc_7/Attachs/original_invoice.xml'] = digital ? invoiceXml(data) : olderInvoiceXml(data)
  }
  if (tags) {
    parts['Doc_7/Tags/CustomTags.xml'] =
      `<?xml version="1.0" encoding="UTF-8"?><ofd:CustomTags ${NAMESPACE}><ofd:CustomTag><ofd:FileLoc>CustomTag.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>`
    parts['Doc_7/Tags/CustomTag.xml'] = tagsXml(data, malformedTags === true)
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}
