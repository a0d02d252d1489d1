import { wan, yi } from '../../money'
import type { Condition, Criterion, Measure } from '../../rules'
import { leftOpen } from './left-open'

const handledBy = '省工业和信息化厅、省发展改革委、省科技厅、省委金融办分工负责'
const enterprise: Criterion = { fact: 'company.kind', oneOf: ['enterprise'], cite: '五' }
const inHunan: Criterion = { fact: 'company.region', within: '43', cite: '五' }

const firstVentureInvestment: Measure = {
  slug: 'first-venture-investment',
  title: '首次获得投资奖励',
  clauses: ['五'],
  summary: '创新型企业第一次拿到天使投资、风险投资或私募股权投资，按实际拿到的投资额给10%的奖励，最高100万元。',
  audience: '第一次拿到这类投资的创新型企业',
  ...leftOpen,
  handledBy,
  criteria: [
    enterprise,
    inHunan,
    { fact: 'company.innovative', is: true, cite: '五' },
    { fact: 'finance.firstVentureInvestment', is: true, cite: '五' },
  ],
  amount: {
    basis: 'formula',
    sum: { share: 0.1, of: 'finance.ventureInvestmentFen', cap: wan(100) },
  },
}

const keyProjectLibrary: Measure = {
  slug: 'key-project-library',
  title: '重点项目入库支持',
  clauses: ['五'],
  summary: '在湖南新建、扩建的绿色智能计算重点项目可以进省级项目库，按有关政策挑好的支持。文件没有写金额。',
  audience: '在湖南新建、扩建绿色智能计算项目的单位',
  ...leftOpen,
  handledBy,
  criteria: [
    inHunan,
    { fact: 'company.sectors', hasAny: ['green_intelligent_computing'], cite: '五' },
    { fact: 'company.activities', hasAny: ['expands_production'], cite: '五' },
  ],
  amount: { basis: 'unspecified' },
}

/** 首次达到: last year reached it, no year before did. */
const reachedFirst = (threshold: number): Condition => ({
  all: [
    { fact: 'finance.revenueLastYearFen', atLeast: threshold },
    { fact: 'finance.peakRevenueBeforeFen', lessThan: threshold },
  ],
})

const revenueMilestone: Measure = {
  slug: 'revenue-milestone',
  title: '营业收入上台阶奖励',
  clauses: ['五'],
  summary:
    '智能计算产业链重点企业一年的营业收入第一次达到10亿元、20亿元、50亿元、100亿元，分别奖励100万元、150万元、300万元、500万元。近2年营收平均增速要超过15%。',
  audience: '营业收入10亿元以上的智能计算产业链重点企业',
  ...leftOpen,
  handledBy,
  criteria: [
    enterprise,
    inHunan,
    { fact: 'company.keyChainEnterprise', is: true, cite: '五' },
    { fact: 'finance.revenueLastYearFen', atLeast: yi(10), cite: '五' },
    { fact: 'finance.revenueGrowthAvg2Years', moreThan: 0.15, cite: '五' },
    { any: [reachedFirst(yi(10)), reachedFirst(yi(20)), reachedFirst(yi(50)), reachedFirst(yi(100))], cite: '五' },
  ],
  amount: {
    basis: 'fixed',
    sum: {
      choose: [
        { when: reachedFirst(yi(100)), sum: { flat: wan(500) } },
        { when: reachedFirst(yi(50)), sum: { flat: wan(300) } },
        { when: reachedFirst(yi(20)), sum: { flat: wan(150) } },
        { when: reachedFirst(yi(10)), sum: { flat: wan(100) } },
      ],
      otherwise: { flat: 0 },
    },
  },
  amountNote: '一年里跨过几档的，按最高的一档算。',
}

const keySoftwareEnterprise: Measure = {
  slug: 'key-software-enterprise',
  title: '省重点软件企业支持',
  clauses: ['五'],
  summary: '上年度营收增速超过15%的省重点软件企业，看营收规模和增速、研发投入等指标给资金支持，最高100万元。',
  audience: '上年度营收增速超过15%的省重点软件企业',
  ...leftOpen,
  handledBy,
  criteria: [
    enterprise,
    inHunan,
    { fact: 'company.provincialKeySoftwareEnterprise', is: true, cite: '五' },
    { fact: 'finance.revenueGrowthLastYear', moreThan: 0.15, cite: '五' },
  ],
  amount: { basis: 'up_to', sum: { flat: wan(100) } },
  amountNote: '这是上限，不是承诺。给多少由主管部门看营收规模、增速、研发投入等指标确定。',
}

export const companyMeasures: readonly Measure[] = [
  firstVentureInvestment,
  keyProjectLibrary,
  revenueMilestone,
  keySoftwareEnterprise,
]
