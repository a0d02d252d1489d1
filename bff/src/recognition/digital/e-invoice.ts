import type { ReadLine } from '@suanhui/shared/papers'
import { dateOf, fenOf, idText, numberOf, plainText } from '../text/values'
import { type InvoiceFile, known } from './invoice-facts'
import { childrenOf, descendants, isNode, parseXml, textAt, textOf, type XmlNode, type XmlValue } from './xml'

const text = (value: string | undefined): string | undefined => (value === undefined ? undefined : plainText(value))
const id = (value: string | undefined): string | undefined => (value === undefined ? undefined : idText(value))

/** 0.06 is told as 6%; words such as 免税 stay. */
function rateOf(printed: string | undefined): string | undefined {
  if (printed === undefined) return undefined
  const rate = numberOf(printed)
  return rate === undefined || rate > 1 ? plainText(printed) : `${Number((rate * 100).toFixed(2))}%`
}

/** 数电票: https://inv-veri.chinatax.gov.cn hands out this form as 电子发票.xml. */
function digitalInvoice(root: XmlNode): InvoiceFile {
  const header = childrenOf(root, 'Header')[0]
  const data = childrenOf(root, 'EInvoiceData')[0]
  const basic = childrenOf(data, 'BasicInformation')[0]
  const general = textAt(header, 'InherentLabel', 'GeneralOrSpecialVAT', 'LabelCode')
  const issue = textAt(header, 'InherentLabel', 'InIssuType', 'LabelCode')
  return {
    facts: {
      type: general === '01' ? '31' : general === '02' ? '32' : undefined,
      number: id(textAt(root, 'TaxSupervisionInfo', 'InvoiceNumber') ?? textAt(header, 'EIid')),
      issuedOn: dateOf(textAt(root, 'TaxSupervisionInfo', 'IssueTime') ?? textAt(basic, 'RequestTime')),
      buyerName: text(textAt(data, 'BuyerInformation', 'BuyerName')),
      buyerCode: id(textAt(data, 'BuyerInformation', 'BuyerIdNum')),
      sellerName: text(textAt(data, 'SellerInformation', 'SellerName')),
      sellerCode: id(textAt(data, 'SellerInformation', 'SellerIdNum')),
      amountFen: fenOf(textAt(basic, 'TotalAmWithoutTax')),
      taxFen: fenOf(textAt(basic, 'TotalTaxAm')),
      totalFen: fenOf(textAt(basic, 'TotalTax-includedAmount')),
      remark: text(textAt(data, 'AdditionalInformation', 'Remark') ?? textAt(data, 'AdditionInformation', 'Remark')),
      red: issue === undefined ? undefined : issue === 'N',
    },
    lines: childrenOf(data, 'IssuItemInformation')
      .filter((line) => isNode(line) && line['@nil'] !== 'true')
      .map((line) =>
        lineOf({
          name: textAt(line, 'ItemName'),
          quantity: textAt(line, 'Quantity'),
          unit: textAt(line, 'MeaUnits'),
          amount: textAt(line, 'Amount'),
          tax: textAt(line, 'ComTaxAm'),
          rate: textAt(line, 'TaxRate'),
        }),
      ),
  }
}

type PrintedLine = Readonly<Record<'name' | 'quantity' | 'unit' | 'amount' | 'tax' | 'rate', string | undefined>>

const lineOf = (line: PrintedLine): ReadLine =>
  known({
    name: text(line.name) ?? '',
    quantity: numberOf(line.quantity),
    unit: text(line.unit),
    amountFen: fenOf(line.amount),
    taxFen: fenOf(line.tax),
    taxRate: rateOf(line.rate),
  })

/** Codes of files, which are others than those in QR codes. */
const FILE_TYPES: Readonly<Record<string, string>> = { '004': '01', '007': '04', '026': '10', '028': '20' }

