import { type Fen, share, wan } from '@suanhui/shared/money'

/** 湘工信信息软件〔2026〕168号 三(二): at most 30% of what was settled, at most 10 million yuan. */
export const SHARE_OF_SETTLED = 0.3
export const MOST_FEN: Fen = wan(1000)

/** What the last one in line gets whose subsidy no longer fits: the rest of the budget, or nothing. */
export type LastInLine = 'rest' | 'nothing'

export interface Candidate {
  readonly id: string
  /** What the experts' scores come to, 0 to 100. */
  readonly score: number
  readonly settledFen: Fen
  /** Nobody gets more than they asked for. */
  readonly requestedFen: Fen
  readonly submittedAt: number
}

export interface Place {
  readonly id: string
  readonly rank: number
  readonly score: number
  /** Before the budget: 30%, the ceiling, and what was asked for. */
  readonly entitledFen: Fen
  readonly grantedFen: Fen
}

export const entitledFen = ({ settledFen, requestedFen }: Pick<Candidate, 'settledFen' | 'requestedFen'>): Fen =>
  Math.min(MOST_FEN, requestedFen, share(settledFen, SHARE_OF_SETTLED))

const better = (a: Candidate, b: Candidate): number =>
  b.score - a.score || a.submittedAt - b.submittedAt || (a.id < b.id ? -1 : 1)

/** In order of score, then of submission, until the budget is spent. Nobody is passed over for a smaller one behind. */
export function rank(candidates: readonly Candidate[], budgetFen: Fen, lastInLine: LastInLine): readonly Place[] {
  let left = budgetFen
  return [...candidates].sort(better).map((candidate, index) => {
    const { id, score } = candidate
    const entitled = entitledFen(candidate)
    const grantedFen = entitled <= left ? entitled : lastInLine === 'rest' ? left : 0
    left = entitled <= left ? left - entitled : 0
    return { id, rank: index + 1, score, entitledFen: entitled, grantedFen }
  })
}
