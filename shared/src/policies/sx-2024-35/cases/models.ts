import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { exactly, nothing, open, undecidedWithout, upTo } from './outcomes'

const on = '2026-11-21'

/** 三 */
export const modelCases: readonly MeasureCases[] = [
  {
    measure: 'general-large-model',
    on,
    given: {
      'company.kind': 'research_institute',
      'company.region': '140105',
      'model.kind': 'general',
      'model.jointWithComputeCentre': true,
      'model.parametersYi': 1500,
      'model.scenarioCount': 8,
      'model.rdInvestmentFen': wan(3000),
    },
    gives: upTo(wan(600)),
    cases: [
      { name: '企业', change: { 'company.kind': 'enterprise' }, gives: upTo(wan(600)) },
      { name: '高校', change: { 'company.kind': 'university' }, gives: upTo(wan(600)) },
      { name: '基金会', change: { 'company.kind': 'foundation' }, gives: 'ineligible' },
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '行业大模型', change: { 'model.kind': 'industry' }, gives: 'ineligible' },
      { name: '没有和智算中心一起做', change: { 'model.jointWithComputeCentre': false }, gives: 'ineligible' },
      { name: '参数刚好一千亿', change: { 'model.parametersYi': 1000 }, gives: upTo(wan(600)) },
      { name: '参数999.99亿', change: { 'model.parametersYi': 999.99 }, gives: 'ineligible' },
      { name: '刚好5个应用场景', change: { 'model.scenarioCount': 5 }, gives: upTo(wan(600)) },
      { name: '4个应用场景', change: { 'model.scenarioCount': 4 }, gives: 'ineligible' },
      ...undecidedWithout(
        'company.kind',
        'company.region',
        'model.kind',
        'model.jointWithComputeCentre',
        'model.parametersYi',
        'model.scenarioCount',
      ),
      {
        name: '没填研发投入',
        change: { 'model.rdInvestmentFen': undefined },
        gives: open(wan(1000), 'model.rdInvestmentFen'),
      },
      { name: '研发投入0元', change: { 'model.rdInvestmentFen': 0 }, gives: nothing },
      {
        name: '差一分到5000万元投入',
        change: { 'model.rdInvestmentFen': wan(5000) - 1 },
        gives: upTo(wan(1000) - 1),
      },
      { name: '刚好到1000万元上限', change: { 'model.rdInvestmentFen': wan(5000) }, gives: upTo(wan(1000)) },
      { name: '超过上限仍是1000万元', change: { 'model.rdInvestmentFen': wan(5000) + 5 }, gives: upTo(wan(1000)) },
    ],
  },
  {
    measure: 'industry-large-model',
    on,
    given: { 'company.region': '140105', 'model.kind': 'industry', 'model.rdInvestmentFen': wan(3000) },
    gives: upTo(wan(300)),
    cases: [
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '通用大模型', change: { 'model.kind': 'general' }, gives: 'ineligible' },
      { name: '不做大模型', change: { 'model.kind': 'none' }, gives: 'ineligible' },
      ...undecidedWithout('company.region', 'model.kind'),
      {
        name: '没填研发费用',
        change: { 'model.rdInvestmentFen': undefined },
        gives: open(wan(500), 'model.rdInvestmentFen'),
      },
      { name: '研发费用0元', change: { 'model.rdInvestmentFen': 0 }, gives: nothing },
      {
        name: '差一分到5000万元费用',
        change: { 'model.rdInvestmentFen': wan(5000) - 1 },
        gives: upTo(wan(500) - 1),
      },
      { name: '刚好到500万元上限', change: { 'model.rdInvestmentFen': wan(5000) }, gives: upTo(wan(500)) },
      { name: '超过上限仍是500万元', change: { 'model.rdInvestmentFen': wan(5000) + 10 }, gives: upTo(wan(500)) },
    ],
  },
  {
    measure: 'model-commercialisation',
    on,
    given: { 'company.region': '140105', 'model.commercialCase': true },
    gives: upTo(wan(100)),
    cases: [
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '没有商用案例', change: { 'model.commercialCase': false }, gives: 'ineligible' },
      ...undecidedWithout('company.region', 'model.commercialCase'),
    ],
  },
  {
    measure: 'model-enterprise',
    on,
    given: {
      'company.kind': 'enterprise',
      'company.region': '140105',
      'company.largeModelEnterprise': true,
      'finance.revenueLastYearFen': wan(1000),
    },
    gives: exactly(wan(10)),
    cases: [
      { name: '不是企业', change: { 'company.kind': 'research_institute' }, gives: 'ineligible' },
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '不是大模型企业', change: { 'company.largeModelEnterprise': false }, gives: 'ineligible' },
      { name: '刚好500万元，不算超过', change: { 'finance.revenueLastYearFen': wan(500) }, gives: 'ineligible' },
      { name: '比500万元多一分', change: { 'finance.revenueLastYearFen': wan(500) + 1 }, gives: exactly(wan(5)) },
      { name: '没有收入', change: { 'finance.revenueLastYearFen': 0 }, gives: 'ineligible' },
      ...undecidedWithout('company.kind', 'company.region', 'company.largeModelEnterprise'),
      {
        name: '没填上一年营业收入',
        change: { 'finance.revenueLastYearFen': undefined },
        gives: { status: 'undetermined', minFen: 0, maxFen: wan(200), missing: ['finance.revenueLastYearFen'] },
      },
      {
        name: '差一分到2亿元收入',
        change: { 'finance.revenueLastYearFen': wan(20_000) - 1 },
        gives: exactly(wan(200) - 1),
      },
      { name: '刚好到200万元上限', change: { 'finance.revenueLastYearFen': wan(20_000) }, gives: exactly(wan(200)) },
      {
        name: '超过上限仍是200万元',
        change: { 'finance.revenueLastYearFen': wan(20_000) + 100 },
        gives: exactly(wan(200)),
      },
    ],
  },
]
