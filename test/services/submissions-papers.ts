import { wan } from '@suanhui/shared/money'
import type { FieldValue, PaperKind, Reading } from '@suanhui/shared/papers'
import { CREDIT_CODE, creditCode } from './world'

export const COMPANY = { name: '长沙测试智能科技有限公司', creditCode: CREDIT_CODE }
export const SELLER = { name: '湖南测试算力科技有限公司', creditCode: creditCode('91430100MA0PR0D01') }
export const ACCOUNT = '6222000000000000017'

const seal = { place: { page: 0, x: 0.6, y: 0.7, width: 0.2, height: 0.2 }, coverage: 0.9 }

const reading = (
  kind: PaperKind,
  fields: Readonly<Record<string, FieldValue>>,
  more: Partial<Reading> = {},
): Reading => ({
  kind,
  kindConfidence: 1,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { value, source: 'xml', confidence: 1, status: 'verified' }]),
  ),
  lines: [],
  seals: [],
  pages: [{ width: 1600, height: 2400, problems: [] }],
  disagreements: [],
  ...more,
})

/** Everything fits: an application with these papers passes. */
export const READINGS = {
  contract: (number = 'HT-2026-001', buyer = COMPANY) =>
    reading(
      'contract',
      {
        number,
        title: '算力服务合同',
        buyerName: buyer.name,
        buyerCode: buyer.creditCode,
        sellerName: SELLER.name,
        sellerCode: SELLER.creditCode,
        signedOn: '2026-11-01',
        startsOn: '2026-11-01',
        endsOn: '2026-12-31',
        totalFen: wan(106),
        service: '人工智能模型训练',
        chip: '昇腾910B',
        site: '长沙测试算力中心',
        pageCount: 1,
      },
      { seals: [seal, seal] },
    ),
  invoice: (number = '26432000000012346521', buyer = COMPANY) =>
    reading(
      'invoice',
      {
        type: '31',
        number,
        issuedOn: '2026-11-05',
        buyerName: buyer.name,
        buyerCode: buyer.creditCode,
        sellerName: SELLER.name,
        sellerCode: SELLER.creditCode,
        amountFen: wan(10),
        taxFen: wan(0.6),
        totalFen: wan(10.6),
      },
      {
        lines: [
          {
            name: '*信息技术服务*GPU算力服务费',
            quantity: 1000,
            unit: '卡时',
            amountFen: wan(10),
            taxFen: wan(0.6),
            taxRate: '6%',
            from: '2026-11-01',
            to: '2026-11-04',
          },
        ],
      },
    ),
  payment: () =>
    reading('payment_slip', {
      serial: '20261106000017',
      payerName: COMPANY.name,
      payeeName: SELLER.name,
      amountFen: wan(10.6),
      paidOn: '2026-11-06',
    }),
  proof: () =>
    reading('usage_log', { startsOn: '2026-11-01', endsOn: '2026-11-04', cardHours: 1000 }, { seals: [seal] }),
  form: () => reading('stamped_form', {}, { seals: [seal] }),
} as const

export const PROFILE = {
  registeredAddress: '长沙市天心区测试路1号',
  registeredOn: '2020-01-02',
  officeAddress: '长沙市天心区测试路1号',
  legalName: '王测试',
  legalSex: 'male',
  legalIdKind: 'passport',
  legalIdNumber: 'E00000001',
  legalPosition: '总经理',
  legalPhone: '13800000001',
  contactName: '李测试',
  contactSex: 'female',
  contactIdKind: 'passport',
  contactIdNumber: 'E00000002',
  contactPosition: '会计',
  contactPhone: '13800000002',
  contactEmail: 'test@example.com',
  revenueLastYearFen: wan(500),
  revenueThisYearFen: wan(450),
  shareholders: [{ name: '王测试', share: 1 }],
  sme: true,
  businessScope: '软件开发。',
  introduction: '测试用的公司，做人工智能软件。',
  bankName: '测试银行长沙支行',
  bankAccount: ACCOUNT,
} as const

export const FACTS = {
  'company.kind': 'enterprise',
  'company.independentLegalLiability': true,
  'company.majorViolationWithin3Years': false,
  'company.onSeriousDishonestyList': false,
  'compute.annualPurchaseFen': wan(40),
  'compute.hasScenarioPlan': true,
  'compute.providerRegistered': true,
  'compute.relatedParty': false,
  'compute.resold': false,
  'compute.viaPlatform': false,
} as const

const LONG =
  '本公司用买来的算力训练智能客服大模型，已经完成两个版本的训练和上线，回答的准确率从七成提高到九成，客户等待的时间减少一半以上。'

/** What nobody but a person can say. */
export const SAID = {
  filing: { areasOfUse: ['smart_devices'], purposes: ['model_training_inference'] },
  application: {},
  demand: { servicePurpose: '训练智能客服大模型', lastYearComputeFen: 0 },
  report: { project: '智能客服大模型', aboutCompany: LONG, aboutUsage: LONG, aboutValue: LONG },
} as const
