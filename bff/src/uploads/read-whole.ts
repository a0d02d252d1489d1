import type { Blobs } from '../storage/blobs'
import { openStream } from '../storage/sealed-stream'

/** A sealed blob, opened, in one piece that owns its memory (so that it can be handed to a thread). */
export async function readWhole(
  blobs: Blobs,
  ownerKey: Uint8Array,
  key: string,
  size: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(size)
  let at = 0
  for await (const chunk of openStream(ownerKey, key, await blobs.get(key))) {
    if (at + chunk.length > size) throw new RangeError('a file is longer than it was')
    whole.set(chunk, at)
    at += chunk.length
  }
  if (at !== size) throw new RangeError('a file is shorter than it was')
  return whole
}

/** The first bytes, at least as many as asked for where there are so many. */
export async function readHead(blobs: Blobs, ownerKey: Uint8Array, key: string, bytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of openStream(ownerKey, key, await blobs.get(key))) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= bytes) break
  }
  return new Uint8Array(Buffer.concat(chunks))
}
