import { z } from 'zod'
import type { Journal } from '../journal'
import { PlatformName } from './case'

/** News of a case, kept for those who ask later. */
export const StoredEvent = z.object({
  eventId: z.string(),
  platform: PlatformName,
  /** Its place among all events of the platform, from 1. */
  position: z.number().int(),
  type: z.enum(['moved', 'passed', 'item_withdrawn']),
  occurredAt: z.string(),
  subject: z.string(),
  sequence: z.number().int(),
  data: z.record(z.string(), z.unknown()),
})
export type StoredEvent = z.infer<typeof StoredEvent>

export const eventsIn = (journal: Journal) => journal.collection('events', StoredEvent)

/** The platform's events behind a position, oldest first. */
export const eventsAfter = (
  journal: Journal,
  platform: PlatformName,
  position: number,
  limit: number,
): readonly StoredEvent[] =>
  eventsIn(journal)
    .all()
    .filter((event) => event.platform === platform && event.position > position)
    .slice(0, limit)
