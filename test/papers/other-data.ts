import { type TestCompany, testCompany, testPerson } from './companies'
import type { Truth } from './invoice-data'
import { Random } from './random'

export interface ContractData {
  readonly title: string
  readonly number: string
  readonly buyer: TestCompany
  readonly seller: TestCompany
  readonly signedOn: string
  readonly startsOn: string
  readonly endsOn: string
  readonly totalFen: number
  readonly chip: string
  readonly cards: number
  readonly people: readonly [string, string]
  /** Which of both parties stamped it. */
  readonly seals: readonly ('buyer' | 'seller')[]
}

export interface PaymentSlipData {
  readonly serial: string
  readonly payer: TestCompany
  readonly payee: TestCompany
  readonly payerAccount: string
  readonly payeeAccount: string
  readonly payerBank: string
  readonly payeeBank: string
  readonly amountFen: number
  readonly paidOn: string
  readonly purpose: string
}

export interface BillItem {
  readonly name: string
  readonly cardHours: number
  readonly amountFen: number
}

export interface ComputeBillData {
  readonly number: string
  readonly provider: TestCompany
  readonly customer: TestCompany
  readonly startsOn: string
  readonly endsOn: string
  readonly items: readonly BillItem[]
}

const two = (value: number): string => String(value).padStart(2, '0')

export function contractData(seed: number, given: Partial<ContractData> = {}): ContractData {
  const random = new Random(seed)
  const month = random.whole(1, 9)
  const signedOn = `2026-${two(month)}-${two(random.whole(1, 28))}`
  return {
    title: random.pick(['算力服务合同', '智能算力租赁合同', '人工智能算力服务协议']),
    number: `${random.pick(['SLHT', 'HT', 'CSC'])}-2026${two(month)}-${random.digits(4)}`,
    buyer: testCompany(random),
    seller: testCompany(random),
    signedOn,
    startsOn: `2026-${two(month + 1)}-01`,
    endsOn: `2027-${two(month)}-28`,
    totalFen: random.whole(2_000_000, 99_999_999),
    chip: random.pick(['昇腾910B', '寒武纪MLU370', 'A800', 'H20']),
    cards: random.pick([8, 16, 32, 64]),
    people: [testPerson(random), testPerson(random)],
    seals: ['buyer', 'seller'],
    ...given,
  }
}

export const contractTruth = (data: ContractData): Truth => ({
  number: data.number,
  title: data.title,
  buyerName: data.buyer.name,
  buyerCode: data.buyer.code,
  sellerName: data.seller.name,
  sellerCode: data.seller.code,
  signedOn: data.signedOn,
  startsOn: data.startsOn,
  endsOn: data.endsOn,
  totalFen: data.totalFen,
  chip: data.chip,
})

export function paymentSlipData(seed: number, given: Partial<PaymentSlipData> = {}): PaymentSlipData {
  const random = new Random(seed)
  return {
    serial: `2${random.digits(17)}`,
    payer: testCompany(random),
    payee: testCompany(random),
    payerAccount: `4${random.digits(15)}`,
    payeeAccount: `7${random.digits(14)}`,
    payerBank: `测试银行${random.pick(['长沙', '株洲', '湘潭'])}高新支行`,
    payeeBank: `样例银行${random.pick(['北京', '上海', '深圳'])}分行`,
    amountFen: random.whole(100_000, 50_000_000),
    paidOn: `2026-${two(random.whole(1, 10))}-${two(random.whole(1, 28))}`,
    purpose: random.pick(['算力服务费', '算力租赁费', '技术服务费']),
    ...given,
  }
}

export const paymentSlipTruth = (data: PaymentSlipData): Truth => ({
  serial: data.serial,
  payerName: data.payer.name,
  payeeName: data.payee.name,
  payerAccount: data.payerAccount,
  payeeAccount: data.payeeAccount,
  amountFen: data.amountFen,
  paidOn: data.paidOn,
  bank: data.payerBank,
  purpose: data.purpose,
})

export function computeBillData(seed: number, given: Partial<ComputeBillData> = {}): ComputeBillData {
  const random = new Random(seed)
  const month = two(random.whole(1, 10))
  return {
    number: `ZD2026${month}${random.digits(6)}`,
    provider: testCompany(random),
    customer: testCompany(random),
    startsOn: `2026-${month}-01`,
    endsOn: `2026-${month}-28`,
    items: Array.from({ length: random.whole(2, 4) }, (_, index) => ({
      name: `${random.pick(['昇腾910B', 'A800', 'H20'])}实例${index + 1}`,
      cardHours: random.whole(10, 4000),
      amountFen: random.whole(10_000, 5_000_000),
    })),
    ...given,
  }
}

export const billTotal = ({ items }: ComputeBillData): number =>
  items.reduce((sum, { amountFen }) => sum + amountFen, 0)

export const computeBillTruth = (data: ComputeBillData): Truth => ({
  number: data.number,
  providerName: data.provider.name,
  customerName: data.customer.name,
  startsOn: data.startsOn,
  endsOn: data.endsOn,
  totalFen: billTotal(data),
})
