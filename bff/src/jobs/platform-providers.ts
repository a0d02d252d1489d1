import { z } from 'zod'
import type { Deps } from '../deps'
import { isPlatformId, platformIds } from '../platforms/index'
import type { PlatformId, Provider } from '../platforms/platform'
import type { Database } from '../stores/database'
import { replaceProviders } from '../stores/platforms-providers'
import type { JobHandler, Outcome } from './handler'
import { enqueue } from './queue'

const PROVIDERS = 'platform-providers'
const EVERY_MS = 6 * 3_600_000
const AGAIN_MS = 60_000
const MOST_PAGES = 100

const Payload = z.object({ platform: z.string().refine(isPlatformId) })
type World = Pick<Deps, 'database' | 'platforms' | 'clock'>

/** Reads a platform's whole registry. @returns false where it did not answer: what we had stays. */
export async function refreshProviders({ database, platforms, clock }: World, id: PlatformId): Promise<boolean> {
  const platform = platforms.connected[id]
  if (platform === undefined) return false
  const found: Provider[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read = await platform.listProviders(cursor)
    if (read.result === 'absent') return true
    if (read.result === 'unavailable') return false
    found.push(...read.value.providers)
    if (read.value.cursor === null) break
    cursor = read.value.cursor
  }
  await database.transaction((transaction) => replaceProviders(transaction, id, found, clock()))
  return true
}

export const platformProviders = (world: World): JobHandler => ({
  kind: PROVIDERS,
  // A standing job never dies.
  attempts: Number.MAX_SAFE_INTEGER,
  leaseMs: 5 * 60_000,
  async run({ payload }): Promise<Outcome> {
    const fresh = await refreshProviders(world, Payload.parse(payload).platform)
    return { outcome: 'later', afterMs: fresh ? EVERY_MS : AGAIN_MS }
  },
})

/** One standing job a platform; called at every start. */
export const standProviders = (database: Database): Promise<void> =>
  database.transaction(async (transaction) => {
    for (const platform of platformIds) {
      await enqueue(transaction, { kind: PROVIDERS, dedupeKey: platform, payload: { platform } })
    }
  })
