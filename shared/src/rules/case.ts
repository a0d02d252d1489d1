import type { IsoDate } from '../date'
import type { FactId, FactValue } from '../facts'
import type { Fen } from '../money'

/** Facts to set on top of the given ones; `undefined` takes one away, `null` declines it. */
export type Changes = { readonly [F in FactId]?: FactValue<F> | null | undefined }

/** What the catalogue must answer. What is not named is not compared. */
export interface Outcome {
  readonly status: 'eligible' | 'ineligible' | 'undetermined' | 'inactive'
  readonly minFen?: Fen | null
  readonly maxFen?: Fen | null
  /** The whole list, in any order. */
  readonly missing?: readonly FactId[]
  /** The whole list of codes, in any order. */
  readonly warnings?: readonly string[]
  readonly dueOn?: IsoDate
}

export interface MeasureCase {
  /** Read after the measure's title: 刚好5万元. */
  readonly name: string
  readonly change: Changes
  readonly gives: Outcome['status'] | Outcome
  /** The day asked about, where it is not the one of {@link MeasureCases}. */
  readonly on?: IsoDate
}

/** Companies that show a measure at work: at each limit, one step past it, and with each fact missing. */
export interface MeasureCases {
  readonly measure: string
  readonly on: IsoDate
  /** A company for which the measure is eligible with everything known. */
  readonly given: Changes
  readonly gives: Outcome
  readonly cases: readonly MeasureCase[]
}
