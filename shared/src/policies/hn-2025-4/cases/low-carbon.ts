import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { asked, eligible, nothing, undetermined, upTo, withoutSum } from './outcome'

export const lowCarbonCases: readonly MeasureCases[] = [
  {
    measure: 'energy-storage',
    on: asked,
    given: {
      'facility.region': '431003',
      'facility.status': 'existing',
      'facility.storageKwh': 2000,
      'facility.storageInvestmentFen': wan(600),
    },
    gives: upTo(wan(60)),
    cases: [
      { name: '新建的设施', change: { 'facility.status': 'new' }, gives: upTo(wan(60)) },
      { name: '改造的设施', change: { 'facility.status': 'upgraded' }, gives: upTo(wan(60)) },
      { name: '没有算力设施', change: { 'facility.status': 'none' }, gives: 'ineligible' },
      { name: '没说有没有设施', change: { 'facility.status': undefined }, gives: undetermined('facility.status') },
      { name: '刚好500千瓦时', change: { 'facility.storageKwh': 500 }, gives: upTo(wan(60)) },
      { name: '差一点到500千瓦时', change: { 'facility.storageKwh': 499.99 }, gives: 'ineligible' },
      {
        name: '没填储能规模',
        change: { 'facility.storageKwh': undefined },
        gives: { ...undetermined('facility.storageKwh'), minFen: 0, maxFen: wan(60) },
      },
      { name: '设施在外省', change: { 'facility.region': '140105' }, gives: 'ineligible' },
      { name: '没说设施在哪里', change: { 'facility.region': undefined }, gives: undetermined('facility.region') },
      { name: '单位在外省，设施在湖南', change: { 'company.region': '440305' }, gives: upTo(wan(60)) },
      {
        name: '没填储能投资',
        change: { 'facility.storageInvestmentFen': undefined },
        gives: eligible(0, wan(1000), 'facility.storageInvestmentFen'),
      },
      { name: '储能投资0元', change: { 'facility.storageInvestmentFen': 0 }, gives: nothing },
      {
        name: '差一点到1000万元上限',
        change: { 'facility.storageInvestmentFen': wan(10_000) - 1 },
        gives: upTo(wan(1000) - 1),
      },
      { name: '刚好到1000万元上限', change: { 'facility.storageInvestmentFen': wan(10_000) }, gives: upTo(wan(1000)) },
      {
        name: '超过上限仍是1000万元',
        change: { 'facility.storageInvestmentFen': wan(20_000) },
        gives: upTo(wan(1000)),
      },
    ],
  },
  {
    measure: 'cluster-green-upgrade',
    on: asked,
    given: { 'facility.region': '431003', 'facility.status': 'upgraded', 'facility.inKeyCluster': true },
    gives: withoutSum,
    cases: [
      { name: '新建的不算改造', change: { 'facility.status': 'new' }, gives: 'ineligible' },
      { name: '没说是不是改造', change: { 'facility.status': undefined }, gives: undetermined('facility.status') },
      { name: '不在重点园区', change: { 'facility.inKeyCluster': false }, gives: 'ineligible' },
      {
        name: '不知道在不在重点园区',
        change: { 'facility.inKeyCluster': undefined },
        gives: undetermined('facility.inKeyCluster'),
      },
      { name: '设施在外省', change: { 'facility.region': '140105' }, gives: 'ineligible' },
      {
        name: '没说设施在哪里',
        change: { 'facility.region': undefined },
        gives: { ...undetermined('facility.region'), minFen: null, maxFen: null },
      },
      { name: '单位在外省，设施在湖南', change: { 'company.region': '440305' }, gives: withoutSum },
    ],
  },
  {
    measure: 'green-power',
    on: asked,
    given: {
      'company.region': '430104',
      'company.sectors': ['green_intelligent_computing'],
      'company.activities': ['operates_compute'],
    },
    gives: withoutSum,
    cases: [
      { name: '建设算力设施', change: { 'company.activities': ['builds_compute_facility'] }, gives: withoutSum },
      {
        name: '又建设又运营',
        change: { 'company.activities': ['builds_compute_facility', 'operates_compute'] },
        gives: withoutSum,
      },
      { name: '只买算力', change: { 'company.activities': ['buys_compute'] }, gives: 'ineligible' },
      { name: '没说做什么', change: { 'company.activities': undefined }, gives: undetermined('company.activities') },
      { name: '不是绿色智能计算产业', change: { 'company.sectors': ['other'] }, gives: 'ineligible' },
      { name: '没说做哪一行', change: { 'company.sectors': undefined }, gives: undetermined('company.sectors') },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
]
