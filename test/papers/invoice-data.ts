import { type TestCompany, testCompany, testPerson } from './companies'
import { Random } from './random'
import { yuanText } from './words'

export type InvoiceType = '01' | '04' | '10' | '20' | '31' | '32'

export interface InvoiceItem {
  readonly name: string
  readonly spec: string
  readonly unit: string
  readonly quantity: number
  readonly amountFen: number
  readonly taxFen: number
  /** Percent. */
  readonly rate: number
}

/** Everything that is printed on an invoice. */
export interface InvoiceData {
  readonly type: InvoiceType
  readonly code: string
  readonly number: string
  readonly issuedOn: string
  readonly checkCode: string
  readonly buyer: TestCompany
  readonly seller: TestCompany
  readonly items: readonly InvoiceItem[]
  readonly remark: string
  readonly drawer: string
  readonly bank: string
  readonly address: string
  readonly cipher: readonly string[]
}

const SERVICES: readonly (readonly [string, string, string, number])[] = [
  ['*信息技术服务*算力服务费', '', '项', 6],
  ['*信息技术服务*智能算力租赁', '910B', '卡时', 6],
  ['*信息技术服务*云计算服务', '', '月', 6],
  ['*研发和技术服务*模型训练服务', 'V2', '次', 6],
  ['*电信服务*带宽使用费', '100M', '月', 6],
  ['*计算机外部设备*服务器', 'R750', '台', 13],
]

function item(random: Random): InvoiceItem {
  const [name, spec, unit, rate] = random.pick(SERVICES)
  const amountFen = random.whole(12_345, 9_876_543)
  return {
    name,
    spec,
    unit,
    rate,
    quantity: random.pick([1, 2, 8, 10, 100]),
    amountFen,
    taxFen: Math.round((amountFen * rate) / 100),
  }
}

const isDigital = (type: InvoiceType): boolean => type === '31' || type === '32'

const codeOf = (type: InvoiceType, random: Random): string => {
  if (isDigital(type)) return ''
  if (type === '01' || type === '04')
    return `4300${random.pick(['21', '22', '23'])}${random.digits(1)}${random.pick(['130', '320'])}`
  return `04300${random.pick(['21', '22', '23'])}0${random.digits(1)}${type === '10' ? '11' : '13'}`.padEnd(12, '1')
}

const CIPHER = [...'0123456789+-*/<>']

/** An invoice by its seed; any part may be given. */
export function invoiceData(seed: number, given: Partial<InvoiceData> = {}): InvoiceData {
  const random = new Random(seed)
  const type = given.type ?? random.pick(['31', '32', '10', '01'] as const)
  const issuedOn =
    given.issuedOn ??
    `2026-${String(random.whole(1, 10)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`
  return {
    type,
    code: codeOf(type, random),
    number: isDigital(type) ? `${issuedOn.slice(2, 4)}43${'2000000'}${random.digits(9)}` : random.digits(8),
    checkCode: type === '10' || type === '04' ? random.digits(20) : '',
    buyer: testCompany(random),
    seller: testCompany(random),
    items: Array.from({ length: random.whole(1, 3) }, () => item(random)),
    remark: random.pick(['', '测试发票，不得报销', '测试服务期：2026年1月']),
    drawer: testPerson(random),
    bank: `测试银行长沙分行 ${random.digits(15)}`,
    address: `长沙市测试路${random.whole(1, 99)}号 0731-8${random.digits(7)}`,
    cipher: Array.from({ length: 4 }, () => Array.from({ length: 27 }, () => random.pick(CIPHER)).join('')),
    ...given,
    issuedOn,
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0)

export const amountOf = ({ items }: InvoiceData): number => sum(items.map(({ amountFen }) => amountFen))
export const taxOf = ({ items }: InvoiceData): number => sum(items.map(({ taxFen }) => taxFen))
export const totalOf = (data: InvoiceData): number => amountOf(data) + taxOf(data)

/** What the fields of the paper have to be. */
export type Truth = Readonly<Record<string, string | number>>

export const invoiceTruth = (data: InvoiceData): Truth => ({
  type: data.type,
  number: data.number,
  issuedOn: data.issuedOn,
  buyerName: data.buyer.name,
  buyerCode: data.buyer.code,
  sellerName: data.seller.name,
  sellerCode: data.seller.code,
  amountFen: amountOf(data),
  taxFen: taxOf(data),
  totalFen: totalOf(data),
  ...(data.code && { code: data.code }),
  ...(data.checkCode && { checkCode: data.checkCode }),
})

/** As the QR code on it has it: the sum without tax on older kinds, with tax on 数电票. */
export function qrPayload(data: InvoiceData): string {
  const sumFen = isDigital(data.type) ? totalOf(data) : amountOf(data)
  const day = data.issuedOn.replaceAll('-', '')
  const check = (Number(data.number.slice(-6)) * 7919).toString(16).toUpperCase().padStart(4, '0').slice(-4)
  const trailing = isDigital(data.type) ? '' : ','
  return `01,${data.type},${data.code},${data.number},${yuanText(sumFen)},${day},${data.checkCode},${check}${trailing}`
}
