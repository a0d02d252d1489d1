import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { asked, eligible, exactly, nothing, undetermined, withoutSum } from './outcome'

const noStandard = {
  'standards.international': 0,
  'standards.national': 0,
  'standards.industry': 0,
  'standards.local': 0,
} as const

export const innovationCases: readonly MeasureCases[] = [
  {
    measure: 'rd-increment',
    on: asked,
    given: {
      'company.kind': 'enterprise',
      'company.region': '430104',
      'company.sectors': ['green_intelligent_computing'],
      'rd.superDeductionIncreaseFen': wan(500),
      'rd.subsidyClass': 'rate12',
    },
    gives: exactly(wan(60)),
    cases: [
      { name: '8%的一类', change: { 'rd.subsidyClass': 'rate8' }, gives: exactly(wan(40)) },
      {
        name: '不知道在哪一类',
        change: { 'rd.subsidyClass': undefined },
        gives: eligible(wan(40), wan(60), 'rd.subsidyClass'),
      },
      {
        name: '说不清楚在哪一类',
        change: { 'rd.subsidyClass': null },
        gives: eligible(wan(40), wan(60), 'rd.subsidyClass'),
      },
      {
        name: '8%刚好1万元',
        change: { 'rd.subsidyClass': 'rate8', 'rd.superDeductionIncreaseFen': wan(12.5) },
        gives: exactly(wan(1)),
      },
      {
        name: '8%差一分到1万元',
        change: { 'rd.subsidyClass': 'rate8', 'rd.superDeductionIncreaseFen': wan(12.5) - 1 },
        gives: { status: 'ineligible', warnings: ['below_minimum'] },
      },
      { name: '12%刚好1万元', change: { 'rd.superDeductionIncreaseFen': 8_333_334 }, gives: exactly(wan(1)) },
      {
        name: '12%差一分到1万元',
        change: { 'rd.superDeductionIncreaseFen': 8_333_333 },
        gives: { status: 'ineligible', warnings: ['below_minimum'] },
      },
      {
        name: '按12%够1万元，按8%不够，不知道在哪一类',
        change: { 'rd.subsidyClass': undefined, 'rd.superDeductionIncreaseFen': wan(10) },
        gives: { ...undetermined('rd.subsidyClass'), minFen: 0, maxFen: wan(1.2) },
      },
      {
        name: '8%刚好1万元，不知道在哪一类',
        change: { 'rd.subsidyClass': undefined, 'rd.superDeductionIncreaseFen': wan(12.5) },
        gives: eligible(wan(1), wan(1.5), 'rd.subsidyClass'),
      },
      {
        name: '哪一类都不够1万元',
        change: { 'rd.subsidyClass': undefined, 'rd.superDeductionIncreaseFen': wan(5) },
        gives: { status: 'ineligible', warnings: ['below_minimum'] },
      },
      {
        name: '12%刚好到1000万元上限',
        change: { 'rd.superDeductionIncreaseFen': 8_333_333_334 },
        gives: exactly(wan(1000)),
      },
      {
        name: '12%差一分到1000万元上限',
        change: { 'rd.superDeductionIncreaseFen': 8_333_333_333 },
        gives: exactly(wan(1000) - 1),
      },
      {
        name: '8%刚好到1000万元上限',
        change: { 'rd.subsidyClass': 'rate8', 'rd.superDeductionIncreaseFen': wan(12_500) },
        gives: exactly(wan(1000)),
      },
      {
        name: '8%差一分到1000万元上限',
        change: { 'rd.subsidyClass': 'rate8', 'rd.superDeductionIncreaseFen': wan(12_500) - 1 },
        gives: exactly(wan(1000) - 1),
      },
      {
        name: '超过上限仍是1000万元',
        change: { 'rd.superDeductionIncreaseFen': wan(30_000) },
        gives: exactly(wan(1000)),
      },
      {
        name: '哪一类都到上限',
        change: { 'rd.subsidyClass': undefined, 'rd.superDeductionIncreaseFen': wan(12_500) },
        gives: exactly(wan(1000)),
      },
      {
        name: '没填新增的研发费用',
        change: { 'rd.superDeductionIncreaseFen': undefined },
        gives: eligible(0, wan(1000), 'rd.superDeductionIncreaseFen'),
      },
      {
        name: '新增的研发费用和类别都没填',
        change: { 'rd.superDeductionIncreaseFen': undefined, 'rd.subsidyClass': undefined },
        gives: eligible(0, wan(1000), 'rd.superDeductionIncreaseFen', 'rd.subsidyClass'),
      },
      { name: '研发费用没有新增', change: { 'rd.superDeductionIncreaseFen': 0 }, gives: nothing },
      { name: '不是企业', change: { 'company.kind': 'university' }, gives: 'ineligible' },
      {
        name: '没说是什么单位',
        change: { 'company.kind': undefined },
        gives: { ...undetermined('company.kind'), minFen: wan(60), maxFen: wan(60) },
      },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
      { name: '不是绿色智能计算产业', change: { 'company.sectors': ['ai'] }, gives: 'ineligible' },
      { name: '没说做哪一行', change: { 'company.sectors': undefined }, gives: undetermined('company.sectors') },
    ],
  },
  {
    measure: 'innovation-consortium',
    on: asked,
    given: {
      'company.kind': 'enterprise',
      'company.region': '430104',
      'company.leading': true,
      'company.activities': ['joint_research'],
    },
    gives: withoutSum,
    cases: [
      { name: '不是企业', change: { 'company.kind': 'university' }, gives: 'ineligible' },
      { name: '没说是什么单位', change: { 'company.kind': undefined }, gives: undetermined('company.kind') },
      { name: '不在湖南', change: { 'company.region': '440305' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
      { name: '不是龙头企业', change: { 'company.leading': false }, gives: 'ineligible' },
      {
        name: '不知道算不算龙头企业',
        change: { 'company.leading': undefined },
        gives: { ...undetermined('company.leading'), minFen: null, maxFen: null },
      },
      { name: '没有联合攻关', change: { 'company.activities': ['technology_transfer'] }, gives: 'ineligible' },
      { name: '没说做什么', change: { 'company.activities': undefined }, gives: undetermined('company.activities') },
    ],
  },
  {
    measure: 'technology-transfer',
    on: asked,
    given: { 'company.kind': 'enterprise', 'company.region': '430104', 'company.activities': ['technology_transfer'] },
    gives: withoutSum,
    cases: [
      { name: '高校', change: { 'company.kind': 'university' }, gives: withoutSum },
      { name: '科研院所', change: { 'company.kind': 'research_institute' }, gives: withoutSum },
      { name: '行业协会', change: { 'company.kind': 'industry_organization' }, gives: 'ineligible' },
      { name: '没说是什么单位', change: { 'company.kind': undefined }, gives: undetermined('company.kind') },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
      { name: '没有成果转化', change: { 'company.activities': ['joint_research'] }, gives: 'ineligible' },
      { name: '没说做什么', change: { 'company.activities': undefined }, gives: undetermined('company.activities') },
    ],
  },
  {
    measure: 'standards',
    on: asked,
    given: {
      'company.kind': 'enterprise',
      'company.region': '430104',
      'standards.international': 1,
      'standards.national': 2,
      'standards.industry': 3,
      'standards.local': 4,
    },
    gives: exactly(wan(580)),
    cases: [
      { name: '只有一项国际标准', change: { ...noStandard, 'standards.international': 1 }, gives: exactly(wan(150)) },
      { name: '只有一项国家标准', change: { ...noStandard, 'standards.national': 1 }, gives: exactly(wan(100)) },
      { name: '只有一项行业标准', change: { ...noStandard, 'standards.industry': 1 }, gives: exactly(wan(50)) },
      { name: '只有一项地方标准', change: { ...noStandard, 'standards.local': 1 }, gives: exactly(wan(20)) },
      {
        name: '很多项，没有总数上限',
        change: { ...noStandard, 'standards.international': 100 },
        gives: exactly(wan(15_000)),
      },
      { name: '一项都没有', change: noStandard, gives: 'ineligible' },
      { name: '没填地方标准', change: { 'standards.local': undefined }, gives: eligible(0, null, 'standards.local') },
      {
        name: '只填了国家标准',
        change: { 'standards.international': undefined, 'standards.industry': undefined, 'standards.local': undefined },
        gives: eligible(0, null, 'standards.international', 'standards.industry', 'standards.local'),
      },
      {
        name: '三种都没有，地方标准没填',
        change: { ...noStandard, 'standards.local': undefined },
        gives: { ...undetermined('standards.local'), minFen: 0, maxFen: null },
      },
      {
        name: '四种都没填',
        change: {
          'standards.international': undefined,
          'standards.national': undefined,
          'standards.industry': undefined,
          'standards.local': undefined,
        },
        gives: {
          ...undetermined('standards.international', 'standards.national', 'standards.industry', 'standards.local'),
          minFen: 0,
          maxFen: null,
        },
      },
      { name: '不是企业', change: { 'company.kind': 'research_institute' }, gives: 'ineligible' },
      {
        name: '没说是什么单位',
        change: { 'company.kind': undefined },
        gives: { ...undetermined('company.kind'), minFen: wan(580), maxFen: wan(580) },
      },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
  {
    measure: 'patents',
    on: asked,
    given: { 'company.region': '430104', 'patents.grantedInPeriod': 120 },
    gives: exactly(wan(100)),
    cases: [
      { name: '49件', change: { 'patents.grantedInPeriod': 49 }, gives: 'ineligible' },
      { name: '刚好50件', change: { 'patents.grantedInPeriod': 50 }, gives: exactly(wan(50)) },
      { name: '99件', change: { 'patents.grantedInPeriod': 99 }, gives: exactly(wan(50)) },
      { name: '刚好100件', change: { 'patents.grantedInPeriod': 100 }, gives: exactly(wan(100)) },
      { name: '149件', change: { 'patents.grantedInPeriod': 149 }, gives: exactly(wan(100)) },
      { name: '刚好150件', change: { 'patents.grantedInPeriod': 150 }, gives: exactly(wan(150)) },
      { name: '更多仍是150万元', change: { 'patents.grantedInPeriod': 400 }, gives: exactly(wan(150)) },
      { name: '没有专利', change: { 'patents.grantedInPeriod': 0 }, gives: 'ineligible' },
      {
        name: '没填件数',
        change: { 'patents.grantedInPeriod': undefined },
        gives: { ...undetermined('patents.grantedInPeriod'), minFen: 0, maxFen: wan(150) },
      },
      { name: '不是企业也可以', change: { 'company.kind': 'university' }, gives: exactly(wan(100)) },
      { name: '不在湖南', change: { 'company.region': '440305' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
]
