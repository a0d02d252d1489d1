import type { FactDefinition } from '../definition'

/** Revenue, investment, research costs, standards and patents. */
export const businessFacts = {
  'finance.revenueLastYearFen': {
    type: 'fen',
    label: '去年营业收入',
    question: '去年一年，公司的营业收入是多少？',
    help: '看去年利润表上的“营业收入”。',
  },
  'finance.peakRevenueBeforeFen': {
    type: 'fen',
    label: '去年以前最高的年营业收入',
    question: '去年以前，公司收入最高的那一年是多少？',
    help: '不算去年，看前面各年利润表上的“营业收入”，填最高的一年；去年才成立的填0。',
  },
  'finance.ventureInvestmentFen': {
    type: 'fen',
    label: '实际获得的投资额',
    question: '第一次融资，公司实际拿到了多少钱？',
    help: '天使投资、风险投资或者私募股权投资都算，只填已经到账的。',
  },
  'finance.revenueGrowthLastYear': {
    type: 'ratio',
    label: '去年营业收入增速',
    question: '去年的营业收入比前年增长了百分之几？',
    help: '去年的减去前年的，再除以前年的；下降了就填负数。',
    signed: true,
  },
  'finance.revenueGrowthAvg2Years': {
    type: 'ratio',
    label: '近两年营业收入平均增速',
    question: '最近两年，营业收入平均每年增长百分之几？',
    help: '把两年的增速加起来除以2；下降了就填负数。',
    signed: true,
  },
  'finance.firstVentureInvestment': {
    type: 'bool',
    label: '首次获得风险投资',
    question: '公司是第一次拿到风险投资吗？',
    help: '天使投资、风险投资、私募股权投资都算；以前拿过的，或者还没有拿到的，都不算。',
    yes: '首次获得天使投资、风险投资或私募股权投资',
    no: '没有首次获得天使投资、风险投资或私募股权投资',
    prior: 0.05,
  },

  'rd.superDeductionIncreaseFen': {
    type: 'fen',
    label: '比上一年新增的研发加计扣除额',
    question: '研发费用加计扣除，公司比上一年多享受了多少？',
    help: '加计扣除是研发花的钱在算企业所得税时可以多扣一部分；看两年的所得税申报表，用后一年的减前一年的，没有增加就填0。',
  },
  'rd.subsidyClass': {
    type: 'one of',
    label: '研发补助档次',
    question: '公司的研发补助按哪一档算？',
    help: '政策只说按8%和12%分类补助，没有写怎么分，要看当年的申报通知。',
    options: { rate8: '8%这一档', rate12: '12%这一档' },
  },

  'standards.international': {
    type: 'int',
    label: '主导制订的国际标准数',
    question: '公司牵头制订、已经发布的国际标准有几项？',
    help: '只算绿色智能计算领域、具有开创性的；没有就填0。',
    unit: '项',
    step: 1,
  },
  'standards.national': {
    type: 'int',
    label: '主导制订的国家标准数',
    question: '公司牵头制订、已经发布的国家标准有几项？',
    help: '只算绿色智能计算领域、具有开创性的；没有就填0。',
    unit: '项',
    step: 1,
  },
  'standards.industry': {
    type: 'int',
    label: '主导制订的行业标准数',
    question: '公司牵头制订、已经发布的行业标准有几项？',
    help: '只算绿色智能计算领域、具有开创性的；没有就填0。',
    unit: '项',
    step: 1,
  },
  'standards.local': {
    type: 'int',
    label: '主导制订的地方标准数',
    question: '公司牵头制订、已经发布的地方标准有几项？',
    help: '只算绿色智能计算领域、具有开创性的；没有就填0。',
    unit: '项',
    step: 1,
  },
  'patents.grantedInPeriod': {
    type: 'int',
    label: '绿色智能计算发明专利授权数',
    question: '2025年2月18日以来，拿到了多少件绿色智能计算方面的发明专利？',
    help: '只算在湖南申请、2025年2月18日至2028年2月17日之间授权的发明专利；实用新型和外观设计不算，没有就填0。',
    unit: '件',
    step: 1,
  },
} as const satisfies Record<string, FactDefinition>
