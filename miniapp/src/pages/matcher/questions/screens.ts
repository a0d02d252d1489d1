import type { IsoDate } from '@suanhui/shared/date'
import { type Answer, match, type Session } from '@suanhui/shared/decision'
import type { Catalogue } from '@suanhui/shared/rules'
import { type AnswersState, leftOpen, timesSkipped } from '../../../stores/answers-state'

/** Questions on one screen. */
export const SCREEN = 5

/** A question left empty so often is not asked again by itself: the results still offer it. */
const ENOUGH = 3

/**
 * The facts to ask next, most useful first. What was left empty just now waits a screen, what was left empty twice
 * waits for the end. Empty when nothing more would change an answer, or nobody wants to say more.
 */
export function nextScreen(catalogue: Catalogue, state: AnswersState, on: IsoDate): readonly string[] {
  const times = timesSkipped(state)
  const just = leftOpen(state)
  const without = (stand: (fact: string) => boolean): readonly string[] => {
    // To the engine a declined fact is one that is not asked again: so these stand back, this once.
    const back = Object.fromEntries([...times.keys()].filter(stand).map((fact) => [fact, null]))
    return match(catalogue, { ...state.answers, ...back }, on).nextQuestions
  }
  const often = (fact: string, limit: number): boolean => (times.get(fact) ?? 0) >= limit
  const fresh = without((fact) => just.includes(fact) || often(fact, ENOUGH - 1))
  return (fresh.length > 0 ? fresh : without((fact) => often(fact, ENOUGH))).slice(0, SCREEN)
}

export interface Progress {
  /** Measures whose verdict is open. */
  readonly open: number
  /** Of these, the ones that this screen is sure to settle: nothing else is missing for them. */
  readonly settledHere: number
}

/** How far it is, counted and not guessed. */
export const progressOf = (answer: Answer, session: Session, screen: readonly string[]): Progress => ({
  open: answer.decisions.filter((decision) => decision.status === 'undetermined').length,
  settledHere: session.settledBy(screen),
})

/** The facts that any open measure still looks at: an answer to another changes nothing. */
export const factsThatMatter = (answer: Answer): ReadonlySet<string> =>
  new Set(answer.decisions.flatMap((decision) => decision.missing))
