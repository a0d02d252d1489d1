import { limits } from '../limits'
import { UnreadableFileError } from '../unreadable-file'

/** What the central directory of a ZIP says about one entry. */
export interface ZipEntry {
  readonly name: string
  readonly encrypted: boolean
  /** 0 stored, 8 deflated; nothing else is taken. */
  readonly method: number
  readonly packedBytes: number
  readonly bytes: number
  readonly dataFrom: number
}

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
/** The longest comment behind the end of a ZIP. */
const LONGEST_COMMENT = 0xffff
const DIRECTORY_LENGTH = 46
const LOCAL_LENGTH = 30
const UTF8_FLAG = 0x800

const broken = (cause?: unknown): UnreadableFileError => new UnreadableFileError('broken', { cause })
const hostile = (): UnreadableFileError => new UnreadableFileError('hostile')

function endOf(view: DataView): number {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
    if (view.getUint32(at, true) === END) return at
  }
  throw broken()
}

/** Names are UTF-8 where the flag says so; old Chinese tools wrote GB18030 without saying anything. */
function nameOf(bytes: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    if (utf8) throw broken()
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** A name that leads out of its folder, or that two systems would read differently. */
const isTricky = (name: string): boolean =>
  name.split(/[\\/]/).includes('..') || /^[\\/]|^[A-Za-z]:/.test(name) || [...name].some((one) => one < ' ')

function entryAt(file: Uint8Array, view: DataView, at: number): ZipEntry & { readonly next: number } {
  if (view.getUint32(at, true) !== DIRECTORY) throw broken()
  const flags = view.getUint16(at + 8, true)
  const nameLength = view.getUint16(at + 28, true)
  const local = view.getUint32(at + 42, true)
  if (view.getUint32(local, true) !== LOCAL) throw broken()
  const name = nameOf(
    file.subarray(at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + nameLength),
    (flags & UTF8_FLAG) !== 0,
  )
  if (isTricky(name)) throw hostile()
  return {
    name,
    encrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    packedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    dataFrom: local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
    next: at + DIRECTORY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
  }
}

/** Small files that claim to be large, or too many of them. */
function assertModest(entries: readonly ZipEntry[]): void {
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0)
  const packed = entries.reduce((sum, { packedBytes }) => sum + packedBytes, 0)
  if (total > limits.zipBytes || entries.some(({ bytes }) => bytes > limits.zipEntryBytes)) throw hostile()
  if (total > limits.zipRatioFromBytes && total > packed * limits.zipRatio) throw hostile()
  // Entries that share their packed bytes are how 40 KB become a petabyte.
  const places = [...entries].sort((a, b) => a.dataFrom - b.dataFrom)
  places.forEach(({ dataFrom, packedBytes }, index) => {
    const next = places[index + 1]
    if (next && dataFrom + packedBytes > next.dataFrom) throw hostile()
  })
}

/**
 * The entries of a ZIP, folders left out, before anything is inflated.
 * @throws {UnreadableFileError} broken, or hostile: names that lead elsewhere, bombs, entries that overlap.
 */
export function zipEntries(file: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  try {
    const end = endOf(view)
    const count = view.getUint16(end + 10, true)
    if (count > limits.zipEntries) throw hostile()
    const entries: ZipEntry[] = []
    let at = view.getUint32(end + 16, true)
    for (let index = 0; index < count; index++) {
      const { next, ...entry } = entryAt(file, view, at)
      entries.push(entry)
      at = next
    }
    assertModest(entries)
    const files = entries.filter(({ name }) => !/[\\/]$/.test(name))
    if (new Set(files.map(({ name }) => name)).size !== files.length) throw hostile()
    return files
  } catch (cause) {
    if (cause instanceof RangeError) throw broken(cause)
    throw cause
  }
}
