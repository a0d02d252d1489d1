import { isStatusOf, successorsOf } from '@suanhui/shared/status'
import type { World } from '../world'
import { type Case, casesIn, type PlatformName } from './case'
import { eventsIn, type StoredEvent } from './events'
import { wireEvent } from './wire-event'

/** What happened to a case. One of `to`, `passed`, `itemWithdrawn`; none: a note for the platform's own history. */
export interface News {
  /** Who did it, as the history names them. */
  readonly who: string
  /** What happened, in words for the history. */
  readonly text: string
  readonly to?: string
  /** One of the city's two departments. */
  readonly passed?: 'industry' | 'finance'
  /** A correction that the reviewer took back. */
  readonly itemWithdrawn?: string
  /** The reason for the applicant, where there is one. */
  readonly reason?: string
  /** What else the product is told. */
  readonly data?: Readonly<Record<string, unknown>>
}

const lastPosition = (world: World, platform: PlatformName): number =>
  eventsIn(world.journal)
    .all()
    .reduce((last, event) => (event.platform === platform ? Math.max(last, event.position) : last), 0)

/** The table that all three systems share says where a case may go. */
function checkMove({ kind, state, before }: Case, to: string): void {
  const known = isStatusOf(kind, state) ? state : undefined
  const resume = before !== undefined && isStatusOf(kind, before) ? before : undefined
  const allowed = known === undefined ? [] : successorsOf({ kind, status: known, resume })
  if (!allowed.some((status) => status === to)) throw new Error(`${kind}: ${state} does not lead to ${to}`)
}

const changeOf = ({ to, passed, itemWithdrawn }: News): Pick<StoredEvent, 'type' | 'data'> | undefined => {
  if (to !== undefined) return { type: 'moved', data: { to } }
  if (passed !== undefined) return { type: 'passed', data: { department: passed } }
  return itemWithdrawn === undefined ? undefined : { type: 'item_withdrawn', data: { itemId: itemWithdrawn } }
}

/**
 * The one door through which a case changes: state, history, event and webhook, all in one line of the journal.
 * @throws {Error} where the table of states does not lead there.
 */
export function moveCase(world: World, changed: Case, news: News): Case {
  const { journal, clock, newId, outbox } = world
  if (news.to !== undefined) checkMove(changed, news.to)
  const now = clock()
  const state = news.to ?? changed.state
  const change = changeOf(news)
  const sequence = changed.sequence + (change === undefined ? 0 : 1)
  const line = { at: now.getTime(), who: news.who, text: news.text, state }
  const { before, ...rest } = changed
  const moved: Case = {
    ...rest,
    ...(state === 'explanation_demanded' && { before: news.to === undefined ? before : changed.state }),
    state,
    sequence,
    changedAt: now.getTime(),
    history: [...changed.history, line],
  }
  journal.commit(() => {
    casesIn(journal).put(moved.id, moved)
    if (change === undefined) return
    const event: StoredEvent = {
      eventId: newId(),
      platform: moved.platform,
      position: lastPosition(world, moved.platform) + 1,
      type: change.type,
      occurredAt: now.toISOString(),
      subject: moved.id,
      sequence,
      data: { ...news.data, ...change.data, ...(news.reason !== undefined && { note: news.reason }) },
    }
    eventsIn(journal).put(event.eventId, event)
    outbox.enqueue(moved.platform, wireEvent(event, moved))
  })
  return moved
}
