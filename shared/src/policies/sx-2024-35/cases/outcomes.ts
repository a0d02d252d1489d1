import { type FactId, factDefinitions } from '../../../facts'
import type { Fen } from '../../../money'
import type { MeasureCase, Outcome } from '../../../rules'

/** 不超过, 最高: from nothing to the ceiling, everything known. */
export const upTo = (fen: Fen): Outcome => ({ status: 'eligible', minFen: 0, maxFen: fen, missing: [] })

/** 按…的15%: the sum itself, everything known. */
export const exactly = (fen: Fen): Outcome => ({ status: 'eligible', minFen: fen, maxFen: fen, missing: [] })

/** 按有关政策支持: eligible, and no figure. */
export const withoutFigure: Outcome = { status: 'eligible', minFen: null, maxFen: null, missing: [] }

/** The base is not known yet: from nothing to the cap, `null` where the text sets none. */
export const open = (maxFen: Fen | null, ...missing: readonly FactId[]): Outcome => ({
  status: 'eligible',
  minFen: 0,
  maxFen,
  missing,
})

/** All criteria hold, and the sum comes to nothing. */
export const nothing: Outcome = { status: 'ineligible', warnings: ['nothing_to_subsidise'] }

/** One case a fact: without it the measure is undetermined, and just this fact is missing. */
export const undecidedWithout = (...facts: readonly FactId[]): readonly MeasureCase[] =>
  facts.map((fact) => ({
    name: `不知道${factDefinitions[fact].label}`,
    change: { [fact]: undefined },
    gives: { status: 'undetermined', missing: [fact] },
  }))
