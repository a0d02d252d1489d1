import type { IsoDate } from '../date'
import type { FactValues } from '../facts'
import type { Measure, MeasureId, PolicyDocument, SumRange } from '../rules'
import type { Truth } from '../truth'
import type { Amount, Decision, Status } from './answer'
import { nothingPaid, warningsOf } from './warnings'

const STATUS_OF: Record<Truth, Status> = { true: 'eligible', false: 'ineligible', unknown: 'undetermined' }

export function inactiveReason(document: PolicyDocument, on: IsoDate): 'expired' | 'not_yet_in_force' | undefined {
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

/** What was found out about a measure, by whichever engine. */
export interface Found {
  readonly id: MeasureId
  readonly measure: Measure
  readonly inactive: 'expired' | 'not_yet_in_force' | undefined
  /** All conditions, and that the sum pays. */
  readonly truth: Truth
  readonly paid: Truth
  readonly met: number
  /** The unknown facts of its undecided criteria, without repetition. */
  readonly open: readonly string[]
  readonly range: SumRange | undefined
}

const NONE: readonly never[] = []

/** The decision as it leaves the engine. */
export function decisionOf(found: Found, facts: FactValues, on: IsoDate): Decision {
  const { id, measure, inactive, range } = found
  const total = measure.criteria.length
  const status = inactive ? 'inactive' : STATUS_OF[found.truth]
  if (status === 'inactive' || status === 'ineligible') {
    const refused = status === 'ineligible' && found.paid === 'false' && range
    return {
      measureId: id,
      status,
      ...(inactive && { inactiveReason: inactive }),
      amount: null,
      met: found.met,
      total,
      missing: NONE,
      warnings: refused ? [nothingPaid(measure, facts, range.most ?? 0)] : NONE,
    }
  }
  const settled = range === undefined || range.least === range.most
  const missing = settled ? found.open : [...new Set([...found.open, ...range.classes, ...range.bases])]
  return {
    measureId: id,
    status,
    amount: amountOf(measure, range),
    met: found.met,
    total,
    missing,
    warnings: warningsOf(measure, facts, on),
  }
}
