import { apply, newSubject, type StatusEvent, type SubjectState } from '@suanhui/shared/status'
import { enqueue } from '../jobs/queue'
import type { Database, Transaction } from '../stores/database'
import { keepEvent, lockByPlatformId, markEvent, type SubjectRow, saveState, waitingEvents } from '../stores/platforms'
import type { PlatformEvent, PlatformId } from './platform'
import type { PlatformWorld } from './world'

interface World {
  readonly platforms: Pick<PlatformWorld, 'statusListeners'>
  readonly clock: () => Date
}

/** Reads what was missed, at once; the poll of every half minute would find it later. */
export const CATCH_UP = 'platform-catch-up'

const eventOf = ({ eventId, sequence, occurredAt, change }: PlatformEvent): StatusEvent => ({
  eventId,
  sequence,
  occurredAt,
  change,
})

/** JSON drops what is undefined: laid over a new one, the state has every field again. */
const stateOf = ({ kind, state }: SubjectRow): SubjectState => ({ ...newSubject(kind), ...state })

/** Applies what waits for this subject, as far as its sequence has no gap. @returns whether one is left. */
export async function applyWaiting(
  transaction: Transaction,
  { platforms, clock }: World,
  platform: PlatformId,
  platformId: string,
): Promise<{ readonly gap: boolean }> {
  const subject = await lockByPlatformId(transaction, platform, platformId)
  // Its news was faster than the answer to its submission: it waits for that.
  if (subject === undefined) return { gap: false }
  let state = stateOf(subject)
  for (const row of await waitingEvents(transaction, platform, platformId)) {
    const applied = apply(state, eventOf(row.data))
    if (applied.outcome === 'out_of_order') return { gap: true }
    await markEvent(transaction, row, { subjectId: subject.id, appliedAt: clock(), outcome: applied.outcome })
    for (const { from, to } of applied.steps) {
      await saveState(transaction, subject.id, to)
      const { id: subjectId, company_id: companyId, kind: subjectKind } = subject
      for (const listen of platforms.statusListeners) {
        await listen(transaction, { subjectKind, subjectId, companyId, platform, from, to, event: row.data })
      }
    }
    state = applied.state
  }
  return { gap: false }
}

/** Takes news in, however it came: kept once, applied in its turn, the gap before it asked for. @returns whether it is new. */
export async function takeIn(
  transaction: Transaction,
  world: World,
  platform: PlatformId,
  event: PlatformEvent,
): Promise<boolean> {
  const isNew = await keepEvent(transaction, platform, event, world.clock())
  const { gap } = await applyWaiting(transaction, world, platform, event.subject.platformId)
  if (gap) {
    await enqueue(transaction, { kind: CATCH_UP, dedupeKey: `${platform} ${event.eventId}`, payload: { platform } })
  }
  return isNew
}

/** Applies what came at the very moment in which its subject became known, and was seen by neither side. */
export async function applyStranded(database: Database, world: World, platform: PlatformId): Promise<void> {
  const rows = await database.queries
    .selectFrom('platform_events as e')
    .innerJoin('platform_subjects as s', (join) =>
      join.onRef('s.platform', '=', 'e.platform').onRef('s.platform_id', '=', 'e.platform_id'),
    )
    .select('e.platform_id')
    .distinct()
    .where('e.platform', '=', platform)
    .where('e.applied_at', 'is', null)
    .execute()
  for (const { platform_id } of rows) {
    await database.transaction((transaction) => applyWaiting(transaction, world, platform, platform_id))
  }
}
