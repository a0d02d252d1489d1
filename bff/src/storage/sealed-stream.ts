import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Bytes } from './blobs'

/*
 * A file at rest: magic, salt, then frames of 64 KiB, each sealed by AES-256-GCM with its number and whether it is the
 * last one in the nonce (the STREAM construction). A frame that is changed, missing, moved or doubled is noticed, and so
 * is an end that came early. The key is derived from the owner's key and a fresh salt, so that no nonce is used twice.
 */

const MAGIC = Buffer.from('SHT1')
const SALT_BYTES = 32
const TAG_BYTES = 16
const FRAME_BYTES = 64 * 1024
const HEAD_BYTES = MAGIC.length + SALT_BYTES

/** What is stored is not what was sealed here: changed, cut off, or under another key or place. */
export class DamagedFileError extends Error {
  constructor() {
    super('a sealed file is damaged or stands in a wrong place')
    this.name = 'DamagedFileError'
  }
}

const keyFor = (ownerKey: Uint8Array, salt: Uint8Array, place: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', ownerKey, salt, `suanhuitong file ${place}`, 32))

function nonceOf(frame: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(frame, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Pieces of exactly `size` bytes; the last one is shorter or empty, and marked. */
async function* pieces(bytes: Bytes, size: number): AsyncIterable<{ readonly piece: Buffer; readonly last: boolean }> {
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of bytes) {
    held.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    length += chunk.length
    // One byte more than a piece must be there before it is known not to be the last one.
    if (length <= size) continue
    let all = Buffer.concat(held)
    while (all.length > size) {
      yield { piece: all.subarray(0, size), last: false }
      all = all.subarray(size)
    }
    held = [all]
    length = all.length
  }
  yield { piece: Buffer.concat(held), last: true }
}

/** Seals for one place, with memory for a few frames. */
export async function* sealStream(ownerKey: Uint8Array, place: string, clear: Bytes): AsyncIterable<Uint8Array> {
  const salt = randomBytes(SALT_BYTES)
  const key = keyFor(ownerKey, salt, place)
  yield Buffer.concat([MAGIC, salt])
  let frame = 0
  for await (const { piece, last } of pieces(clear, FRAME_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(frame++, last))
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
  }
}

function openFrame(key: Uint8Array, nonce: Uint8Array, sealed: Buffer): Buffer {
  if (sealed.length < TAG_BYTES) throw new DamagedFileError()
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()])
  } catch {
    throw new DamagedFileError()
  }
}

async function* withoutHead(sealed: Bytes, take: (head: Buffer) => void): AsyncIterable<Uint8Array> {
  let head: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of sealed) {
    if (head === undefined) {
      yield chunk
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < HEAD_BYTES) continue
    take(head.subarray(0, HEAD_BYTES))
    yield head.subarray(HEAD_BYTES)
    head = undefined
  }
  if (head !== undefined) throw new DamagedFileError()
}

/** @throws {DamagedFileError} before the first byte of a frame that is not as it was sealed. */
export async function* openStream(ownerKey: Uint8Array, place: string, sealed: Bytes): AsyncIterable<Uint8Array> {
  let key: Uint8Array | undefined
  const frames = withoutHead(sealed, (head) => {
    if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new DamagedFileError()
    key = keyFor(ownerKey, head.subarray(MAGIC.length), place)
  })
  let frame = 0
  for await (const { piece, last } of pieces(frames, FRAME_BYTES + TAG_BYTES)) {
    if (key === undefined) throw new DamagedFileError()
    yield openFrame(key, nonceOf(frame++, last), piece)
  }
}
