import { wan, yi } from '../../../money'
import type { Changes, MeasureCases } from '../../../rules'
import { asked, eligible, exactly, nothing, undetermined, upTo, withoutSum } from './outcome'

const revenue = (lastYear: number, peakBefore: number): Changes => ({
  'finance.revenueLastYearFen': lastYear,
  'finance.peakRevenueBeforeFen': peakBefore,
})

export const companyCases: readonly MeasureCases[] = [
  {
    measure: 'first-venture-investment',
    on: asked,
    given: {
      'company.kind': 'enterprise',
      'company.region': '430104',
      'company.innovative': true,
      'finance.firstVentureInvestment': true,
      'finance.ventureInvestmentFen': wan(300),
    },
    gives: exactly(wan(30)),
    cases: [
      {
        name: '差一分到100万元上限',
        change: { 'finance.ventureInvestmentFen': wan(1000) - 1 },
        gives: exactly(wan(100) - 1),
      },
      { name: '刚好到100万元上限', change: { 'finance.ventureInvestmentFen': wan(1000) }, gives: exactly(wan(100)) },
      { name: '超过上限仍是100万元', change: { 'finance.ventureInvestmentFen': wan(5000) }, gives: exactly(wan(100)) },
      {
        name: '没填投资额',
        change: { 'finance.ventureInvestmentFen': undefined },
        gives: eligible(0, wan(100), 'finance.ventureInvestmentFen'),
      },
      { name: '投资额0元', change: { 'finance.ventureInvestmentFen': 0 }, gives: nothing },
      { name: '不是企业', change: { 'company.kind': 'research_institute' }, gives: 'ineligible' },
      { name: '没说是什么单位', change: { 'company.kind': undefined }, gives: undetermined('company.kind') },
      { name: '不在湖南', change: { 'company.region': '440305' }, gives: 'ineligible' },
      {
        name: '没说在哪里',
        change: { 'company.region': undefined },
        gives: { ...undetermined('company.region'), minFen: wan(30), maxFen: wan(30) },
      },
      { name: '不是创新型企业', change: { 'company.innovative': false }, gives: 'ineligible' },
      {
        name: '不知道算不算创新型企业',
        change: { 'company.innovative': undefined },
        gives: undetermined('company.innovative'),
      },
      { name: '不是第一次拿到投资', change: { 'finance.firstVentureInvestment': false }, gives: 'ineligible' },
      {
        name: '没说是不是第一次',
        change: { 'finance.firstVentureInvestment': undefined },
        gives: undetermined('finance.firstVentureInvestment'),
      },
    ],
  },
  {
    measure: 'key-project-library',
    on: asked,
    given: {
      'company.region': '430104',
      'company.sectors': ['green_intelligent_computing'],
      'company.activities': ['expands_production'],
    },
    gives: withoutSum,
    cases: [
      { name: '不是绿色智能计算产业', change: { 'company.sectors': ['ai'] }, gives: 'ineligible' },
      {
        name: '没说做哪一行',
        change: { 'company.sectors': undefined },
        gives: { ...undetermined('company.sectors'), minFen: null, maxFen: null },
      },
      { name: '没有新建扩建', change: { 'company.activities': ['buys_compute'] }, gives: 'ineligible' },
      { name: '没说做什么', change: { 'company.activities': undefined }, gives: undetermined('company.activities') },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
  {
    measure: 'revenue-milestone',
    on: asked,
    given: {
      'company.kind': 'enterprise',
      'company.region': '430104',
      'company.keyChainEnterprise': true,
      'finance.revenueLastYearFen': yi(12),
      'finance.peakRevenueBeforeFen': yi(9),
      'finance.revenueGrowthAvg2Years': 0.2,
    },
    gives: exactly(wan(100)),
    cases: [
      { name: '刚好10亿元', change: revenue(yi(10), yi(10) - 1), gives: exactly(wan(100)) },
      { name: '差一分到10亿元', change: revenue(yi(10) - 1, yi(9)), gives: 'ineligible' },
      { name: '以前刚好到过10亿元', change: revenue(yi(12), yi(10)), gives: 'ineligible' },
      { name: '差一分到20亿元', change: revenue(yi(20) - 1, yi(9)), gives: exactly(wan(100)) },
      { name: '刚好20亿元', change: revenue(yi(20), yi(15)), gives: exactly(wan(150)) },
      { name: '以前刚好到过20亿元', change: revenue(yi(30), yi(20)), gives: 'ineligible' },
      { name: '差一分到50亿元', change: revenue(yi(50) - 1, yi(20) - 1), gives: exactly(wan(150)) },
      { name: '刚好50亿元', change: revenue(yi(50), yi(50) - 1), gives: exactly(wan(300)) },
      { name: '以前刚好到过50亿元', change: revenue(yi(80), yi(50)), gives: 'ineligible' },
      { name: '差一分到100亿元', change: revenue(yi(100) - 1, yi(40)), gives: exactly(wan(300)) },
      { name: '刚好100亿元', change: revenue(yi(100), yi(100) - 1), gives: exactly(wan(500)) },
      { name: '以前刚好到过100亿元', change: revenue(yi(150), yi(100)), gives: 'ineligible' },
      { name: '一年跨过四档', change: revenue(yi(100), yi(5)), gives: exactly(wan(500)) },
      { name: '以前没有收入', change: revenue(yi(10), 0), gives: exactly(wan(100)) },
      { name: '跨过两档按高的一档', change: revenue(yi(60), yi(12)), gives: exactly(wan(300)) },
      {
        name: '没填上年收入',
        change: { 'finance.revenueLastYearFen': undefined },
        gives: { ...undetermined('finance.revenueLastYearFen'), minFen: 0, maxFen: wan(500) },
      },
      {
        name: '没填以前最高收入',
        change: { 'finance.peakRevenueBeforeFen': undefined },
        gives: { ...undetermined('finance.peakRevenueBeforeFen'), minFen: 0, maxFen: wan(100) },
      },
      {
        name: '上年60亿元，没填以前最高收入',
        change: { 'finance.revenueLastYearFen': yi(60), 'finance.peakRevenueBeforeFen': undefined },
        gives: { ...undetermined('finance.peakRevenueBeforeFen'), minFen: 0, maxFen: wan(300) },
      },
      {
        name: '两个收入都没填',
        change: { 'finance.revenueLastYearFen': undefined, 'finance.peakRevenueBeforeFen': undefined },
        gives: {
          ...undetermined('finance.revenueLastYearFen', 'finance.peakRevenueBeforeFen'),
          minFen: 0,
          maxFen: wan(500),
        },
      },
      {
        name: '以前到过100亿元，上年收入没填',
        change: { 'finance.revenueLastYearFen': undefined, 'finance.peakRevenueBeforeFen': yi(100) },
        gives: 'ineligible',
      },
      {
        name: '上年不到10亿元，以前最高收入没填',
        change: { 'finance.revenueLastYearFen': yi(8), 'finance.peakRevenueBeforeFen': undefined },
        gives: 'ineligible',
      },
      { name: '平均增速刚好15%', change: { 'finance.revenueGrowthAvg2Years': 0.15 }, gives: 'ineligible' },
      { name: '平均增速刚过15%', change: { 'finance.revenueGrowthAvg2Years': 0.1501 }, gives: exactly(wan(100)) },
      { name: '收入在下降', change: { 'finance.revenueGrowthAvg2Years': -0.05 }, gives: 'ineligible' },
      {
        name: '没填平均增速',
        change: { 'finance.revenueGrowthAvg2Years': undefined },
        gives: { ...undetermined('finance.revenueGrowthAvg2Years'), minFen: wan(100), maxFen: wan(100) },
      },
      { name: '不是重点企业', change: { 'company.keyChainEnterprise': false }, gives: 'ineligible' },
      {
        name: '不知道是不是重点企业',
        change: { 'company.keyChainEnterprise': undefined },
        gives: undetermined('company.keyChainEnterprise'),
      },
      { name: '不是企业', change: { 'company.kind': 'university' }, gives: 'ineligible' },
      { name: '没说是什么单位', change: { 'company.kind': undefined }, gives: undetermined('company.kind') },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
  {
    measure: 'key-software-enterprise',
    on: asked,
    given: {
      'company.kind': 'enterprise',
      'company.region': '430104',
      'company.provincialKeySoftwareEnterprise': true,
      'finance.revenueGrowthLastYear': 0.3,
    },
    gives: upTo(wan(100)),
    cases: [
      { name: '增速刚好15%', change: { 'finance.revenueGrowthLastYear': 0.15 }, gives: 'ineligible' },
      { name: '增速刚过15%', change: { 'finance.revenueGrowthLastYear': 0.1501 }, gives: upTo(wan(100)) },
      { name: '收入在下降', change: { 'finance.revenueGrowthLastYear': -0.1 }, gives: 'ineligible' },
      {
        name: '没填增速',
        change: { 'finance.revenueGrowthLastYear': undefined },
        gives: { ...undetermined('finance.revenueGrowthLastYear'), minFen: 0, maxFen: wan(100) },
      },
      { name: '不是省重点软件企业', change: { 'company.provincialKeySoftwareEnterprise': false }, gives: 'ineligible' },
      {
        name: '不知道是不是省重点软件企业',
        change: { 'company.provincialKeySoftwareEnterprise': undefined },
        gives: undetermined('company.provincialKeySoftwareEnterprise'),
      },
      { name: '不是企业', change: { 'company.kind': 'university' }, gives: 'ineligible' },
      { name: '没说是什么单位', change: { 'company.kind': undefined }, gives: undetermined('company.kind') },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
]
