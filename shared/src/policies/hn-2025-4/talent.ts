import type { Measure } from '../../rules'
import { leftOpen } from './left-open'

const talent: Measure = {
  slug: 'talent',
  title: '人才和团队引进支持',
  clauses: ['七'],
  summary:
    '支持引进和培养绿色智能计算的高层次人才和团队。人才可以争取进“芙蓉计划”等省级项目，落户、住房、子女教育、医疗、配偶就业按有关政策照顾。文件没有写金额。',
  audience: '引进、培养绿色智能计算人才的单位',
  ...leftOpen,
  handledBy: '省委人才办、省教育厅、省科技厅、省工业和信息化厅分工负责',
  criteria: [
    { fact: 'company.region', within: '43', cite: '七' },
    { fact: 'company.activities', hasAny: ['recruits_talent'], cite: '七' },
  ],
  amount: { basis: 'unspecified' },
}

export const talentMeasures: readonly Measure[] = [talent]
