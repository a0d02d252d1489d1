import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { undecidedWithout, upTo, withoutFigure } from './outcomes'

const on = '2026-11-21'

/** 四 */
export const supplyCases: readonly MeasureCases[] = [
  {
    measure: 'power-support',
    on,
    given: { 'company.region': '140105', 'company.activities': ['operates_compute'] },
    gives: withoutFigure,
    cases: [
      { name: '正在建设', change: { 'company.activities': ['builds_compute_facility'] }, gives: withoutFigure },
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '只买算力', change: { 'company.activities': ['buys_compute'] }, gives: 'ineligible' },
      ...undecidedWithout('company.region', 'company.activities'),
    ],
  },
  {
    measure: 'training-base',
    on,
    given: { 'company.kind': 'university', 'company.region': '140105', 'platform.role': 'training_base' },
    gives: upTo(wan(200)),
    cases: [
      { name: '企业', change: { 'company.kind': 'enterprise' }, gives: 'ineligible' },
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '没有建成基地', change: { 'platform.role': 'none' }, gives: 'ineligible' },
      ...undecidedWithout('company.kind', 'company.region', 'platform.role'),
    ],
  },
  {
    measure: 'land-support',
    on,
    given: { 'company.region': '140105', 'company.activities': ['builds_compute_facility', 'operates_compute'] },
    gives: withoutFigure,
    cases: [
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '只运营，不建设', change: { 'company.activities': ['operates_compute'] }, gives: 'ineligible' },
      ...undecidedWithout('company.region', 'company.activities'),
    ],
  },
]