/** The older 电子票, as it is attached to its OFD. */
function olderInvoice(root: XmlNode): InvoiceFile {
  return {
    facts: {
      type: FILE_TYPES[textAt(root, 'InvoiceTypeCode') ?? ''],
      code: id(textAt(root, 'InvoiceCode')),
      number: id(textAt(root, 'InvoiceNo')),
      issuedOn: dateOf(textAt(root, 'IssueDate')),
      checkCode: id(textAt(root, 'InvoiceCheckCode')),
      buyerName: text(textAt(root, 'Buyer', 'BuyerName')),
      buyerCode: id(textAt(root, 'Buyer', 'BuyerTaxID')),
      sellerName: text(textAt(root, 'Seller', 'SellerName')),
      sellerCode: id(textAt(root, 'Seller', 'SellerTaxID')),
      amountFen: fenOf(textAt(root, 'TaxExclusiveTotalAmount')),
      taxFen: fenOf(textAt(root, 'TaxTotalAmount')),
      totalFen: fenOf(textAt(root, 'TaxInclusiveTotalAmount')),
      remark: text(textAt(root, 'Note')),
    },
    lines: childrenOf(childrenOf(root, 'GoodsInfos')[0], 'GoodsInfo').map((line) =>
      lineOf({
        name: textAt(line, 'Item'),
        quantity: textAt(line, 'Quantity'),
        unit: textAt(line, 'MeasurementDimension'),
        amount: textAt(line, 'Amount'),
        tax: textAt(line, 'TaxAmount'),
        rate: textAt(line, 'TaxScheme'),
      }),
    ),
  }
}

/** The one text that elements of these names have; several different ones say nothing. */
function only(root: XmlValue, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = new Set(descendants(root, name).flatMap((one) => textOf(one) ?? []))
    if (found.size > 0) return found.size === 1 ? [...found][0] : undefined
  }
  return undefined
}

/** The accounting file of 财会〔2025〕9号. Its elements are flat, their prefixes differ by kind of voucher. */
const accountingFile = (root: XmlNode): InvoiceFile => ({
  facts: {
    code: id(only(root, 'InvoiceCode', 'CodeOfInvoice')),
    number: id(only(root, 'InvoiceNumber', 'NumberOfInvoice', 'InvoiceNo')),
    issuedOn: dateOf(only(root, 'IssueTime', 'DateOfIssue', 'IssueDate', 'RequestTime')),
    buyerName: text(only(root, 'BuyerName', 'NameOfBuyer')),
    buyerCode: id(only(root, 'BuyerIdNum', 'BuyerTaxID', 'TaxpayerIdentificationNumberOfBuyer')),
    sellerName: text(only(root, 'SellerName', 'NameOfSeller')),
    sellerCode: id(only(root, 'SellerIdNum', 'SellerTaxID', 'TaxpayerIdentificationNumberOfSeller')),
    amountFen: fenOf(only(root, 'TotalAmWithoutTax', 'TotalAmountExcludingTax')),
    taxFen: fenOf(only(root, 'TotalTaxAm', 'TotalTaxAmount')),
    totalFen: fenOf(only(root, 'TotalTax-includedAmount', 'TotalAmountIncludingTax')),
  },
  lines: [],
})

/** The dialect with Chinese elements. */
function chineseFile(root: XmlNode): InvoiceFile {
  const party = (side: string) => {
    const inside = descendants(root, side).find(isNode) ?? descendants(root, `${side}信息`).find(isNode)
    const codes = ['纳税人识别号', '统一社会信用代码']
    return {
      name: text(only(root, `${side}名称`) ?? only(inside, '名称')),
      code: id(only(root, ...codes.map((name) => side + name)) ?? only(inside, ...codes)),
    }
  }
  const [buyer, seller] = [party('购买方'), party('销售方')]
  return {
    facts: {
      code: id(only(root, '发票代码')),
      number: id(only(root, '发票号码')),
      issuedOn: dateOf(only(root, '开票日期')),
      checkCode: id(only(root, '校验码')),
      buyerName: buyer.name,
      buyerCode: buyer.code,
      sellerName: seller.name,
      sellerCode: seller.code,
      amountFen: fenOf(only(root, '合计金额', '金额合计')),
      taxFen: fenOf(only(root, '合计税额', '税额合计')),
      totalFen: fenOf(only(root, '价税合计小写', '价税合计')),
      remark: text(only(root, '备注')),
    },
    lines: [],
  }
}

const FORMS: Readonly<Record<string, (root: XmlNode) => InvoiceFile>> = {
  EInvoice: digitalInvoice,
  eInvoice: olderInvoice,
  xbrl: accountingFile,
  发票: chineseFile,
}

/**
 * An e-invoice in one of the forms in use.
 * @returns undefined for XML that is something else, or without a number.
 * @throws {UnreadableFileError} as {@link parseXml}.
 */
export function readInvoiceXml(xml: string): InvoiceFile | undefined {
  for (const [name, root] of Object.entries(parseXml(xml))) {
    const read = FORMS[name]
    const file = read && isNode(root) ? read(root) : undefined
    if (file?.facts.number) return file
  }
  return undefined
}
