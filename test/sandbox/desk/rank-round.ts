import { type Case, casesIn } from '../platforms/case'
import { moveCase } from '../platforms/move'
import { type Place, rank } from '../platforms/ranking'
import { currentRound } from '../platforms/round'
import type { World } from '../world'

const meanScore = ({ scores }: Case): number => {
  const given = Object.values(scores)
  return given.length === 0 ? 0 : given.reduce((sum, score) => sum + score, 0) / given.length
}

const isRechecked = ({ kind, state, passedBy }: Case): boolean =>
  kind === 'application' && state === 'province_recheck' && passedBy.includes('province')

/** What earlier rankings of the round promised already, less what was rejected since. */
const promisedFen = (cases: readonly Case[]): number =>
  cases.reduce((sum, { state, grantedFen = 0 }) => (state === 'rejected' ? sum : sum + grantedFen), 0)

/** How the rechecked applications would stand against the budget now. */
export function placesNow({ journal, clock }: World): readonly Place[] {
  const all = casesIn(journal).all()
  const { budgetFen, lastInLine } = currentRound(journal, clock())
  const candidates = all.filter(isRechecked).map((of) => ({
    id: of.id,
    score: meanScore(of),
    settledFen: of.settledFen ?? 0,
    requestedFen: of.requestedFen ?? 0,
    submittedAt: of.submittedAt,
  }))
  return rank(candidates, Math.max(0, budgetFen - promisedFen(all)), lastInLine)
}

/** Ranks them for good; each application is told its place and what it is granted. */
export function rankRound(world: World, who: string): readonly Place[] {
  const places = placesNow(world)
  world.journal.commit(() => {
    for (const { id, rank: place, grantedFen } of places) {
      const of = casesIn(world.journal).get(id)
      if (of === undefined) continue
      const data = { amountFen: grantedFen }
      moveCase(world, { ...of, rank: place, grantedFen }, { who, text: `排序第 ${place}`, to: 'ranked', data })
    }
  })
  return places
}
