import type { CompletedUpload } from '@suanhui/shared/api'
import type { Deps } from '../deps'
import { AppError } from '../errors'
import { enqueue } from '../jobs/queue'
import { attachFile } from '../services/papers/attach-file'
import { DRAW_FILE, isDrawn } from '../services/papers/draw-file-job'
import { type Blobs, NoSuchBlobError } from '../storage/blobs'
import { DamagedFileError } from '../storage/sealed-stream'
import type { Queries } from '../stores/database'
import { findUpload, lockCompany, receivedParts, type UploadRow } from '../stores/uploads'
import { type Assembled, assemble } from './assemble'
import { companyKey } from './company-key'
import { noSuchUpload, partsOf } from './describe-upload'
import { examineStored, type StoredFile } from './examine-stored'
import { keysOfFile, partKey } from './keys'
import { scanStored } from './scan-stored'

type World = Pick<Deps, 'database' | 'vault' | 'newId' | 'papers' | 'wakeJobs' | 'clock'>

export const refusedFile = (refusal: string): AppError => new AppError('UNSUPPORTED_MEDIA_TYPE', refusal)

/** What an upload that has ended answers, however often it is asked; undefined while it is open. */
async function answerOf(queries: Queries, upload: UploadRow): Promise<CompletedUpload | undefined> {
  if (upload.state === 'open') return undefined
  if (upload.state === 'refused') throw refusedFile(upload.refusal ?? '')
  const file = await queries
    .selectFrom('files')
    .select(['id', 'sha256'])
    .where('id', '=', upload.file_id ?? '')
    .executeTakeFirst()
  if (file === undefined || upload.paper_id === null) throw noSuchUpload()
  return { paperId: upload.paper_id, fileId: file.id, sha256: file.sha256, already: upload.already ?? false }
}

/** Which whole hash the sender counted otherwise. */
function wrongHash(upload: UploadRow, { sha1, sha256 }: Assembled): 'sha1' | 'sha256' | undefined {
  if (upload.sha256 !== null && upload.sha256 !== sha256) return 'sha256'
  if (upload.sha1 !== null && upload.sha1 !== sha1) return 'sha1'
  return undefined
}

export async function deleteParts(blobs: Blobs, { id, size }: Pick<UploadRow, 'id' | 'size'>): Promise<void> {
  for (let part = 0; part < partsOf(size); part += 1) await blobs.delete(partKey(id, part))
}

const deleteFile = async (blobs: Blobs, fileId: string): Promise<void> => {
  for (const key of keysOfFile(fileId)) await blobs.delete(key)
}

/**
 * What was put together is not what was sent: all parts have to come anew. Unless another call completed it meanwhile and
 * took the parts away: then its answer is this one's.
 */
async function startAgain({ database, papers }: World, upload: UploadRow, field: string): Promise<CompletedUpload> {
  const now = await findUpload(database.queries, upload.company_id, upload.id)
  const answered = now && (await answerOf(database.queries, now))
  if (answered) return answered
  await database.queries.deleteFrom('upload_parts').where('upload_id', '=', upload.id).execute()
  await deleteParts(papers.blobs, upload)
  throw new AppError('CONFLICT', '文件在路上变了样，请重新上传', {
    fields: [{ field, message: '收到的和手机上的不一样，要从头传' }],
  })
}

const isDamaged = (error: unknown): boolean => error instanceof DamagedFileError || error instanceof NoSuchBlobError

/** A part that the storage gives back otherwise than it was is asked for once more; undefined where it stays so. */
async function assembledTwice(
  world: World,
  upload: UploadRow,
  { ownerKey, fileId, parts }: { readonly ownerKey: Uint8Array; readonly fileId: string; readonly parts: number },
): Promise<Assembled | undefined> {
  const once = () => assemble(world.papers.blobs, ownerKey, { uploadId: upload.id, fileId, parts })
  try {
    return await once().catch((error: unknown) => {
      if (isDamaged(error)) return once()
      throw error
    })
  } catch (error) {
    if (isDamaged(error)) return undefined
    throw error
  }
}

async function refuse({ database, papers }: World, upload: UploadRow, refusal: string): Promise<never> {
  await database.queries
    .updateTable('uploads')
    .set({ state: 'refused', refusal })
    .where('id', '=', upload.id)
    .where('state', '=', 'open')
    .execute()
  await deleteParts(papers.blobs, upload)
  throw refusedFile(refusal)
}

