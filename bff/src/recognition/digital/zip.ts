import { inflateRawSync } from 'node:zlib'
import { UnreadableFileError } from '../unreadable-file'
import { type ZipEntry, zipEntries } from './zip-directory'

const STORED = 0
const DEFLATED = 8

/** A ZIP that is open: entries are inflated when they are asked for, and never beyond the size that they claim. */
export class ZipFile {
  private readonly entries: ReadonlyMap<string, ZipEntry>

  /** @throws {UnreadableFileError} broken, or hostile. */
  constructor(private readonly file: Uint8Array) {
    this.entries = new Map(zipEntries(file).map((entry) => [entry.name, entry]))
  }

  get names(): readonly string[] {
    return [...this.entries.keys()]
  }

  /**
   * The bytes of an entry; undefined where there is none.
   * @throws {UnreadableFileError} encrypted; broken; hostile where more comes out than was claimed.
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name)
    if (!entry) return undefined
    if (entry.encrypted) throw new UnreadableFileError('encrypted')
    const packed = this.file.subarray(entry.dataFrom, entry.dataFrom + entry.packedBytes)
    if (packed.length !== entry.packedBytes) throw new UnreadableFileError('broken')
    if (entry.method === STORED) return packed
    if (entry.method !== DEFLATED) throw new UnreadableFileError('unknown_type')
    return inflated(packed, entry.bytes)
  }
}

function inflated(packed: Uint8Array, bytes: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) })
  } catch (cause) {
    const tooLong = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    throw new UnreadableFileError(tooLong ? 'hostile' : 'broken', { cause })
  }
}
