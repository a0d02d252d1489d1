import { checkCharacter } from '@suanhui/shared/credit-code'
import { addDays, shanghaiDay } from '@suanhui/shared/date'
import { wan } from '@suanhui/shared/money'
import {
  type ContractData,
  computeBillData,
  contractData,
  drawComputeBill,
  drawContract,
  type InvoiceData,
  invoiceData,
  invoiceXml,
  paymentSlipData,
  paymentSlipPdf,
} from '../../papers'
import { PROVIDERS } from '../../sandbox/seeds/providers'
import type { HandedFile } from '../surface'

const withCheck = (first17: string): string => first17 + checkCharacter(first17)

/** 11010119900307123 is no real person's number: its check character is computed here, as for the code above. */
export function identityNumber(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = [...first17].reduce((total, digit, place) => total + Number(digit) * (weights[place] ?? 0), 0)
  return first17 + '10X98765432'.charAt(sum % 11)
}

/** What a person types into the company's profile, by section and by label. */
const PROFILE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  company: {
    注册地址: '长沙市岳麓区测试路1号',
    注册时间: '2020-05-06',
    办公地址: '长沙市岳麓区测试路1号',
    是否属于中小企业: '是',
    经营范围: '人工智能应用软件开发；计算机系统服务。',
    单位简介: '公司成立于2020年，做工业视觉检测，用算力训练缺陷检测模型。',
  },
  legal: {
    法人代表姓名: '测试甲',
    法人代表性别: '男',
    法人代表证件种类: '身份证',
    法人代表证件号: identityNumber('43010119800101001'),
    法人代表职务: '总经理',
    法人代表电话: '13800000002',
  },
  contact: {
    联系人姓名: '测试乙',
    联系人性别: '女',
    联系人证件种类: '身份证',
    联系人证件号: identityNumber('43010119900202002'),
    联系人职务: '会计',
    联系人电话: '13800000001',
    联系人电子邮箱: 'test@example.com',
  },
  money: {
    '上年营业收入（万元）': '1200',
    '本年营业收入（万元，截止申报当月）': '1100',
    股东名称: '测试甲',
    '所占股权比例（%）': '100',
  },
  bank: { 基本户开户行: '测试银行长沙测试支行', 账号: '6222000000000000000' },
}

const TODAY = shanghaiDay(new Date())
const provider = PROVIDERS.find((one) => one.platform === 'hunan' && one.lapsedOn === undefined)
if (provider === undefined) throw new Error('the sandbox has no provider to buy from')

/** Who sells: in the register from before the contract to this day. */
export const PROVIDER = { name: provider.name, code: provider.creditCode, site: provider.site }

interface Party {
  readonly name: string
  readonly code: string
}

const seller: Party = { name: PROVIDER.name, code: PROVIDER.code }

/** Signed twelve days ago, for 400,000 yuan of compute. */
const contractOf = (seed: number, buyer: Party): ContractData =>
  contractData(seed, {
    title: '算力服务合同',
    number: `SLHT-2026-${String(seed).padStart(4, '0')}`,
    buyer,
    seller,
    signedOn: addDays(TODAY, -12),
    startsOn: addDays(TODAY, -11),
    endsOn: addDays(TODAY, 200),
    totalFen: wan(40),
    chip: '昇腾910B',
    cards: 8,
  })

/** A page with red seals on it, each seed another: what a stamped print looks like to whoever looks for seals. */
export async function stampedPage(seed: number): Promise<HandedFile> {
  const page = (await drawContract(contractData(seed))).at(-1)
  if (page === undefined) throw new Error('a contract without pages')
  return { name: `盖章${seed}.jpg`, mimeType: page.mediaType, bytes: page.bytes }
}

/** 400,000 yuan with tax, for compute alone. */
const invoiceOf = (seed: number, buyer: Party): InvoiceData =>
  invoiceData(seed + 24, {
    type: '31',
    issuedOn: addDays(TODAY, -5),
    buyer,
    seller,
    items: [
      {
        name: '*信息技术服务*算力服务费',
        spec: '',
        unit: '项',
        quantity: 1,
        amountFen: 37_735_849,
        taxFen: 2_264_151,
        rate: 6,
      },
    ],
  })

/** The papers of the application by their places; the contract is there from the filing. */
async function applicationPapers(seed: number, buyer: Party): Promise<readonly (readonly [string, HandedFile])[]> {
  const xml = invoiceXml(invoiceOf(seed, buyer))
  const slip = await paymentSlipPdf(
    paymentSlipData(seed, { payer: buyer, payee: seller, amountFen: wan(40), paidOn: addDays(TODAY, -3) }),
  )
  const bill = await drawComputeBill(
    computeBillData(seed, {
      provider: seller,
      customer: buyer,
      startsOn: addDays(TODAY, -11),
      endsOn: addDays(TODAY, -6),
      items: [{ name: '昇腾910B实例1', cardHours: 4_000, amountFen: wan(40) }],
    }),
  )
  return [
    ['发票', { name: '发票.xml', mimeType: xml.mediaType, bytes: xml.bytes }],
    ['付款凭证', { name: '回单.pdf', mimeType: slip.mediaType, bytes: slip.bytes }],
    [
      '算力真实使用的证明（订单、账单、使用记录，盖章）',
      { name: '账单.jpg', mimeType: bill.mediaType, bytes: bill.bytes },
    ],
    ['算力补贴需求申报表（附件1，盖章）', await stampedPage(seed + 101)],
    ['算力补贴申报表（附件3，盖章）', await stampedPage(seed + 103)],
    ['算力资源使用报告（附件4，盖章）', await stampedPage(seed + 104)],
    ['算力使用备案表（附件2，盖章）', await stampedPage(seed + 102)],
  ]
}

const LONG = '公司用这批算力训练工业视觉的缺陷检测模型，已经在两条产线上试用，漏检率比原来低一半。'.repeat(6)

/** What a person adds to the forms of the application, by label. */
const formsOf = (contract: ContractData): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  demand: {
    '申领算力补贴额度（万元）': '12',
    '上年度实际发生的算力支出（万元）': '0',
    算力使用类型: '国产算力，昇腾910B共8张卡，用七个月。',
    算力服务用途: '训练工业视觉的缺陷检测模型。',
  },
  application: {
    合同编号: contract.number,
    算力中心地址: PROVIDER.site,
    是否通过平台使用算力: '否',
  },
  report: { 项目名称: '工业视觉缺陷检测', 公司情况: LONG, 算力资源使用情况: LONG, 价值及成效: LONG },
})

/** A company that buys compute, its people, and all its papers; fictitious. */
export interface Story {
  readonly name: string
  readonly creditCode: string
  readonly phone: string
  readonly profile: typeof PROFILE
  readonly contract: ContractData
  readonly forms: ReturnType<typeof formsOf>
  papers(): ReturnType<typeof applicationPapers>
  /** The print of 附件2 with its seal. */
  stampedFiling(): Promise<HandedFile>
}

/** @param seed below 100: of whatever must not be the same for two companies. */
export function storyOf(seed: number, name: string, first17: string, phone: string): Story {
  const creditCode = withCheck(first17)
  const buyer = { name, code: creditCode }
  const contract = contractOf(seed, buyer)
  return {
    name,
    creditCode,
    phone,
    profile: PROFILE,
    contract,
    forms: formsOf(contract),
    papers: () => applicationPapers(seed, buyer),
    stampedFiling: () => stampedPage(seed + 105),
  }
}

/** The one that most tests are about. */
export const COMPANY = storyOf(7, '长沙测试智算科技有限公司', '91430104MA0TEXT1X', '13800000001')
