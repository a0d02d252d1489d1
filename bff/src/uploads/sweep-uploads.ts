import type { Deps } from '../deps'
import { DONE, type JobHandler } from '../jobs/handler'

const DAY_MS = 24 * 3_600_000
/** After so long nobody comes back to an upload; one that ended is remembered as long, for clients that ask again. */
export const KEPT_OPEN_MS = 7 * DAY_MS
export const SWEEP_UPLOADS = 'sweep_uploads'

type World = Pick<Deps, 'database' | 'papers' | 'clock'>

/** So many in one run; the next day's takes the others. */
const MOST_SWEPT = 10_000

/** Bytes that no row knows, left by a crash. Young ones may be on their way into the table. */
async function sweepBlobs({ database: { queries }, papers: { blobs }, clock }: World): Promise<number> {
  const before = clock().getTime() - DAY_MS
  const ID = /^[a-z]+\/([0-9a-f-]{36})/
  let swept = 0
  for (const [group, table] of [
    ['parts', 'uploads'],
    ['files', 'files'],
    ['views', 'files'],
    ['thumbs', 'files'],
  ] as const) {
    for await (const key of blobs.list(`${group}/`)) {
      const id = ID.exec(key)?.[1]
      if (id === undefined) continue
      const known = await queries.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
      const info = known ? undefined : await blobs.stat(key)
      if (info === undefined || info.modifiedAt.getTime() > before) continue
      await blobs.delete(key)
      swept += 1
      if (swept >= MOST_SWEPT) return swept
    }
  }
  return swept
}

/** Forgets uploads that were left lying, and removes bytes that nothing refers to. */
export async function sweepUploads(world: World): Promise<{ readonly uploads: number; readonly blobs: number }> {
  const { numDeletedRows } = await world.database.queries
    .deleteFrom('uploads')
    .where('created_at', '<', new Date(world.clock().getTime() - KEPT_OPEN_MS))
    .executeTakeFirst()
  const broken = await world.papers.blobs.sweepBroken(new Date(world.clock().getTime() - DAY_MS))
  return { uploads: Number(numDeletedRows), blobs: broken + (await sweepBlobs(world)) }
}

export const sweepUploadsJob = (world: World & Pick<Deps, 'log'>): JobHandler => ({
  kind: SWEEP_UPLOADS,
  atOnce: 1,
  leaseMs: 600_000,
  async run() {
    world.log.info(await sweepUploads(world), 'uploads swept')
    return DONE
  },
})
