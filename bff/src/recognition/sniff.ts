/** What a file is by its own first bytes; what its name or sender says counts for nothing. */
export type FileShape = 'pdf' | 'zip' | 'xml' | 'picture' | 'heic' | 'text' | 'unknown'

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte)

const PICTURES: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
]
const isWebp = (bytes: Uint8Array): boolean => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP'

const HEIF_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']
const isHeif = (bytes: Uint8Array): boolean =>
  ascii(bytes, 4, 8) === 'ftyp' && HEIF_BRANDS.includes(ascii(bytes, 8, 12))

/** How far into a PDF its head may stand (Adobe's readers take the first 1024 bytes). */
const PDF_HEAD = 1024

/** Control characters that no text has: a binary file. */
const isText = (bytes: Uint8Array): boolean =>
  bytes.length > 0 && bytes.subarray(0, 4096).every((byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 13)

export function shapeOf(bytes: Uint8Array): FileShape {
  if (PICTURES.some((head) => startsWith(bytes, head)) || isWebp(bytes)) return 'picture'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'zip'
  if (isHeif(bytes)) return 'heic'
  const head = ascii(bytes, 0, PDF_HEAD)
  // A PDF that begins as something else is two files in one: only its plain form is taken.
  if (head.trimStart().startsWith('%PDF-')) return 'pdf'
  const text = head.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (/^<(\?xml|[A-Za-z_\x80-\xff])/.test(text) && !/^<(!doctype html|html|svg)/i.test(text)) return 'xml'
  return isText(bytes) && !text.startsWith('<') ? 'text' : 'unknown'
}
