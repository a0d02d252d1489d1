import type { FactsOfType } from '../facts'
import type { AmountRule } from './amount-rule'
import type { Criterion } from './condition'

/** Document id, slash, slug: `hn-2026-168/compute-voucher`. */
export type MeasureId = string

/** One thing that a document gives, as data; the text that people read stands in it in plain words of ours. */
export interface Measure {
  readonly slug: string
  readonly title: string
  /** The clauses it comes from, as the document numbers them: 二(一), 三. */
  readonly clauses: readonly string[]
  /** What it is, in one or two sentences. */
  readonly summary: string
  /** For whom. */
  readonly audience: string
  /** The papers. Empty where the document names none: the page then says so. */
  readonly materials: readonly string[]
  /** Who handles it, as the document names them. */
  readonly handledBy: string
  /** Where to apply. */
  readonly applyAt: string
  /** Until when, beside the document's own end. */
  readonly deadline: string
  readonly criteria: readonly Criterion[]
  readonly amount: AmountRule
  /** What a reader of the amount must also know: 这是上限，实际金额由评审排序和当年预算决定。 */
  readonly amountNote?: string
  readonly warnings?: readonly WarningRule[]
}

/** A warning that changes neither the verdict nor the amount. */
export interface WarningRule {
  readonly kind: 'filing'
  /** Off-platform contracts only: where this fact is false. */
  readonly viaPlatform: FactsOfType<'bool'>
  readonly signedOn: FactsOfType<'date'>
  readonly filedOn: FactsOfType<'date'>
  readonly withinDays: number
  readonly cite: string
}
