import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { exactly, nothing, open, undecidedWithout, upTo, withoutFigure } from './outcomes'

const on = '2026-11-21'

const operator = {
  'company.kind': 'enterprise',
  'company.region': '140105',
  'company.activities': ['operates_compute'],
} as const

/** 一(五) to 一(八) */
export const computeIndustryCases: readonly MeasureCases[] = [
  {
    measure: 'dispatch-platform',
    on,
    given: {
      'company.kind': 'enterprise',
      'company.region': '140105',
      'company.leading': true,
      'platform.role': 'integrated_dispatch',
      'platform.investmentFen': wan(1000),
    },
    gives: exactly(wan(100)),
    cases: [
      { name: '不是企业', change: { 'company.kind': 'industry_organization' }, gives: 'ineligible' },
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '不是头部企业', change: { 'company.leading': false }, gives: 'ineligible' },
      { name: '没有平台', change: { 'platform.role': 'none' }, gives: 'ineligible' },
      { name: '是湖南的省级调度平台', change: { 'platform.role': 'provincial_dispatch' }, gives: 'ineligible' },
      ...undecidedWithout('company.kind', 'company.region', 'company.leading', 'platform.role'),
      {
        name: '没填投资额',
        change: { 'platform.investmentFen': undefined },
        gives: open(wan(200), 'platform.investmentFen'),
      },
      { name: '投资0元', change: { 'platform.investmentFen': 0 }, gives: nothing },
      {
        name: '差一分到2000万元投资',
        change: { 'platform.investmentFen': wan(2000) - 1 },
        gives: exactly(wan(200) - 1),
      },
      { name: '刚好到200万元上限', change: { 'platform.investmentFen': wan(2000) }, gives: exactly(wan(200)) },
      { name: '超过上限仍是200万元', change: { 'platform.investmentFen': wan(2000) + 10 }, gives: exactly(wan(200)) },
    ],
  },
  {
    measure: 'dispatch-connect',
    on,
    given: { ...operator, 'facility.connectedToDispatch': true },
    gives: upTo(wan(50)),
    cases: [
      { name: '不是企业', change: { 'company.kind': 'university' }, gives: 'ineligible' },
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '不运营算力', change: { 'company.activities': ['builds_compute_facility'] }, gives: 'ineligible' },
      { name: '没有接入', change: { 'facility.connectedToDispatch': false }, gives: 'ineligible' },
      ...undecidedWithout('company.kind', 'company.region', 'company.activities', 'facility.connectedToDispatch'),
    ],
  },
  {
    measure: 'domestic-data-centre',
    on,
    given: {
      'company.kind': 'enterprise',
      'company.region': '140105',
      'facility.status': 'upgraded',
      'facility.localizationRatio': 0.95,
    },
    gives: upTo(wan(500)),
    cases: [
      { name: '不是企业', change: { 'company.kind': 'university' }, gives: 'ineligible' },
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '新建的数据中心', change: { 'facility.status': 'new' }, gives: upTo(wan(500)) },
      { name: '原有的数据中心', change: { 'facility.status': 'existing' }, gives: 'ineligible' },
      { name: '国产化刚好90%', change: { 'facility.localizationRatio': 0.9 }, gives: upTo(wan(500)) },
      { name: '国产化89.99%', change: { 'facility.localizationRatio': 0.8999 }, gives: 'ineligible' },
      ...undecidedWithout('company.kind', 'company.region', 'facility.status', 'facility.localizationRatio'),
    ],
  },
  {
    measure: 'security-test',
    on,
    given: { 'company.region': '140105', 'product.securityTested': true, 'product.securityTestFeeFen': wan(60) },
    gives: upTo(wan(30)),
    cases: [
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '没有通过安全测试', change: { 'product.securityTested': false }, gives: 'ineligible' },
      ...undecidedWithout('company.region', 'product.securityTested'),
      {
        name: '没填测试费',
        change: { 'product.securityTestFeeFen': undefined },
        gives: open(wan(50), 'product.securityTestFeeFen'),
      },
      { name: '测试费0元', change: { 'product.securityTestFeeFen': 0 }, gives: nothing },
      {
        name: '差一分到100万元测试费',
        change: { 'product.securityTestFeeFen': wan(100) - 1 },
        gives: upTo(wan(50) - 1),
      },
      { name: '刚好到50万元上限', change: { 'product.securityTestFeeFen': wan(100) }, gives: upTo(wan(50)) },
      { name: '超过上限仍是50万元', change: { 'product.securityTestFeeFen': wan(100) + 2 }, gives: upTo(wan(50)) },
    ],
  },
  {
    measure: 'strategic-industry',
    on,
    given: operator,
    gives: withoutFigure,
    cases: [
      { name: '不是企业', change: { 'company.kind': 'research_institute' }, gives: 'ineligible' },
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '不运营算力', change: { 'company.activities': ['develops_model'] }, gives: 'ineligible' },
      ...undecidedWithout('company.kind', 'company.region', 'company.activities'),
    ],
  },
  {
    measure: 'benchmark-project',
    on,
    given: {
      'company.region': '140105',
      'award.provincialBenchmarkProject': true,
      'project.digitalInvestmentFen': wan(5000),
    },
    gives: upTo(wan(1000)),
    cases: [
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '不是标杆项目', change: { 'award.provincialBenchmarkProject': false }, gives: 'ineligible' },
      ...undecidedWithout('company.region', 'award.provincialBenchmarkProject'),
      {
        name: '没填数字化投资',
        change: { 'project.digitalInvestmentFen': undefined },
        gives: open(wan(3000), 'project.digitalInvestmentFen'),
      },
      { name: '数字化投资0元', change: { 'project.digitalInvestmentFen': 0 }, gives: nothing },
      {
        name: '差一分到1.5亿元投资',
        change: { 'project.digitalInvestmentFen': wan(15_000) - 1 },
        gives: upTo(wan(3000) - 1),
      },
      { name: '刚好到3000万元上限', change: { 'project.digitalInvestmentFen': wan(15_000) }, gives: upTo(wan(3000)) },
      {
        name: '超过上限仍是3000万元',
        change: { 'project.digitalInvestmentFen': wan(15_000) + 5 },
        gives: upTo(wan(3000)),
      },
    ],
  },
]
