import { unreadableWords } from '@suanhui/shared/papers'
import type { Deps } from '../deps'
import { limits } from '../recognition/limits'
import { shapeOf } from '../recognition/sniff'
import { sealStream } from '../storage/sealed-stream'
import type { Assembled } from './assemble'
import type { Examined } from './examined'
import { fileKey, viewKey } from './keys'
import { readHead, readWhole } from './read-whole'

export interface StoredFile extends Pick<Assembled, 'sha256' | 'size'> {
  readonly id: string
  readonly mediaType: string
  /** Its bytes lie there already, under another id. */
  readonly known: boolean
  readonly view?: { readonly width: number; readonly height: number }
}

interface Given {
  readonly companyId: string
  readonly ownerKey: Uint8Array
  readonly fileId: string
  readonly assembled: Assembled
}

const HEAD_BYTES = 4096
const LARGE_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  zip: 'application/zip',
  text: 'text/plain',
}

/** Larger files are kept as evidence and handed out as they came; nothing opens them here, so nothing decodes them. */
async function examineLarge({ papers: { blobs } }: Pick<Deps, 'papers'>, given: Given): Promise<Examined> {
  const head = await readHead(blobs, given.ownerKey, fileKey(given.fileId), HEAD_BYTES)
  const shape = shapeOf(head)
  const mediaType = LARGE_TYPES[shape]
  if (mediaType !== undefined) return { accepted: true, mediaType }
  const reason = shape === 'picture' || shape === 'xml' ? 'too_large' : shape === 'heic' ? 'heic' : 'unknown_type'
  return { accepted: false, refusal: unreadableWords[reason] }
}

/** Looks into an assembled file, and puts the pictures to look at beside it. */
export async function examineStored(
  { database, papers }: Pick<Deps, 'database' | 'papers'>,
  given: Given,
): Promise<StoredFile | { readonly refusal: string }> {
  const { ownerKey, fileId, assembled, companyId } = given
  const { sha256, size } = assembled
  const known = await database.queries
    .selectFrom('files')
    .select(['media_type', 'view_width', 'view_height'])
    .where('company_id', '=', companyId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  // The same bytes were looked at before, and will not be stored again.
  if (known) return { id: fileId, sha256, size, mediaType: known.media_type, known: true }
  const load = () => readWhole(papers.blobs, ownerKey, fileKey(fileId), size)
  const examined = size > limits.fileBytes ? await examineLarge({ papers }, given) : await papers.examine(load)
  if (!examined.accepted) return { refusal: examined.refusal }
  for (const name of ['view', 'thumb'] as const) {
    const picture = examined[name]
    const key = viewKey(fileId, name)
    if (picture) await papers.blobs.put(key, sealStream(ownerKey, key, [picture.bytes]))
  }
  const { mediaType, view } = examined
  return {
    id: fileId,
    sha256,
    size,
    mediaType,
    known: false,
    ...(view && { view: { width: view.width, height: view.height } }),
  }
}
