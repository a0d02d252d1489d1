import type { IsoDate } from '../date'
import type { FactValues } from '../facts'
import type { Measure, MeasureId, PolicyDocument, SumRange } from '../rules'
import type { Truth } from '../truth'
import type { Amount, Decision } from './answer'
import { nothingPaid, warningsOf } from './warnings'

export type InactiveReason = NonNullable<Decision['inactiveReason']>

export function inactiveReason(document: PolicyDocument, on: IsoDate): InactiveReason | undefined {
  if (on < document.inForce.from) return 'not_yet_in_force'
  return on > document.inForce.to ? 'expired' : undefined
}

function amountOf(measure: Measure, range: SumRange | undefined): Amount {
  const { basis } = measure.amount
  if (basis === 'case_by_case') return { basis, minFen: 0, maxFen: null }
  if (range === undefined) return { basis, minFen: null, maxFen: null }
  const minimum = ('sum' in measure.amount && measure.amount.minimum) || 0
  const known = basis !== 'up_to' && range.bases.length === 0 && range.least >= minimum
  return { basis, minFen: known ? range.least : 0, maxFen: range.most }
}

const NONE: readonly never[] = []

/** Of a measure that is out of force or fails a criterion: only this much is told. */
export interface Closed {
  readonly id: MeasureId
  readonly measure: Measure
  readonly inactive: InactiveReason | undefined
  readonly met: number
}

export function closedDecision({ id, measure, inactive, met }: Closed): Decision {
  const total = measure.criteria.length
  const rest = { amount: null, met, total, missing: NONE, warnings: NONE }
  if (inactive) return { measureId: id, status: 'inactive', inactiveReason: inactive, ...rest }
  return { measureId: id, status: 'ineligible', ...rest }
}

/** Of a measure in force of which no criterion fails. */
export interface Open {
  readonly id: MeasureId
  readonly measure: Measure
  /** Whether all its criteria hold, and whether its sum pays. */
  readonly criteria: 'true' | 'unknown'
  readonly paid: Truth
  readonly met: number
  /** The unknown facts of its undecided criteria, without repetition. */
  readonly open: readonly string[]
  readonly range: SumRange | undefined
}

export function openDecision(found: Open, facts: FactValues, on: IsoDate): Decision {
  const { id, measure, range, met } = found
  const total = measure.criteria.length
  if (found.paid === 'false') {
    const warnings = [nothingPaid(measure, facts, range?.most ?? 0)]
    return { measureId: id, status: 'ineligible', amount: null, met, total, missing: NONE, warnings }
  }
  const settled = range === undefined || range.least === range.most
  return {
    measureId: id,
    status: found.criteria === 'true' && found.paid === 'true' ? 'eligible' : 'undetermined',
    amount: amountOf(measure, range),
    met,
    total,
    missing: settled ? found.open : [...new Set([...found.open, ...range.classes, ...range.bases])],
    warnings: warningsOf(measure, facts, on),
  }
}
