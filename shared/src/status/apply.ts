import { isStatusOf, reachableFrom, stepOf, successorsOf } from './steps'
import {
  type Change,
  type CorrectionItem,
  DEPARTMENTS,
  openItems,
  type StatusEvent,
  type SubjectState,
} from './subject'

/**
 * What became of an event.
 * `applied`: it took effect. `ignored`: it was known already. `out_of_order`: earlier ones are missing, so it waits.
 * `unknown`: it says what we have no word for, or what the table does not allow; kept, and shown as the platform says it.
 */
export type ApplyOutcome = 'applied' | 'ignored' | 'unknown' | 'out_of_order'

export interface Applied {
  readonly state: SubjectState
  readonly outcome: ApplyOutcome
  /** What took effect now, in order: more than one where this event filled a gap, none where it waits. */
  readonly steps: readonly AppliedStep[]
}

export interface AppliedStep {
  readonly event: StatusEvent
  readonly outcome: 'applied' | 'unknown'
  readonly from: SubjectState
  readonly to: SubjectState
}

const resolveAll = (items: readonly CorrectionItem[], at: string): readonly CorrectionItem[] =>
  items.map((item) => (item.resolvedAt === undefined ? { ...item, resolvedAt: at } : item))

/** Items given anew replace those of the same id: a reviewer may reword one. */
const withItems = (items: readonly CorrectionItem[], more: readonly CorrectionItem[]): readonly CorrectionItem[] => [
  ...items.filter(({ id }) => !more.some((item) => item.id === id)),
  ...more,
]

/** Whether a reviewer may decide so: not while a correction is open, and a recommendation takes both departments. */
function decides(state: SubjectState, to: SubjectState['status']): boolean {
  const sendsBack = to === 'returned' || to === 'explanation_demanded' || to === 'withdrawn'
  if (stepOf(state).review && !sendsBack && openItems(state).length > 0) return false
  if (state.status === 'city_review' && to === 'recommended') {
    return DEPARTMENTS.every((department) => state.passed.includes(department))
  }
  return true
}

/** After something unknown, the platform may have gone further than we saw: any later state is believed then. */
function allowed(state: SubjectState, to: SubjectState['status']): boolean {
  if (!isStatusOf(state.kind, to)) return false
  if (successorsOf(state).includes(to)) return decides(state, to)
  if (state.unknown === undefined) return false
  const origins = state.resume === undefined ? [state.status] : [state.status, state.resume]
  return origins.some((origin) => to === origin || reachableFrom(state.kind, origin).has(to))
}

function moved(
  state: SubjectState,
  { to, items = [] }: Extract<Change, { type: 'moved' }>,
  at: string,
): SubjectState | undefined {
  if (!allowed(state, to)) return undefined
  const settled = to === 'submitted' ? resolveAll(state.items, at) : state.items
  return {
    ...state,
    status: to,
    unknown: undefined,
    // A resubmission is reviewed by both departments anew.
    passed: to === 'submitted' ? [] : state.passed,
    resume: to === 'explanation_demanded' ? state.status : undefined,
    items: withItems(settled, items),
  }
}

function passed(state: SubjectState, department: (typeof DEPARTMENTS)[number]): SubjectState | undefined {
  if (state.kind !== 'application' || state.status !== 'city_review' || openItems(state).length > 0) return undefined
  return state.passed.includes(department) ? state : { ...state, passed: [...state.passed, department].sort() }
}

/** The state after the change; undefined where the table does not allow it. */
function changed(state: SubjectState, { change, occurredAt }: StatusEvent): SubjectState | undefined {
  switch (change.type) {
    case 'moved':
      return moved(state, change, occurredAt)
    case 'passed':
      return passed(state, change.department)
    case 'item_opened':
      return { ...state, items: withItems(state.items, [change.item]) }
    case 'item_withdrawn':
      return {
        ...state,
        items: state.items.map((item) =>
          item.id === change.itemId && item.resolvedAt === undefined ? { ...item, resolvedAt: occurredAt } : item,
        ),
      }
    case 'unknown':
      return undefined
  }
}

const wordsOf = ({ change }: StatusEvent): string => {
  if (change.type === 'unknown') return change.words
  return change.type === 'moved' ? (change.note ?? change.to) : change.type
}

function take(state: SubjectState, event: StatusEvent): AppliedStep {
  const next = changed(state, event)
  const to = { ...(next ?? { ...state, unknown: wordsOf(event) }), sequence: event.sequence }
  return { event, outcome: next === undefined ? 'unknown' : 'applied', from: state, to }
}

/** Keeps what came too early, once, in the order of its turn. */
const putAside = (waiting: readonly StatusEvent[], event: StatusEvent): readonly StatusEvent[] =>
  [...waiting, event].sort((a, b) => a.sequence - b.sequence)

/**
 * Takes one piece of news in. Events count by their sequence: a repeated or late one changes nothing, one that came
 * before its turn waits until the gap is filled. So any order, and any repetition, ends where the right order ends.
 */
export function apply(state: SubjectState, event: StatusEvent): Applied {
  const known = event.sequence <= state.sequence || state.waiting.some(({ sequence }) => sequence === event.sequence)
  if (known) return { state, outcome: 'ignored', steps: [] }
  if (event.sequence > state.sequence + 1) {
    return { state: { ...state, waiting: putAside(state.waiting, event) }, outcome: 'out_of_order', steps: [] }
  }
  const first = take(state, event)
  const taken = [first]
  let now = first.to
  for (const next of state.waiting) {
    if (next.sequence !== now.sequence + 1) break
    const step = take(now, next)
    taken.push(step)
    now = step.to
  }
  const waiting = state.waiting.filter(({ sequence }) => sequence > now.sequence)
  return { state: { ...now, waiting }, outcome: first.outcome, steps: taken }
}
