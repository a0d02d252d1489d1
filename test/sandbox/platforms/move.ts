import type { World } from '../world'
import { type Case, casesIn, type PlatformName } from './case'
import { eventsIn, type StoredEvent } from './events'

export interface News {
  /** Who did it, as the history names them. */
  readonly who: string
  /** What happened, in words for the history. */
  readonly text: string
  /** Absent: the state stays, and the product hears of it all the same. */
  readonly to?: string
  /** The reason for the applicant, where there is one. */
  readonly reason?: string
  /** What else the product is told. */
  readonly data?: Readonly<Record<string, unknown>>
  /** Only for the platform's own history: the product is told nothing. */
  readonly quiet?: boolean
}

const lastPosition = (world: World, platform: PlatformName): number =>
  eventsIn(world.journal)
    .all()
    .reduce((last, event) => (event.platform === platform ? Math.max(last, event.position) : last), 0)

/** The one door through which a case changes: state, history, event and webhook, all in one line of the journal. */
export function moveCase(world: World, changed: Case, news: News): Case {
  const { journal, clock, newId, outbox } = world
  const now = clock()
  const state = news.to ?? changed.state
  const sequence = changed.sequence + (news.quiet ? 0 : 1)
  const line = { at: now.getTime(), who: news.who, text: news.text, state }
  const moved: Case = { ...changed, state, sequence, changedAt: now.getTime(), history: [...changed.history, line] }
  journal.commit(() => {
    casesIn(journal).put(moved.id, moved)
    if (news.quiet) return
    const event: StoredEvent = {
      eventId: newId(),
      platform: moved.platform,
      position: lastPosition(world, moved.platform) + 1,
      type: `${moved.kind}.${state}`,
      occurredAt: now.toISOString(),
      subject: moved.id,
      sequence,
      data: { ...news.data, state, ...(news.reason !== undefined && { reason: news.reason }) },
    }
    eventsIn(journal).put(event.eventId, event)
    outbox.enqueue(moved.platform, event)
  })
  return moved
}
