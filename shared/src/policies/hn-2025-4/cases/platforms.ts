import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { asked, eligible, nothing, undetermined, upTo, withoutSum } from './outcome'

export const platformCases: readonly MeasureCases[] = [
  {
    measure: 'innovation-platform',
    on: asked,
    given: { 'company.region': '430104', 'platform.role': 'national_innovation_platform' },
    gives: withoutSum,
    cases: [
      { name: '高校也可以', change: { 'company.kind': 'university' }, gives: withoutSum },
      { name: '是别的平台', change: { 'platform.role': 'ecosystem_centre' }, gives: 'ineligible' },
      { name: '没说办什么平台', change: { 'platform.role': undefined }, gives: undetermined('platform.role') },
      { name: '不在湖南', change: { 'company.region': '440305' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
  {
    measure: 'industry-cluster',
    on: asked,
    given: { 'company.kind': 'government_body', 'company.region': '430104', 'cluster.approved': true },
    gives: withoutSum,
    cases: [
      { name: '企业不能申报', change: { 'company.kind': 'enterprise' }, gives: 'ineligible' },
      { name: '没说是什么单位', change: { 'company.kind': undefined }, gives: undetermined('company.kind') },
      { name: '还没有获批', change: { 'cluster.approved': false }, gives: 'ineligible' },
      {
        name: '不知道批了没有',
        change: { 'cluster.approved': undefined },
        gives: { ...undetermined('cluster.approved'), minFen: null, maxFen: null },
      },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
  {
    measure: 'ecosystem-centre',
    on: asked,
    given: {
      'company.region': '430104',
      'platform.role': 'ecosystem_centre',
      'platform.newlyOperating': true,
      'platform.fixedAssetInvestmentFen': wan(1500),
    },
    gives: upTo(wan(300)),
    cases: [
      {
        name: '差一分到500万元上限',
        change: { 'platform.fixedAssetInvestmentFen': wan(2500) - 1 },
        gives: upTo(wan(500) - 1),
      },
      { name: '刚好到500万元上限', change: { 'platform.fixedAssetInvestmentFen': wan(2500) }, gives: upTo(wan(500)) },
      { name: '超过上限仍是500万元', change: { 'platform.fixedAssetInvestmentFen': wan(6000) }, gives: upTo(wan(500)) },
      {
        name: '没填固定资产投资',
        change: { 'platform.fixedAssetInvestmentFen': undefined },
        gives: eligible(0, wan(500), 'platform.fixedAssetInvestmentFen'),
      },
      { name: '固定资产投资0元', change: { 'platform.fixedAssetInvestmentFen': 0 }, gives: nothing },
      { name: '不是新建成运行的', change: { 'platform.newlyOperating': false }, gives: 'ineligible' },
      {
        name: '没说是不是新建成',
        change: { 'platform.newlyOperating': undefined },
        gives: { ...undetermined('platform.newlyOperating'), minFen: 0, maxFen: wan(300) },
      },
      { name: '是别的平台', change: { 'platform.role': 'training_base' }, gives: 'ineligible' },
      { name: '没说办什么平台', change: { 'platform.role': undefined }, gives: undetermined('platform.role') },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
  {
    measure: 'ecosystem-centre-ranking',
    on: asked,
    given: { 'company.region': '430104', 'platform.role': 'ecosystem_centre', 'platform.performanceRank': 2 },
    gives: upTo(wan(100)),
    cases: [
      { name: '第一名', change: { 'platform.performanceRank': 1 }, gives: upTo(wan(100)) },
      { name: '第三名', change: { 'platform.performanceRank': 3 }, gives: upTo(wan(100)) },
      { name: '第四名', change: { 'platform.performanceRank': 4 }, gives: 'ineligible' },
      { name: '没有第零名', change: { 'platform.performanceRank': 0 }, gives: 'ineligible' },
      {
        name: '没填名次',
        change: { 'platform.performanceRank': undefined },
        gives: { ...undetermined('platform.performanceRank'), minFen: 0, maxFen: wan(100) },
      },
      {
        name: '说不清楚名次',
        change: { 'platform.performanceRank': null },
        gives: undetermined('platform.performanceRank'),
      },
      { name: '是别的平台', change: { 'platform.role': 'open_source_platform' }, gives: 'ineligible' },
      { name: '没说办什么平台', change: { 'platform.role': undefined }, gives: undetermined('platform.role') },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
]
