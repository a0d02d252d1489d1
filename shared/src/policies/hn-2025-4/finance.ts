import type { Measure } from '../../rules'
import { leftOpen } from './left-open'

const financeSupport: Measure = {
  slug: 'finance-support',
  title: '融资支持',
  clauses: ['十'],
  summary:
    '政府投资基金和优惠利率的专项贷款支持绿色智能计算产业。符合条件的企业优先进产融合作制造业“白名单”、“先投后股”项目清单，按规定享受支持。文件没有写金额。',
  audience: '需要融资的绿色智能计算企业',
  ...leftOpen,
  handledBy: '省财政厅、省委金融办、省发展改革委、省科技厅、省工业和信息化厅、人民银行湖南省分行分工负责',
  criteria: [
    { fact: 'company.kind', oneOf: ['enterprise'], cite: '十' },
    { fact: 'company.region', within: '43', cite: '十' },
    { fact: 'company.sectors', hasAny: ['green_intelligent_computing'], cite: '十' },
  ],
  amount: { basis: 'unspecified' },
}

export const financeMeasures: readonly Measure[] = [financeSupport]
