import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { asked, eligible, exactly, nothing, undetermined, upTo } from './outcome'

export const openSourceCases: readonly MeasureCases[] = [
  {
    measure: 'open-source-platform',
    on: asked,
    given: {
      'company.kind': 'foundation',
      'company.region': '430104',
      'platform.role': 'open_source_platform',
      'platform.annualOperatingCostFen': wan(400),
    },
    gives: exactly(wan(120)),
    cases: [
      { name: '高校', change: { 'company.kind': 'university' }, gives: exactly(wan(120)) },
      { name: '科研院所', change: { 'company.kind': 'research_institute' }, gives: exactly(wan(120)) },
      { name: '企业', change: { 'company.kind': 'enterprise' }, gives: exactly(wan(120)) },
      { name: '行业协会', change: { 'company.kind': 'industry_organization' }, gives: 'ineligible' },
      {
        name: '没说是什么单位',
        change: { 'company.kind': undefined },
        gives: { ...undetermined('company.kind'), minFen: wan(120), maxFen: wan(120) },
      },
      {
        name: '差一分到300万元上限',
        change: { 'platform.annualOperatingCostFen': wan(1000) - 1 },
        gives: exactly(wan(300) - 1),
      },
      { name: '刚好到300万元上限', change: { 'platform.annualOperatingCostFen': wan(1000) }, gives: exactly(wan(300)) },
      {
        name: '超过上限仍是300万元',
        change: { 'platform.annualOperatingCostFen': wan(1500) },
        gives: exactly(wan(300)),
      },
      { name: '不足一分的舍去', change: { 'platform.annualOperatingCostFen': wan(400) + 3 }, gives: exactly(wan(120)) },
      {
        name: '没填年运营费用',
        change: { 'platform.annualOperatingCostFen': undefined },
        gives: eligible(0, wan(300), 'platform.annualOperatingCostFen'),
      },
      { name: '年运营费用0元', change: { 'platform.annualOperatingCostFen': 0 }, gives: nothing },
      { name: '是别的平台', change: { 'platform.role': 'ai_support_platform' }, gives: 'ineligible' },
      { name: '没说办什么平台', change: { 'platform.role': undefined }, gives: undetermined('platform.role') },
      { name: '不在湖南', change: { 'company.region': '110108' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
  {
    measure: 'open-source-promotion',
    on: asked,
    given: {
      'company.kind': 'enterprise',
      'company.region': '430104',
      'company.activities': ['promotes_open_source'],
      'openSource.promotionCostFen': wan(100),
    },
    gives: exactly(wan(30)),
    cases: [
      { name: '行业组织', change: { 'company.kind': 'industry_organization' }, gives: exactly(wan(30)) },
      { name: '高校', change: { 'company.kind': 'university' }, gives: 'ineligible' },
      { name: '没说是什么单位', change: { 'company.kind': undefined }, gives: undetermined('company.kind') },
      {
        name: '差一分到200万元上限',
        change: { 'openSource.promotionCostFen': 666_666_666 },
        gives: exactly(wan(200) - 1),
      },
      { name: '刚好到200万元上限', change: { 'openSource.promotionCostFen': 666_666_667 }, gives: exactly(wan(200)) },
      { name: '超过上限仍是200万元', change: { 'openSource.promotionCostFen': wan(2000) }, gives: exactly(wan(200)) },
      {
        name: '没填推广费用',
        change: { 'openSource.promotionCostFen': undefined },
        gives: eligible(0, wan(200), 'openSource.promotionCostFen'),
      },
      { name: '推广费用0元', change: { 'openSource.promotionCostFen': 0 }, gives: nothing },
      { name: '只开发，不推广', change: { 'company.activities': ['develops_open_source'] }, gives: 'ineligible' },
      {
        name: '没说做什么',
        change: { 'company.activities': undefined },
        gives: { ...undetermined('company.activities'), minFen: wan(30), maxFen: wan(30) },
      },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
  {
    measure: 'open-source-product',
    on: asked,
    given: {
      'company.region': '430104',
      'company.activities': ['develops_open_source'],
      'openSource.investmentFen': wan(200),
    },
    gives: upTo(wan(60)),
    cases: [
      { name: '不是企业也可以', change: { 'company.kind': 'research_institute' }, gives: upTo(wan(60)) },
      { name: '差一分到100万元上限', change: { 'openSource.investmentFen': 333_333_333 }, gives: upTo(wan(100) - 1) },
      { name: '刚好到100万元上限', change: { 'openSource.investmentFen': 333_333_334 }, gives: upTo(wan(100)) },
      { name: '超过上限仍是100万元', change: { 'openSource.investmentFen': wan(800) }, gives: upTo(wan(100)) },
      {
        name: '没填投入金额',
        change: { 'openSource.investmentFen': undefined },
        gives: eligible(0, wan(100), 'openSource.investmentFen'),
      },
      { name: '投入0元', change: { 'openSource.investmentFen': 0 }, gives: nothing },
      { name: '不做开源', change: { 'company.activities': ['promotes_open_source'] }, gives: 'ineligible' },
      {
        name: '没说做什么',
        change: { 'company.activities': undefined },
        gives: { ...undetermined('company.activities'), minFen: 0, maxFen: wan(60) },
      },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
]
