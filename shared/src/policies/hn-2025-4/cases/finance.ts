import type { MeasureCases } from '../../../rules'
import { asked, undetermined, withoutSum } from './outcome'

export const financeCases: readonly MeasureCases[] = [
  {
    measure: 'finance-support',
    on: asked,
    given: {
      'company.kind': 'enterprise',
      'company.region': '430104',
      'company.sectors': ['green_intelligent_computing'],
    },
    gives: withoutSum,
    cases: [
      { name: '不是企业', change: { 'company.kind': 'government_body' }, gives: 'ineligible' },
      { name: '没说是什么单位', change: { 'company.kind': undefined }, gives: undetermined('company.kind') },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
      { name: '是别的产业', change: { 'company.sectors': ['data_labelling'] }, gives: 'ineligible' },
      { name: '没说做哪一行', change: { 'company.sectors': undefined }, gives: undetermined('company.sectors') },
    ],
  },
]
