import type { MeasureCases } from '../../../rules'
import { asked, undetermined, withoutSum } from './outcome'

export const talentCases: readonly MeasureCases[] = [
  {
    measure: 'talent',
    on: asked,
    given: { 'company.region': '430104', 'company.activities': ['recruits_talent'] },
    gives: withoutSum,
    cases: [
      { name: '高校也可以', change: { 'company.kind': 'university' }, gives: withoutSum },
      { name: '不引进人才', change: { 'company.activities': ['buys_compute'] }, gives: 'ineligible' },
      { name: '没说做什么', change: { 'company.activities': undefined }, gives: undetermined('company.activities') },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
]
