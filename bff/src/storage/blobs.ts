/** First and last byte, both included, counted from 0. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export interface BlobInfo {
  readonly size: number
  readonly modifiedAt: Date
}

/** There is nothing under this key. */
export class NoSuchBlobError extends Error {
  constructor() {
    super('there is no such blob')
    this.name = 'NoSuchBlobError'
  }
}

/** One large blob that is written part after part; nobody sees it before `complete`. */
export interface MultipartWrite {
  /** Parts from 1; S3 wants at least 5 MiB of each but the last. Repeated, the later one counts. */
  part(number: number, bytes: Uint8Array): Promise<void>
  complete(): Promise<void>
  abort(): Promise<void>
}

/**
 * Bytes by key, whole or not at all. Keys are made by the server, never by a client: a group, a slash and a name, in
 * lower-case letters, digits and hyphens. What is put is on the disk, or the object store's word is given for it, when `put` returns.
 */
export interface Blobs {
  /** Replaces what was there. A failing source leaves nothing behind. */
  put(key: string, bytes: Bytes): Promise<void>
  /** @throws {NoSuchBlobError} */
  get(key: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array>>
  stat(key: string): Promise<BlobInfo | undefined>
  /** Nothing there is no error. */
  delete(key: string): Promise<void>
  /** Keys that begin with this, in no order. */
  list(prefix: string): AsyncIterable<string>
  multipart(key: string): Promise<MultipartWrite>
  /** Removes what writes left that began before then and never came to their end. @returns how many. */
  sweepBroken(before: Date): Promise<number>
}

const KEY = /^[a-z0-9-]{1,40}\/[a-z0-9-]{1,100}$/

/** @throws {RangeError} where the key is not one the server makes. */
export function checkKey(key: string): void {
  if (!KEY.test(key)) throw new RangeError('not a key of a blob')
}
