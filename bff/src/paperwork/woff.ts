import { inflateSync } from 'node:zlib'

const MAGIC = 0x774f4646
const HEAD = 44
const ENTRY = 20

/**
 * The TrueType font inside a WOFF 1 file: the tables are inflated once, for pdfkit reads them again for each glyph.
 * @throws {TypeError} where it is no WOFF.
 */
export function fontInWoff(woff: Buffer): Buffer {
  if (woff.length < HEAD || woff.readUInt32BE(0) !== MAGIC) throw new TypeError('not a WOFF font')
  const count = woff.readUInt16BE(12)
  const power = Math.floor(Math.log2(count))
  const range = 16 * 2 ** power
  const head = Buffer.alloc(12 + 16 * count)
  head.writeUInt32BE(woff.readUInt32BE(4), 0)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(range, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE(count * 16 - range, 10)
  const parts: Buffer[] = [head]
  let offset = head.length
  for (let index = 0; index < count; index += 1) {
    const entry = HEAD + index * ENTRY
    const from = woff.readUInt32BE(entry + 4)
    const packed = woff.readUInt32BE(entry + 8)
    const length = woff.readUInt32BE(entry + 12)
    const raw = woff.subarray(from, from + packed)
    const place = 12 + index * 16
    woff.copy(head, place, entry, entry + 4)
    head.writeUInt32BE(woff.readUInt32BE(entry + 16), place + 4)
    head.writeUInt32BE(offset, place + 8)
    head.writeUInt32BE(length, place + 12)
    const padding = (4 - (length % 4)) % 4
    parts.push(packed < length ? inflateSync(raw) : raw, Buffer.alloc(padding))
    offset += length + padding
  }
  return Buffer.concat(parts)
}
