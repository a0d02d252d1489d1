import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { asked, eligible, nothing, undetermined, upTo, withoutSum } from './outcome'

export const ecosystemCases: readonly MeasureCases[] = [
  {
    measure: 'product-adoption',
    on: asked,
    given: { 'company.region': '430104', 'company.activities': ['sells_compute_products'] },
    gives: withoutSum,
    cases: [
      { name: '不卖这类产品', change: { 'company.activities': ['buys_compute'] }, gives: 'ineligible' },
      { name: '没说做什么', change: { 'company.activities': undefined }, gives: undetermined('company.activities') },
      { name: '不在湖南', change: { 'company.region': '440305' }, gives: 'ineligible' },
      {
        name: '没说在哪里',
        change: { 'company.region': undefined },
        gives: { ...undetermined('company.region'), minFen: null, maxFen: null },
      },
    ],
  },
  {
    measure: 'competition-host',
    on: asked,
    given: {
      'company.kind': 'industry_organization',
      'company.region': '430104',
      'company.activities': ['hosts_competition'],
      'event.finalCostFen': wan(80),
    },
    gives: upTo(wan(40)),
    cases: [
      { name: '企业', change: { 'company.kind': 'enterprise' }, gives: 'ineligible' },
      {
        name: '没说是什么单位',
        change: { 'company.kind': undefined },
        gives: { ...undetermined('company.kind'), minFen: 0, maxFen: wan(40) },
      },
      { name: '差一分到100万元上限', change: { 'event.finalCostFen': wan(200) - 1 }, gives: upTo(wan(100) - 1) },
      { name: '刚好到100万元上限', change: { 'event.finalCostFen': wan(200) }, gives: upTo(wan(100)) },
      { name: '超过上限仍是100万元', change: { 'event.finalCostFen': wan(500) }, gives: upTo(wan(100)) },
      {
        name: '没填决算费用',
        change: { 'event.finalCostFen': undefined },
        gives: eligible(0, wan(100), 'event.finalCostFen'),
      },
      { name: '决算费用0元', change: { 'event.finalCostFen': 0 }, gives: nothing },
      { name: '决算费用1分钱', change: { 'event.finalCostFen': 1 }, gives: nothing },
      { name: '不办大赛', change: { 'company.activities': ['recruits_talent'] }, gives: 'ineligible' },
      { name: '没说做什么', change: { 'company.activities': undefined }, gives: undetermined('company.activities') },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
]
