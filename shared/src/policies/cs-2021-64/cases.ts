import type { MeasureCase, MeasureCases, Outcome } from '../../rules'

/** A day within the plan period. */
const on = '2023-06-01'

const gives: Outcome = { status: 'eligible', minFen: null, maxFen: null, missing: [] }

const outsidePlan: readonly MeasureCase[] = [
  { name: '计划开始前一天', change: {}, on: '2021-12-31', gives: 'inactive' },
  { name: '计划结束后一天', change: {}, on: '2025-01-01', gives: 'inactive' },
  { name: '现在', change: {}, on: '2026-11-21', gives: 'inactive' },
]

const place: readonly MeasureCase[] = [
  { name: '在株洲', change: { 'company.region': '430202' }, gives: 'ineligible' },
  {
    name: '没说在哪里',
    change: { 'company.region': undefined },
    gives: { status: 'undetermined', missing: ['company.region'] },
  },
]

const kindUnknown: MeasureCase = {
  name: '没说是什么单位',
  change: { 'company.kind': undefined },
  gives: { status: 'undetermined', missing: ['company.kind'] },
}

/** Clauses that name nobody: any organisation in Changsha. */
const anyone = (measure: string): MeasureCases => ({
  measure,
  on,
  given: { 'company.region': '430104' },
  gives,
  cases: [...place, ...outsidePlan],
})

export const cases: readonly MeasureCases[] = [
  {
    ...anyone('application-scenarios'),
    cases: [
      ...place,
      ...outsidePlan,
      { name: '计划第一天', change: {}, on: '2022-01-01', gives },
      { name: '计划最后一天', change: {}, on: '2024-12-31', gives },
    ],
  },
  anyone('compute-platforms'),
  anyone('industry-ecosystem'),
  {
    measure: 'technology-innovation',
    on,
    given: { 'company.kind': 'enterprise', 'company.region': '430104' },
    gives,
    cases: [
      { name: '高校', change: { 'company.kind': 'university' }, gives },
      { name: '科研机构', change: { 'company.kind': 'research_institute' }, gives },
      { name: '基金会', change: { 'company.kind': 'foundation' }, gives: 'ineligible' },
      kindUnknown,
      ...place,
      ...outsidePlan,
    ],
  },
  {
    measure: 'leading-enterprises',
    on,
    given: { 'company.kind': 'enterprise', 'company.region': '430104' },
    gives,
    cases: [
      { name: '高校', change: { 'company.kind': 'university' }, gives: 'ineligible' },
      kindUnknown,
      ...place,
      ...outsidePlan,
    ],
  },
  anyone('talent'),
  {
    measure: 'finance-support',
    on,
    given: { 'company.kind': 'enterprise', 'company.region': '430104' },
    gives,
    cases: [
      { name: '科研机构', change: { 'company.kind': 'research_institute' }, gives: 'ineligible' },
      kindUnknown,
      ...place,
      ...outsidePlan,
    ],
  },
]
