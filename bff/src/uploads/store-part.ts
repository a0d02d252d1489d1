import { createHash } from 'node:crypto'
import type { Deps } from '../deps'
import { AppError, invalidInput } from '../errors'
import { sealStream } from '../storage/sealed-stream'
import { findUpload, noteReceived } from '../stores/uploads'
import { companyKey } from './company-key'
import { noSuchUpload, partLength, partsOf } from './describe-upload'
import { partKey } from './keys'

interface Part {
  readonly companyId: string
  readonly uploadId: string
  readonly part: number
  readonly bytes: Uint8Array
  /** What the sender counted, hex. */
  readonly sha256?: string
}

const overAlready = (): AppError => new AppError('CONFLICT', '这个文件已经传完了，不用再传')

/**
 * Keeps one part, sealed. When this returns it is on the disk, whatever happens to the process. The same part again
 * replaces it.
 * @throws {AppError} NOT_FOUND, CONFLICT, INVALID_INPUT where its length or its hash is not right.
 */
export async function storePart(
  { database, vault, papers: { blobs } }: Pick<Deps, 'database' | 'vault' | 'papers'>,
  { companyId, uploadId, part, bytes, sha256 }: Part,
): Promise<void> {
  const upload = await findUpload(database.queries, companyId, uploadId)
  if (upload === undefined || part >= partsOf(upload.size)) throw noSuchUpload()
  if (upload.state !== 'open') throw overAlready()
  if (bytes.length !== partLength(upload.size, part)) {
    const message = `这一块应该正好是 ${partLength(upload.size, part)} 字节，收到的是 ${bytes.length} 字节`
    throw invalidInput([{ field: 'body', message }])
  }
  if (sha256 !== undefined && sha256.toLowerCase() !== createHash('sha256').update(bytes).digest('hex')) {
    throw invalidInput([{ field: 'x-part-sha256', message: '这一块在路上变了样，请再传一次' }])
  }
  const key = partKey(uploadId, part)
  await blobs.put(key, sealStream(await companyKey({ database, vault }, companyId), key, [bytes]))
  // Only what lies safe on the disk is noted, so that whoever sees the note finds the part.
  const noted = await database.transaction((transaction) => noteReceived(transaction, uploadId, part))
  if (!noted) {
    await blobs.delete(key)
    throw overAlready()
  }
}
