import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { exactly, nothing, open, undecidedWithout, upTo } from './outcomes'

const on = '2026-11-21'

const centre = {
  'facility.region': '140105',
  'facility.status': 'new',
  'facility.pflops': 200,
} as const

/** 一(一) */
export const computeCentreCases: readonly MeasureCases[] = [
  {
    measure: 'compute-centre',
    on,
    given: { ...centre, 'facility.equipmentSoftwareCostFen': wan(10_000) },
    gives: exactly(wan(1500)),
    cases: [
      { name: '设施在湖南', change: { 'facility.region': '430104' }, gives: 'ineligible' },
      { name: '设施在山西，公司在北京', change: { 'company.region': '110108' }, gives: exactly(wan(1500)) },
      { name: '原有的设施', change: { 'facility.status': 'existing' }, gives: 'ineligible' },
      { name: '改造的设施', change: { 'facility.status': 'upgraded' }, gives: 'ineligible' },
      { name: '没有设施', change: { 'facility.status': 'none' }, gives: 'ineligible' },
      { name: '刚好100PFlops', change: { 'facility.pflops': 100 }, gives: exactly(wan(1500)) },
      { name: '差0.01到100PFlops', change: { 'facility.pflops': 99.99 }, gives: 'ineligible' },
      ...undecidedWithout('facility.region', 'facility.status', 'facility.pflops'),
      {
        name: '说不清楚算力规模',
        change: { 'facility.pflops': null },
        gives: { status: 'undetermined', missing: ['facility.pflops'] },
      },
      {
        name: '设施在湖南，别的都不知道',
        change: {
          'facility.region': '430104',
          'facility.status': undefined,
          'facility.pflops': undefined,
          'facility.equipmentSoftwareCostFen': undefined,
        },
        gives: { status: 'ineligible', missing: [] },
      },
      {
        name: '没填投资额',
        change: { 'facility.equipmentSoftwareCostFen': undefined },
        gives: open(wan(5000), 'facility.equipmentSoftwareCostFen'),
      },
      { name: '投资0元', change: { 'facility.equipmentSoftwareCostFen': 0 }, gives: nothing },
      { name: '投资6分，不足一分', change: { 'facility.equipmentSoftwareCostFen': 6 }, gives: nothing },
      { name: '投资7分', change: { 'facility.equipmentSoftwareCostFen': 7 }, gives: exactly(1) },
      {
        name: '差一分到5000万元上限',
        change: { 'facility.equipmentSoftwareCostFen': 33_333_333_333 },
        gives: exactly(wan(5000) - 1),
      },
      {
        name: '刚好到5000万元上限',
        change: { 'facility.equipmentSoftwareCostFen': 33_333_333_334 },
        gives: exactly(wan(5000)),
      },
      {
        name: '超过上限仍是5000万元',
        change: { 'facility.equipmentSoftwareCostFen': wan(40_000) },
        gives: exactly(wan(5000)),
      },
      { name: '文件施行前一天', change: {}, on: '2024-06-30', gives: 'inactive' },
      { name: '文件施行当天', change: {}, on: '2024-07-01', gives: exactly(wan(1500)) },
      { name: '文件最后一天', change: {}, on: '2026-12-31', gives: exactly(wan(1500)) },
      { name: '文件到期后一天', change: {}, on: '2027-01-01', gives: 'inactive' },
    ],
  },
  {
    measure: 'major-compute-project',
    on,
    given: { 'facility.region': '140105', 'facility.status': 'new', 'facility.majorProject': true },
    gives: { status: 'eligible', minFen: 0, maxFen: null, missing: [] },
    cases: [
      { name: '设施在湖南', change: { 'facility.region': '430104' }, gives: 'ineligible' },
      { name: '原有的设施', change: { 'facility.status': 'existing' }, gives: 'ineligible' },
      { name: '改造的设施', change: { 'facility.status': 'upgraded' }, gives: 'ineligible' },
      { name: '不是特别重大的项目', change: { 'facility.majorProject': false }, gives: 'ineligible' },
      ...undecidedWithout('facility.region', 'facility.status', 'facility.majorProject'),
    ],
  },
  {
    measure: 'compute-centre-loan',
    on,
    given: {
      'company.kind': 'enterprise',
      ...centre,
      'facility.loanPrincipalFen': wan(10_000),
      'facility.loanYears': 2,
    },
    gives: upTo(wan(400)),
    cases: [
      { name: '不是企业', change: { 'company.kind': 'university' }, gives: 'ineligible' },
      { name: '设施在湖南', change: { 'facility.region': '430104' }, gives: 'ineligible' },
      { name: '原有的设施', change: { 'facility.status': 'existing' }, gives: 'ineligible' },
      { name: '改造的设施', change: { 'facility.status': 'upgraded' }, gives: 'ineligible' },
      { name: '刚好100PFlops', change: { 'facility.pflops': 100 }, gives: upTo(wan(400)) },
      { name: '差0.01到100PFlops', change: { 'facility.pflops': 99.99 }, gives: 'ineligible' },
      ...undecidedWithout('company.kind', 'facility.region', 'facility.status', 'facility.pflops'),
      { name: '贷款半年', change: { 'facility.loanYears': 0.5 }, gives: upTo(wan(100)) },
      { name: '贷款1年', change: { 'facility.loanYears': 1 }, gives: upTo(wan(200)) },
      { name: '贷款1.99年', change: { 'facility.loanYears': 1.99 }, gives: upTo(wan(398)) },
      {
        name: '贷款三分之一年（写作0.3333年）',
        change: { 'facility.loanYears': 0.3333 },
        gives: upTo(wan(66.66)),
      },
      { name: '贷款2.01年，只补2年', change: { 'facility.loanYears': 2.01 }, gives: upTo(wan(400)) },
      { name: '贷款10年，只补2年', change: { 'facility.loanYears': 10 }, gives: upTo(wan(400)) },
      {
        name: '贷款100亿元，没有总额上限',
        change: { 'facility.loanPrincipalFen': wan(1_000_000) },
        gives: upTo(wan(40_000)),
      },
      {
        name: '没填本金',
        change: { 'facility.loanPrincipalFen': undefined },
        gives: open(null, 'facility.loanPrincipalFen'),
      },
      { name: '没填年限', change: { 'facility.loanYears': undefined }, gives: open(wan(400), 'facility.loanYears') },
      {
        name: '本金和年限都没填',
        change: { 'facility.loanPrincipalFen': undefined, 'facility.loanYears': undefined },
        gives: open(null, 'facility.loanPrincipalFen', 'facility.loanYears'),
      },
      { name: '本金0元', change: { 'facility.loanPrincipalFen': 0 }, gives: nothing },
      { name: '贷款0年', change: { 'facility.loanYears': 0 }, gives: nothing },
      {
        name: '贷款0年，没填本金',
        change: { 'facility.loanYears': 0, 'facility.loanPrincipalFen': undefined },
        gives: nothing,
      },
    ],
  },
]
