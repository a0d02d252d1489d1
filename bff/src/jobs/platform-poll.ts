import { z } from 'zod'
import type { Deps } from '../deps'
import { applyStranded, CATCH_UP, takeIn } from '../platforms/inbox'
import { isPlatformId, platformIds } from '../platforms/index'
import type { PlatformId } from '../platforms/platform'
import type { Database } from '../stores/database'
import { forgetNonces } from '../stores/platforms'
import { DONE, type JobHandler, type Outcome } from './handler'
import { enqueue } from './queue'

const POLL = 'platform-poll'
const EVERY_MS = 30_000
const MOST_PAGES = 50

const Payload = z.object({ platform: z.string().refine(isPlatformId) })

type World = Pick<Deps, 'database' | 'platforms' | 'clock'>

/** Reads what happened since the last time. @returns false where the platform did not answer. */
export async function pollPlatform(world: World, id: PlatformId): Promise<boolean> {
  const { database, platforms, clock } = world
  const platform = platforms.connected[id]
  if (platform === undefined) return true
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const row = await database.queries
      .selectFrom('platform_cursors')
      .select('cursor')
      .where('platform', '=', id)
      .executeTakeFirst()
    const read = await platform.eventsAfter(row?.cursor ?? '')
    if (read.result === 'unavailable') return false
    if (read.result === 'absent') return true
    const { events, cursor } = read.value
    await database.transaction(async (transaction) => {
      for (const event of events) await takeIn(transaction, world, id, event)
      await transaction
        .insertInto('platform_cursors')
        .values({ platform: id, cursor, polled_at: clock() })
        .onConflict((conflict) => conflict.column('platform').doUpdateSet({ cursor, polled_at: clock() }))
        .execute()
    })
    if (events.length === 0 || cursor === row?.cursor) return true
  }
  return true
}

/** Every half minute, for webhooks that never came; and forgets old nonces. */
export const platformPoll = (world: World): JobHandler => ({
  kind: POLL,
  // A standing job never dies.
  attempts: Number.MAX_SAFE_INTEGER,
  async run({ payload }): Promise<Outcome> {
    const { platform } = Payload.parse(payload)
    await pollPlatform(world, platform)
    await applyStranded(world.database, world, platform)
    await forgetNonces(world.database.queries, world.clock())
    return { outcome: 'later', afterMs: EVERY_MS }
  },
})

/** At once, where a gap was seen. */
export const platformCatchUp = (world: World): JobHandler => ({
  kind: CATCH_UP,
  async run({ payload }): Promise<Outcome> {
    const read = await pollPlatform(world, Payload.parse(payload).platform)
    return read ? DONE : { outcome: 'retry', failure: 'platform unavailable' }
  },
})

/** One standing job a platform; called at every start. */
export const standPolling = (database: Database): Promise<void> =>
  database.transaction(async (transaction) => {
    for (const platform of platformIds) {
      await enqueue(transaction, { kind: POLL, dedupeKey: platform, payload: { platform } })
    }
  })
