import { newSubject, type SubjectKind, type SubjectState } from '@suanhui/shared/status'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { PlatformEvent, PlatformId } from '../platforms/platform'
import type { Queries, Transaction } from './database'
import type { PlatformEventsTable, PlatformSubjectsTable } from './tables/platforms'

export type SubjectRow = Selectable<PlatformSubjectsTable>
export type EventRow = Selectable<PlatformEventsTable>

export interface NewSubject {
  readonly id: string
  readonly companyId: string
  readonly platform: PlatformId
  readonly kind: SubjectKind
}

/** Something that will be sent to a platform; it stands at `draft` until the platform reports. */
export async function addSubject(
  transaction: Transaction,
  { id, companyId, platform, kind }: NewSubject,
): Promise<void> {
  await transaction
    .insertInto('platform_subjects')
    .values({ id, company_id: companyId, platform, kind, state: JSON.stringify(newSubject(kind)) })
    .execute()
}

/** A subject of this company; undefined for those of others. */
export const findSubject = (queries: Queries, companyId: string, id: string): Promise<SubjectRow | undefined> =>
  queries
    .selectFrom('platform_subjects')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The newest first. */
export const subjectsOf = (queries: Queries, companyId: string, kind: SubjectKind): Promise<SubjectRow[]> =>
  queries
    .selectFrom('platform_subjects')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('kind', '=', kind)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()

/** Locked until the transaction ends: news of one subject is applied one after another. */
export const lockByPlatformId = (
  transaction: Transaction,
  platform: PlatformId,
  platformId: string,
): Promise<SubjectRow | undefined> =>
  transaction
    .selectFrom('platform_subjects')
    .selectAll()
    .where('platform', '=', platform)
    .where('platform_id', '=', platformId)
    .forUpdate()
    .executeTakeFirst()

export async function saveState(transaction: Transaction, id: string, state: SubjectState): Promise<void> {
  await transaction
    .updateTable('platform_subjects')
    .set({
      state: JSON.stringify(state),
      status: state.status,
      sequence: state.sequence,
      updated_at: sql<Date>`clock_timestamp()`,
    })
    .where('id', '=', id)
    .execute()
}

/** Puts news into the inbox. @returns whether it is new. */
export async function keepEvent(
  transaction: Transaction,
  platform: PlatformId,
  event: PlatformEvent,
  receivedAt: Date,
): Promise<boolean> {
  const row = await transaction
    .insertInto('platform_events')
    .values({
      platform,
      event_id: event.eventId,
      platform_id: event.subject.platformId,
      sequence: event.sequence,
      type: event.type,
      occurred_at: new Date(event.occurredAt),
      received_at: receivedAt,
      data: JSON.stringify(event),
    })
    .onConflict((conflict) => conflict.columns(['platform', 'event_id']).doNothing())
    .returning('event_id')
    .executeTakeFirst()
  return row !== undefined
}

/** What waits for its turn, by turn. */
export const waitingEvents = (
  transaction: Transaction,
  platform: PlatformId,
  platformId: string,
): Promise<EventRow[]> =>
  transaction
    .selectFrom('platform_events')
    .selectAll()
    .where('platform', '=', platform)
    .where('platform_id', '=', platformId)
    .where('applied_at', 'is', null)
    .orderBy('sequence')
    .orderBy('received_at')
    .execute()

export async function markEvent(
  transaction: Transaction,
  { platform, event_id }: Pick<EventRow, 'platform' | 'event_id'>,
  taken: { readonly subjectId: string; readonly appliedAt: Date; readonly outcome: 'applied' | 'unknown' | 'ignored' },
): Promise<void> {
  await transaction
    .updateTable('platform_events')
    .set({ subject_id: taken.subjectId, applied_at: taken.appliedAt, outcome: taken.outcome })
    .where('platform', '=', platform)
    .where('event_id', '=', event_id)
    .execute()
}

/** What a subject has gone through, in order. */
export const timelineOf = (queries: Queries, subjectId: string): Promise<EventRow[]> =>
  queries
    .selectFrom('platform_events')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .where('outcome', '!=', 'ignored')
    .orderBy('sequence')
    .execute()

/** @returns false where the nonce was used before. */
export async function useNonce(
  transaction: Transaction,
  platform: PlatformId,
  nonce: string,
  until: Date,
): Promise<boolean> {
  const row = await transaction
    .insertInto('platform_nonces')
    .values({ platform, nonce, until })
    .onConflict((conflict) => conflict.columns(['platform', 'nonce']).doNothing())
    .returning('nonce')
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets nonces that no clock would let through any more. */
export async function forgetNonces(queries: Queries, now: Date): Promise<number> {
  const { numDeletedRows } = await queries.deleteFrom('platform_nonces').where('until', '<', now).executeTakeFirst()
  return Number(numDeletedRows)
}
