import type { FactId } from '../../../facts'
import type { Fen } from '../../../money'
import type { Outcome } from '../../../rules'

export const asked = '2026-11-21'

/** The whole answer for those who qualify: the sum in fen, and every fact that could still change it. */
export const eligible = (minFen: Fen | null, maxFen: Fen | null, ...missing: FactId[]): Outcome => ({
  status: 'eligible',
  minFen,
  maxFen,
  missing,
})

export const exactly = (fen: Fen): Outcome => eligible(fen, fen)
export const upTo = (fen: Fen): Outcome => eligible(0, fen)
export const withoutSum: Outcome = eligible(null, null)

export const undetermined = (...missing: FactId[]): Outcome => ({ status: 'undetermined', missing })

export const nothing: Outcome = { status: 'ineligible', warnings: ['nothing_to_subsidise'] }
