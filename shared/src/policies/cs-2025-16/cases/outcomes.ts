import type { FactId } from '../../../facts'
import type { Fen } from '../../../money'
import type { Outcome } from '../../../rules'

interface Range {
  readonly minFen: Fen | null
  readonly maxFen: Fen | null
}

/** 最高: nothing is promised below it. */
export const upTo = (maxFen: Fen): Range => ({ minFen: 0, maxFen })

/** Computed to the fen. */
export const exactly = (fen: Fen): Range => ({ minFen: fen, maxFen: fen })

/** The text names no sum. */
export const noSum: Range = { minFen: null, maxFen: null }

/** Every condition holds; what is listed can still change the amount. */
export const eligible = (range: Range, ...missing: readonly FactId[]): Outcome => ({
  status: 'eligible',
  ...range,
  missing,
})

/** What is listed can still change the verdict or the amount. */
export const open = (range: Range, ...missing: readonly FactId[]): Outcome => ({
  status: 'undetermined',
  ...range,
  missing,
})

/** A condition fails: nothing more is asked. */
export const refused: Outcome = { status: 'ineligible', missing: [], warnings: [] }

/** The conditions hold and the sum is 0. */
export const nothing: Outcome = { status: 'ineligible', missing: [], warnings: ['nothing_to_subsidise'] }
