import { wan, yuan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { eligible, nothing, open, refused, upTo } from './outcomes'

/** The smallest cost of which 30% comes to 1,000,000 yuan: 3,333,333.34 yuan. */
const costAtCap = yuan(3_333_333.34)

export const platformOperationCases: readonly MeasureCases[] = [
  {
    measure: 'support-platform-operation',
    on: '2026-11-21',
    given: {
      'company.region': '430104',
      'platform.role': 'ai_support_platform',
      'platform.grade': 'national',
      'platform.annualOperatingCostFen': wan(200),
      'platform.operationRewardReceivedFen': 0,
    },
    gives: eligible(upTo(wan(60))),
    cases: [
      { name: '高校也可以', change: { 'company.kind': 'university' }, gives: eligible(upTo(wan(60))) },
      { name: '省级平台', change: { 'platform.grade': 'provincial' }, gives: eligible(upTo(wan(60))) },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(upTo(wan(60)), 'company.region') },
      { name: '是别的平台', change: { 'platform.role': 'data_trading' }, gives: refused },
      { name: '没有平台', change: { 'platform.role': 'none' }, gives: refused },
      { name: '没说是什么平台', change: { 'platform.role': undefined }, gives: open(upTo(wan(60)), 'platform.role') },
      { name: '不是国家级也不是省级', change: { 'platform.grade': 'other' }, gives: refused },
      { name: '没说是哪一级', change: { 'platform.grade': undefined }, gives: open(upTo(wan(60)), 'platform.grade') },
      {
        name: '没填运营费用',
        change: { 'platform.annualOperatingCostFen': undefined },
        gives: eligible(upTo(wan(100)), 'platform.annualOperatingCostFen'),
      },
      {
        name: '没填运营费用，以前拿过150万元',
        change: { 'platform.annualOperatingCostFen': undefined, 'platform.operationRewardReceivedFen': wan(150) },
        gives: eligible(upTo(wan(50)), 'platform.annualOperatingCostFen'),
      },
      { name: '没有运营费用', change: { 'platform.annualOperatingCostFen': 0 }, gives: nothing },
      { name: '运营费用3分，算出来不到1分', change: { 'platform.annualOperatingCostFen': 3 }, gives: nothing },
      { name: '运营费用4分', change: { 'platform.annualOperatingCostFen': 4 }, gives: eligible(upTo(1)) },
      {
        name: '刚好到一年100万元',
        change: { 'platform.annualOperatingCostFen': costAtCap },
        gives: eligible(upTo(wan(100))),
      },
      {
        name: '差一分到一年100万元',
        change: { 'platform.annualOperatingCostFen': costAtCap - 1 },
        gives: eligible(upTo(wan(100) - 1)),
      },
      {
        name: '超过一年100万元，仍是100万元',
        change: { 'platform.annualOperatingCostFen': costAtCap + 4 },
        gives: eligible(upTo(wan(100))),
      },
      {
        name: '以前拿过140万元，刚好还能拿60万元',
        change: { 'platform.operationRewardReceivedFen': wan(140) },
        gives: eligible(upTo(wan(60))),
      },
      {
        name: '以前拿过140万元零一分',
        change: { 'platform.operationRewardReceivedFen': wan(140) + 1 },
        gives: eligible(upTo(wan(60) - 1)),
      },
      {
        name: '以前拿过150万元，只剩50万元',
        change: { 'platform.operationRewardReceivedFen': wan(150) },
        gives: eligible(upTo(wan(50))),
      },
      {
        name: '费用很高，以前拿过100万元',
        change: { 'platform.annualOperatingCostFen': wan(1000), 'platform.operationRewardReceivedFen': wan(100) },
        gives: eligible(upTo(wan(100))),
      },
      {
        name: '费用很高，以前拿过100万元零一分',
        change: { 'platform.annualOperatingCostFen': wan(1000), 'platform.operationRewardReceivedFen': wan(100) + 1 },
        gives: eligible(upTo(wan(100) - 1)),
      },
      {
        name: '差一分到200万元，还能拿一分',
        change: { 'platform.operationRewardReceivedFen': wan(200) - 1 },
        gives: eligible(upTo(1)),
      },
      {
        name: '已经拿满200万元',
        change: { 'platform.operationRewardReceivedFen': wan(200) },
        gives: nothing,
      },
      {
        name: '已经拿了200万元零一分',
        change: { 'platform.operationRewardReceivedFen': wan(200) + 1 },
        gives: nothing,
      },
      {
        name: '已经拿满200万元，没填运营费用',
        change: { 'platform.annualOperatingCostFen': undefined, 'platform.operationRewardReceivedFen': wan(200) },
        gives: nothing,
      },
      {
        name: '没有运营费用，没填以前拿过多少',
        change: { 'platform.annualOperatingCostFen': 0, 'platform.operationRewardReceivedFen': undefined },
        gives: nothing,
      },
      {
        name: '没填以前拿过多少',
        change: { 'platform.operationRewardReceivedFen': undefined },
        gives: eligible(upTo(wan(60)), 'platform.operationRewardReceivedFen'),
      },
      {
        name: '费用很高，说不清以前拿过多少',
        change: { 'platform.annualOperatingCostFen': wan(1000), 'platform.operationRewardReceivedFen': null },
        gives: eligible(upTo(wan(100)), 'platform.operationRewardReceivedFen'),
      },
      {
        name: '什么都没说',
        change: {
          'company.region': undefined,
          'platform.role': undefined,
          'platform.grade': undefined,
          'platform.annualOperatingCostFen': undefined,
          'platform.operationRewardReceivedFen': undefined,
        },
        gives: open(
          upTo(wan(100)),
          'company.region',
          'platform.role',
          'platform.grade',
          'platform.annualOperatingCostFen',
          'platform.operationRewardReceivedFen',
        ),
      },
    ],
  },
]
