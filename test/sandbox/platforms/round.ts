import { wan } from '@suanhui/shared/money'
import { z } from 'zod'
import type { Journal } from '../journal'

/** The year's one application round. */
export const Round = z.object({
  id: z.string(),
  name: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  budgetFen: z.number().int().min(0),
  lastInLine: z.enum(['rest', 'nothing']),
})
export type Round = z.infer<typeof Round>

export const roundsIn = (journal: Journal) => journal.collection('rounds', Round)

const CURRENT = 'current'

const yearOf = (now: Date): number => new Date(now.getTime() + 8 * 3_600_000).getUTCFullYear()

/** Open in the year of the sandbox's clock, unless the desk changed it. */
export const currentRound = (journal: Journal, now: Date): Round => {
  const year = yearOf(now)
  return (
    roundsIn(journal).get(CURRENT) ?? {
      id: `hunan-${year}`,
      name: `湖南省${year}年度算力补贴集中申报`,
      opensOn: `${year}-01-01`,
      closesOn: `${year}-12-31`,
      budgetFen: wan(3000),
      lastInLine: 'rest',
    }
  )
}

export const changeRound = (journal: Journal, round: Round): void =>
  journal.commit(() => roundsIn(journal).put(CURRENT, round))
