import { wan, yuan } from '../../money'
import type { MeasureCases } from '../../rules'

/** 400,000 yuan of compute from a registered provider; the contract was signed outside the platform on 3 November 2026. */
const buyer = {
  'company.kind': 'enterprise',
  'company.region': '430104',
  'company.independentLegalLiability': true,
  'company.majorViolationWithin3Years': false,
  'company.onSeriousDishonestyList': false,
  'compute.annualPurchaseFen': wan(40),
  'compute.hasScenarioPlan': true,
  'compute.providerRegistered': true,
  'compute.relatedParty': false,
  'compute.resold': false,
  'compute.settledInWindowFen': wan(40),
} as const

/** A service of 100 days, 40 of them after the window ends on 2028-10-26. */
const straddling = {
  'compute.settledInWindowFen': undefined,
  'compute.settledFen': wan(40),
  'compute.excludedItemsFen': wan(10),
  'compute.serviceStart': '2028-08-28',
  'compute.serviceEnd': '2028-12-05',
} as const

export const cases: readonly MeasureCases[] = [
  {
    measure: 'compute-voucher',
    on: '2026-11-21',
    given: buyer,
    gives: { status: 'eligible', minFen: 0, maxFen: wan(12), missing: [], warnings: [] },
    cases: [
      { name: '不是企业', change: { 'company.kind': 'university' }, gives: 'ineligible' },
      {
        name: '没说是什么单位',
        change: { 'company.kind': undefined },
        gives: { status: 'undetermined', missing: ['company.kind'] },
      },
      { name: '不能独立承担民事责任', change: { 'company.independentLegalLiability': false }, gives: 'ineligible' },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: 'undetermined' },
      { name: '三年内有重大违法', change: { 'company.majorViolationWithin3Years': true }, gives: 'ineligible' },
      { name: '在失信名单上', change: { 'company.onSeriousDishonestyList': true }, gives: 'ineligible' },
      {
        name: '刚好5万元',
        change: { 'compute.annualPurchaseFen': wan(5), 'compute.settledInWindowFen': wan(5) },
        gives: { status: 'eligible', maxFen: yuan(15_000) },
      },
      { name: '差一分到5万元', change: { 'compute.annualPurchaseFen': wan(5) - 1 }, gives: 'ineligible' },
      {
        name: '没填年购买金额',
        change: { 'compute.annualPurchaseFen': undefined },
        gives: { status: 'undetermined', maxFen: wan(12), missing: ['compute.annualPurchaseFen'] },
      },
      {
        name: '说不清楚年购买金额',
        change: { 'compute.annualPurchaseFen': null },
        gives: { status: 'undetermined', missing: ['compute.annualPurchaseFen'] },
      },
      { name: '没有使用规划', change: { 'compute.hasScenarioPlan': false }, gives: 'ineligible' },
      { name: '供给方没有登记', change: { 'compute.providerRegistered': false }, gives: 'ineligible' },
      { name: '不知道供给方登记没有', change: { 'compute.providerRegistered': undefined }, gives: 'undetermined' },
      { name: '和供给方有关联', change: { 'compute.relatedParty': true }, gives: 'ineligible' },
      { name: '转租转售', change: { 'compute.resold': true }, gives: 'ineligible' },
      {
        name: '没填结算金额',
        change: { 'compute.settledInWindowFen': undefined },
        gives: {
          status: 'eligible',
          minFen: 0,
          maxFen: wan(1000),
          missing: [
            'compute.settledInWindowFen',
            'compute.settledFen',
            'compute.excludedItemsFen',
            'compute.serviceStart',
            'compute.serviceEnd',
          ],
        },
      },
      {
        name: '结算0元',
        change: { 'compute.settledInWindowFen': 0 },
        gives: { status: 'ineligible', warnings: ['nothing_to_subsidise'] },
      },
      {
        name: '刚好到1000万元上限',
        change: { 'compute.settledInWindowFen': wan(3333.3334) },
        gives: { status: 'eligible', maxFen: wan(1000) },
      },
      {
        name: '超过上限仍是1000万元',
        change: { 'compute.settledInWindowFen': wan(5000) },
        gives: { status: 'eligible', maxFen: wan(1000) },
      },
      {
        name: '不足一分的舍去',
        change: { 'compute.settledInWindowFen': wan(40) + 3 },
        gives: { status: 'eligible', maxFen: wan(12) },
      },
      {
        name: '60天在补贴期内，100天里折算',
        change: straddling,
        gives: { status: 'eligible', maxFen: share30(wan(18)), warnings: ['prorated_by_days'] },
      },
      {
        name: '服务期最后一天在补贴期第一天',
        change: { ...straddling, 'compute.serviceStart': '2025-10-18', 'compute.serviceEnd': '2025-10-27' },
        gives: { status: 'eligible', maxFen: share30(wan(3)), warnings: ['prorated_by_days'] },
      },
      {
        name: '服务期在补贴期前一天结束',
        change: { ...straddling, 'compute.serviceStart': '2025-10-17', 'compute.serviceEnd': '2025-10-26' },
        gives: { status: 'ineligible', warnings: ['outside_window'] },
      },
      {
        name: '服务期在补贴期最后一天开始',
        change: { ...straddling, 'compute.serviceStart': '2028-10-26', 'compute.serviceEnd': '2028-11-04' },
        gives: { status: 'eligible', maxFen: share30(wan(3)) },
      },
      {
        name: '服务期在补贴期结束后一天开始',
        change: { ...straddling, 'compute.serviceStart': '2028-10-27', 'compute.serviceEnd': '2028-11-05' },
        gives: 'ineligible',
      },
      {
        name: '整个服务期都在补贴期内不折算',
        change: { ...straddling, 'compute.serviceStart': '2026-01-01', 'compute.serviceEnd': '2026-12-31' },
        gives: { status: 'eligible', maxFen: share30(wan(30)), warnings: [] },
      },
      {
        name: '只填了服务开始日期',
        change: { ...straddling, 'compute.serviceStart': '2026-12-01', 'compute.serviceEnd': undefined },
        gives: { status: 'eligible', missing: ['compute.settledInWindowFen', 'compute.serviceEnd'] },
      },
      {
        name: '服务结束日期早于开始日期',
        change: { ...straddling, 'compute.serviceStart': '2026-12-01', 'compute.serviceEnd': '2026-11-30' },
        gives: { status: 'eligible', minFen: 0, maxFen: share30(wan(30)), warnings: ['dates_reversed'] },
      },
      {
        name: '日期写反了，开始又在补贴期之后',
        change: { ...straddling, 'compute.serviceStart': '2028-10-27', 'compute.serviceEnd': '2026-12-31' },
        gives: { status: 'ineligible', warnings: ['dates_reversed'] },
      },
      {
        name: '线下合同，11月3日签，还没备案',
        change: { 'compute.viaPlatform': false, 'compute.contractSignedOn': '2026-11-03' },
        gives: { status: 'eligible', maxFen: wan(12), warnings: ['filing_due'], dueOn: '2026-12-03' },
      },
      {
        name: '线下合同，第30天',
        change: { 'compute.viaPlatform': false, 'compute.contractSignedOn': '2026-11-03' },
        on: '2026-12-03',
        gives: { status: 'eligible', warnings: ['filing_due'] },
      },
      {
        name: '线下合同，第31天还没备案',
        change: { 'compute.viaPlatform': false, 'compute.contractSignedOn': '2026-11-03' },
        on: '2026-12-04',
        gives: { status: 'eligible', warnings: ['filing_late'] },
      },
      {
        name: '第30天备了案',
        change: {
          'compute.viaPlatform': false,
          'compute.contractSignedOn': '2026-06-01',
          'compute.filedOn': '2026-07-01',
        },
        gives: { status: 'eligible', warnings: [] },
      },
      {
        name: '第31天才备案',
        change: {
          'compute.viaPlatform': false,
          'compute.contractSignedOn': '2026-06-01',
          'compute.filedOn': '2026-07-02',
        },
        gives: { status: 'eligible', warnings: ['filing_late'] },
      },
      {
        name: '通过平台购买不用备案',
        change: { 'compute.viaPlatform': true, 'compute.contractSignedOn': '2026-01-05' },
        gives: { status: 'eligible', warnings: [] },
      },
      { name: '细则施行前一天', change: {}, on: '2026-05-05', gives: 'inactive' },
      { name: '细则施行当天', change: {}, on: '2026-05-06', gives: 'eligible' },
      { name: '细则最后一天', change: {}, on: '2029-05-05', gives: 'eligible' },
      { name: '细则到期后一天', change: {}, on: '2029-05-06', gives: 'inactive' },
    ],
  },
  {
    measure: 'provider-registration',
    on: '2026-11-21',
    given: {
      'company.kind': 'enterprise',
      'company.region': '430104',
      'provider.serviceCapability': true,
      'provider.operatesIdc': true,
      'provider.telecomLicence': true,
      'company.majorViolationWithin3Years': false,
      'company.onSeriousDishonestyList': false,
    },
    gives: { status: 'eligible', minFen: null, maxFen: null, missing: [] },
    cases: [
      { name: '科研院所', change: { 'company.kind': 'research_institute' }, gives: 'eligible' },
      { name: '高校办的算力中心', change: { 'company.kind': 'university' }, gives: 'eligible' },
      { name: '不在湖南', change: { 'company.region': '440305' }, gives: 'ineligible' },
      { name: '没有服务能力', change: { 'provider.serviceCapability': false }, gives: 'ineligible' },
      {
        name: '不经营数据中心，不用许可',
        change: { 'provider.operatesIdc': false, 'provider.telecomLicence': false },
        gives: 'eligible',
      },
      { name: '经营数据中心，没有许可', change: { 'provider.telecomLicence': false }, gives: 'ineligible' },
      {
        name: '经营数据中心，不知道有没有许可',
        change: { 'provider.telecomLicence': undefined },
        gives: { status: 'undetermined', missing: ['provider.telecomLicence'] },
      },
      { name: '三年内有重大违法', change: { 'company.majorViolationWithin3Years': true }, gives: 'ineligible' },
      { name: '在失信名单上', change: { 'company.onSeriousDishonestyList': true }, gives: 'ineligible' },
    ],
  },
]

function share30(base: number): number {
  return Math.floor(base * 0.3)
}
