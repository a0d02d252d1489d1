import { createHash } from 'node:crypto'
import type { Blobs } from '../storage/blobs'
import { openStream, sealStream } from '../storage/sealed-stream'
import { fileKey, partKey } from './keys'

export interface Assembled {
  readonly sha256: string
  readonly sha1: string
  readonly size: number
}

/** Puts the parts together into one sealed file, with memory for a few frames, and counts its hashes on the way. */
export async function assemble(
  blobs: Blobs,
  ownerKey: Uint8Array,
  { uploadId, fileId, parts }: { readonly uploadId: string; readonly fileId: string; readonly parts: number },
): Promise<Assembled> {
  const sha256 = createHash('sha256')
  const sha1 = createHash('sha1')
  let size = 0
  async function* clear(): AsyncIterable<Uint8Array> {
    for (let part = 0; part < parts; part += 1) {
      const key = partKey(uploadId, part)
      for await (const chunk of openStream(ownerKey, key, await blobs.get(key))) {
        sha256.update(chunk)
        sha1.update(chunk)
        size += chunk.length
        yield chunk
      }
    }
  }
  await blobs.put(fileKey(fileId), sealStream(ownerKey, fileKey(fileId), clear()))
  return { sha256: sha256.digest('hex'), sha1: sha1.digest('hex'), size }
}
