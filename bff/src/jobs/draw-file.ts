import { z } from 'zod'
import type { Deps } from '../deps'
import type { DrawnFile } from '../drawing/sheet'
import { UnreadableFileError } from '../recognition/unreadable-file'
import { DRAW_FILE, isDrawn } from '../services/papers/draw-file-job'
import { sealStream } from '../storage/sealed-stream'
import type { FileRow } from '../stores/papers'
import { companyKey } from '../uploads/company-key'
import { fileKey, keysOfFile, sheetKey } from '../uploads/keys'
import { readWhole } from '../uploads/read-whole'
import { DONE, type JobHandler } from './handler'

type World = Pick<Deps, 'database' | 'vault' | 'papers'>

const Payload = z.object({ companyId: z.string(), fileId: z.string() })
type Payload = z.output<typeof Payload>

const ATTEMPTS = 3
const LEASE_MS = 300_000
const NOTHING: DrawnFile = { sheets: [], redrawn: false }

/** Nothing where the file is damaged, locked, or too much: a person opens the original then. */
async function drawn(world: World, ownerKey: Uint8Array, file: FileRow): Promise<DrawnFile> {
  try {
    return await world.papers.draw(await readWhole(world.papers.blobs, ownerKey, fileKey(file.id), file.size))
  } catch (error) {
    if (error instanceof UnreadableFileError) return NOTHING
    throw error
  }
}

/** Notes the pictures once they lie on the disk. @returns false where the file was deleted meanwhile. */
async function note({ database }: World, fileId: string, { sheets, redrawn }: DrawnFile): Promise<boolean> {
  const sizes = sheets.map(({ width, height }) => ({ width, height }))
  const { numUpdatedRows } = await database.queries
    .updateTable('files')
    .set({ sheets: JSON.stringify(sizes), redrawn })
    .where('id', '=', fileId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function drawFile(world: World, { companyId, fileId }: Payload): Promise<void> {
  const file = await world.database.queries
    .selectFrom('files')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', fileId)
    .executeTakeFirst()
  if (file === undefined || file.sheets !== null || !isDrawn(file)) return
  const ownerKey = await companyKey(world, companyId)
  const { blobs } = world.papers
  const done = await drawn(world, ownerKey, file)
  for (const [index, sheet] of done.sheets.entries()) {
    for (const size of ['view', 'thumb'] as const) {
      const key = sheetKey(fileId, index, size)
      await blobs.put(key, sealStream(ownerKey, key, [sheet[size]]))
    }
  }
  if (await note(world, fileId, done)) return
  for (const key of keysOfFile(fileId, done.sheets.length)) await blobs.delete(key)
}

/** Makes the pages of a PDF or OFD pictures, in the background: the person confirms beside them. */
export const drawFileJob = (world: World): JobHandler => ({
  kind: DRAW_FILE,
  attempts: ATTEMPTS,
  leaseMs: LEASE_MS,
  // The file lies in memory while it is drawn.
  atOnce: 1,
  async run(job) {
    const payload = Payload.parse(job.payload)
    try {
      await drawFile(world, payload)
    } catch (error) {
      if (job.attempts < ATTEMPTS) throw error
      await note(world, payload.fileId, NOTHING)
      return { outcome: 'dead', failure: error instanceof Error ? error.name : 'unknown failure' }
    }
    return DONE
  },
})
