import { checkFact, type FactScalar, type FactTable } from '@suanhui/shared/facts'

/** What was typed into a field of figures, as it was typed: kept even where it cannot be read yet. */
export interface Draft {
  readonly text: string
  readonly unit?: string
}

/** All that one person told us, and where they are in the questions. */
export interface AnswersState {
  /** By fact. `null`: asked, and they do not know. */
  readonly answers: Readonly<Record<string, FactScalar | null>>
  readonly drafts: Readonly<Record<string, Draft>>
  /** The screens of questions that were shown, each a list of facts. */
  readonly screens: readonly (readonly string[])[]
  /** Which of them is open. */
  readonly at: number
  /** Questions left empty on screens gone by, once for each time: the oftener, the later they are asked again. */
  readonly skipped: readonly string[]
  /** When it was last kept, as an ISO instant. */
  readonly savedAt?: string
}

export const noAnswers: AnswersState = { answers: {}, drafts: {}, screens: [], at: 0, skipped: [] }

/** The shape that is kept on the phone. A new shape gets a new number, and a line in {@link readAnswers}. */
export interface StoredAnswers extends AnswersState {
  readonly format: 1
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

function readDraft(value: unknown): readonly Draft[] {
  if (!isRecord(value) || typeof value.text !== 'string') return []
  return [{ text: value.text, ...(typeof value.unit === 'string' && { unit: value.unit }) }]
}

/**
 * What the phone kept, in today's shape. Facts that the table no longer has, and values it no longer takes, are left
 * out; everything else stays. What cannot be read at all gives no answers rather than a crash.
 */
export function readAnswers(stored: unknown, table: FactTable): AnswersState {
  if (!isRecord(stored) || stored.format !== 1 || !isRecord(stored.answers)) return noAnswers
  const known = (id: string): boolean => Object.hasOwn(table, id)
  const answers = Object.entries(stored.answers).filter(
    ([id, value]) => value !== undefined && checkFact(table, id, value) === undefined,
  )
  const drafts = isRecord(stored.drafts) ? Object.entries(stored.drafts) : []
  const screens = (Array.isArray(stored.screens) ? stored.screens : [])
    .map((screen) => strings(screen).filter(known))
    .filter((screen) => screen.length > 0)
  const at = typeof stored.at === 'number' && Number.isInteger(stored.at) ? stored.at : 0
  return {
    answers: Object.fromEntries(answers) as AnswersState['answers'],
    drafts: Object.fromEntries(
      drafts.flatMap(([id, draft]) => (known(id) ? readDraft(draft).map((one) => [id, one]) : [])),
    ),
    screens,
    at: Math.min(Math.max(at, 0), Math.max(screens.length - 1, 0)),
    skipped: strings(stored.skipped).filter(known),
    ...(typeof stored.savedAt === 'string' && { savedAt: stored.savedAt }),
  }
}

/** An answer given, declined (`null`) or taken back (`undefined`). Screens after the open one are asked anew. */
export function withAnswer(
  state: AnswersState,
  id: string,
  value: FactScalar | null | undefined,
  draft?: Draft,
): AnswersState {
  const { [id]: _old, ...others } = state.answers
  const { [id]: _typed, ...drafts } = state.drafts
  return {
    ...state,
    answers: value === undefined ? others : { ...others, [id]: value },
    drafts: draft === undefined ? drafts : { ...drafts, [id]: draft },
    screens: state.screens.slice(0, state.at + 1),
    skipped: state.skipped.filter((fact) => fact !== id),
  }
}

/** How often each question was left empty, the open screen counted as if one went on now. */
export function timesSkipped(state: AnswersState): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const fact of [...state.skipped, ...leftOpen(state)]) times.set(fact, (times.get(fact) ?? 0) + 1)
  return times
}

/** What of the open screen has no answer yet. */
export const leftOpen = (state: AnswersState): readonly string[] =>
  (state.screens[state.at] ?? []).filter((fact) => state.answers[fact] === undefined)

/** On to a screen: the next of those already shown, or a new one. What stayed empty on the open one is skipped for now. */
export function withNextScreen(state: AnswersState, facts: readonly string[]): AnswersState {
  if (state.screens[state.at + 1] !== undefined) return { ...state, at: state.at + 1 }
  // The end is one empty screen, not a row of them; a screen that has come up since takes its place.
  const screens = [...state.screens.filter((screen) => screen.length > 0), facts]
  return { ...state, screens, at: screens.length - 1, skipped: [...state.skipped, ...leftOpen(state)] }
}

export const withPreviousScreen = (state: AnswersState): AnswersState => ({ ...state, at: Math.max(0, state.at - 1) })

/** How many questions have an answer; "不清楚" is one too. */
export const answeredCount = (state: AnswersState): number => Object.keys(state.answers).length
