import type { IsoDate } from '@suanhui/shared/date'
import { type Answer, match } from '@suanhui/shared/decision'
import type { Catalogue } from '@suanhui/shared/rules'
import type { AnswersState } from '../../../stores/answers-state'

/** Questions on one screen. */
export const SCREEN = 5

/**
 * The facts to ask next, most useful first. What was left empty before waits until nothing else is worth asking.
 * Empty when nothing more would change an answer.
 */
export function nextScreen(catalogue: Catalogue, state: AnswersState, on: IsoDate): readonly string[] {
  const open = state.screens[state.at] ?? []
  const left = [...state.skipped, ...open].filter((fact) => state.answers[fact] === undefined)
  // To the engine a declined fact is one that is not asked again: so the skipped ones stand back this once.
  const standBack = Object.fromEntries(left.map((fact) => [fact, null]))
  const fresh = match(catalogue, { ...state.answers, ...standBack }, on).nextQuestions
  const asked = fresh.length > 0 ? fresh : match(catalogue, state.answers, on).nextQuestions
  return asked.slice(0, SCREEN)
}

export interface Progress {
  /** Measures whose verdict is open. */
  readonly open: number
  /** Of these, the ones that this screen is sure to settle: nothing else is missing for them. */
  readonly settledHere: number
}

/** How far it is, counted and not guessed. */
export function progressOf(answer: Answer, screen: readonly string[]): Progress {
  const open = answer.decisions.filter((decision) => decision.status === 'undetermined')
  const settledHere = open.filter((decision) => decision.missing.every((fact) => screen.includes(fact)))
  return { open: open.length, settledHere: settledHere.length }
}

/** The facts that any open measure still looks at: an answer to another changes nothing. */
export const factsThatMatter = (answer: Answer): ReadonlySet<string> =>
  new Set(answer.decisions.flatMap((decision) => decision.missing))
