import type { FactDefinition } from '../definition'

export const businessFacts = {
  'finance.revenueLastYearFen': { type: 'fen', label: 'finance.revenueLastYearFen', question: 'finance.revenueLastYearFen？' },
  'finance.peakRevenueBeforeFen': { type: 'fen', label: 'finance.peakRevenueBeforeFen', question: 'finance.peakRevenueBeforeFen？' },
  'finance.ventureInvestmentFen': { type: 'fen', label: 'finance.ventureInvestmentFen', question: 'finance.ventureInvestmentFen？' },
  'finance.revenueGrowthLastYear': { type: 'ratio', label: 'finance.revenueGrowthLastYear', question: 'finance.revenueGrowthLastYear？' },
  'finance.revenueGrowthAvg2Years': { type: 'ratio', label: 'finance.revenueGrowthAvg2Years', question: 'finance.revenueGrowthAvg2Years？' },
  'finance.firstVentureInvestment': { type: 'bool', label: 'finance.firstVentureInvestment', question: 'finance.firstVentureInvestment？', yes: 'finance.firstVentureInvestment', no: '没有finance.firstVentureInvestment' },
  'rd.superDeductionIncreaseFen': { type: 'fen', label: 'rd.superDeductionIncreaseFen', question: 'rd.superDeductionIncreaseFen？' },
  'rd.subsidyClass': { type: 'one of', label: 'rd.subsidyClass', question: 'rd.subsidyClass？', options: { rate8: 'rate8', rate12: 'rate12' } },
  'standards.international': { type: 'int', label: 'standards.international', question: 'standards.international？', unit: '', step: 1 },
  'standards.national': { type: 'int', label: 'standards.national', question: 'standards.national？', unit: '', step: 1 },
  'standards.industry': { type: 'int', label: 'standards.industry', question: 'standards.industry？', unit: '', step: 1 },
  'standards.local': { type: 'int', label: 'standards.local', question: 'standards.local？', unit: '', step: 1 },
  'patents.grantedInPeriod': { type: 'int', label: 'patents.grantedInPeriod', question: 'patents.grantedInPeriod？', unit: '', step: 1 },
} as const satisfies Record<string, FactDefinition>
