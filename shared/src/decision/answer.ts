import type { IsoDate } from '../date'
import type { Fen } from '../money'
import type { AmountRule, MeasureId } from '../rules'

export type Status = 'eligible' | 'ineligible' | 'undetermined' | 'inactive'

/** A sum as the text has it: a ceiling is 0 to the cap, 一事一议 is 0 to nobody knows. */
export interface Amount {
  readonly basis: AmountRule['basis']
  readonly minFen: Fen | null
  readonly maxFen: Fen | null
}

/**
 * `nothing_to_subsidise`, `below_minimum` and `outside_window` say why a measure whose criteria hold pays nothing;
 * `prorated_by_days` and `dates_reversed` how the base was read; `filing_due` and `filing_late` what the 30 days ask.
 */
export type WarningCode =
  | 'nothing_to_subsidise'
  | 'below_minimum'
  | 'outside_window'
  | 'prorated_by_days'
  | 'dates_reversed'
  | 'filing_due'
  | 'filing_late'

export interface Warning {
  readonly code: WarningCode
  /** The last day on which it can still be done. */
  readonly dueOn?: IsoDate
  readonly text: string
}

export interface CriterionResult {
  readonly id: string
  readonly status: 'met' | 'unmet' | 'unknown'
  readonly facts: readonly string[]
  /** The criterion in words, made from the rule. */
  readonly text: string
  readonly cite: { readonly document: string; readonly clause: string }
  /** On an unmet number or date: the nearest value that would meet it. */
  readonly shortfall?: { readonly fact: string; readonly needed: number | IsoDate; readonly given: number | IsoDate }
}

export interface Decision {
  readonly measureId: MeasureId
  readonly status: Status
  readonly inactiveReason?: 'expired' | 'not_yet_in_force'
  /** Null unless eligible or undetermined. */
  readonly amount: Amount | null
  readonly met: number
  readonly total: number
  /** The facts that can still change the status or the amount. */
  readonly missing: readonly string[]
  readonly warnings: readonly Warning[]
  readonly criteria?: readonly CriterionResult[]
}

export interface Plan {
  readonly selected: readonly MeasureId[]
  readonly minFen: Fen
  readonly maxFen: Fen
  readonly displaced: readonly { readonly measureId: MeasureId; readonly by: readonly MeasureId[] }[]
}

export interface Answer {
  readonly catalogueVersion: string
  readonly asOf: IsoDate
  /** Every measure of the catalogue, once, in its order. */
  readonly decisions: readonly Decision[]
  readonly plan: Plan
  /** Most useful first, at most 8; empty when nothing more would change an answer. */
  readonly nextQuestions: readonly string[]
}

/** Which decisions carry their criteria. */
export type Explain = 'none' | 'all' | readonly MeasureId[]