/** Writes down that the file is there, and makes it a paper; another call may have been faster. */
function record(world: World, upload: UploadRow, file: StoredFile): Promise<CompletedUpload> {
  return world.database.transaction(async (transaction) => {
    await lockCompany(transaction, upload.company_id)
    const now = await findUpload(transaction, upload.company_id, upload.id)
    if (now === undefined) throw noSuchUpload()
    const answered = await answerOf(transaction, now)
    if (answered) return answered
    const stored = await transaction
      .insertInto('files')
      .values({
        id: file.id,
        company_id: upload.company_id,
        sha256: file.sha256,
        size: file.size,
        media_type: file.mediaType,
        view_width: file.view?.width ?? null,
        view_height: file.view?.height ?? null,
        sheets: null,
      })
      .onConflict((conflict) => conflict.columns(['company_id', 'sha256']).doNothing())
      .returning('id')
      .executeTakeFirst()
    // The one it repeats was deleted this moment: once more, and it is looked into as a new one.
    if (stored && file.known) throw new AppError('CONFLICT', '请再试一次')
    const kept = await transaction
      .selectFrom('files')
      .select('id')
      .where('company_id', '=', upload.company_id)
      .where('sha256', '=', file.sha256)
      .executeTakeFirstOrThrow()
    const paperId = await attachFile(world, transaction, now, kept.id)
    if (stored && isDrawn({ media_type: file.mediaType, size: file.size })) {
      const payload = { companyId: upload.company_id, fileId: kept.id }
      await enqueue(transaction, { kind: DRAW_FILE, dedupeKey: kept.id, payload })
    }
    const already = stored === undefined
    await transaction
      .updateTable('uploads')
      .set({ state: 'complete', paper_id: paperId, file_id: kept.id, already })
      .where('id', '=', upload.id)
      .execute()
    return { paperId, fileId: kept.id, sha256: file.sha256, already }
  })
}

const missing = (parts: readonly number[]): AppError =>
  new AppError('CONFLICT', `还有 ${parts.length} 块没有收到，请接着传`, {
    fields: parts.map((part) => ({ field: `parts.${part}`, message: '这一块还没有收到' })),
  })

/**
 * Makes a paper of an upload whose parts are all there. May be asked again, also at the same time: the answer is one.
 * @throws {AppError} CONFLICT parts are missing (listed in `fields`) or the hash is wrong; UNSUPPORTED_MEDIA_TYPE with
 * words on what is wrong with the file; BUSY while nobody looks for viruses.
 */
export async function completeUpload(world: World, companyId: string, uploadId: string): Promise<CompletedUpload> {
  const { database, newId, papers } = world
  const { blobs } = papers
  const upload = await findUpload(database.queries, companyId, uploadId)
  if (upload === undefined) throw noSuchUpload()
  const answered = await answerOf(database.queries, upload)
  if (answered) return answered
  const parts = partsOf(upload.size)
  const received = new Set(await receivedParts(database.queries, uploadId))
  if (received.size < parts) {
    throw missing(Array.from({ length: parts }, (_, part) => part).filter((part) => !received.has(part)))
  }
  const ownerKey = await companyKey(world, companyId)
  const fileId = newId()
  let answer: CompletedUpload | undefined
  let recording = false
  try {
    const assembled = await assembledTwice(world, upload, { ownerKey, fileId, parts })
    const wrong = assembled === undefined ? 'sha256' : wrongHash(upload, assembled)
    if (assembled === undefined || wrong !== undefined) return await startAgain(world, upload, wrong ?? 'sha256')
    const virus = await scanStored(world, upload, { ownerKey, fileId })
    if (virus !== undefined) return await refuse(world, upload, virus)
    const file = await examineStored(world, { companyId, ownerKey, fileId, assembled })
    if ('refusal' in file) return await refuse(world, upload, file.refusal)
    recording = true
    answer = await record(world, upload, file)
  } finally {
    // Where the connection broke off at the commit, the row may be there: its bytes are left to the sweep, which looks.
    if (answer ? answer.fileId !== fileId : !recording) await deleteFile(blobs, fileId)
  }
  await deleteParts(blobs, upload)
  world.wakeJobs()
  return answer
}
