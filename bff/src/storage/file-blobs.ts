import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Blobs, type Bytes, checkKey, NoSuchBlobError } from './blobs'

const PART_SUFFIX = '.part'

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** What stands in a directory counts as written only when the directory is on the disk, too. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** Makes the directory and puts each new one on the disk, from the root down. */
async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let at = path; at.length >= first.length; at = dirname(at)) await syncDirectory(dirname(at))
}

async function writeAll(file: FileHandle, bytes: Bytes): Promise<void> {
  for await (const chunk of bytes) {
    for (let written = 0; written < chunk.length; ) {
      written += (await file.write(chunk, written)).bytesWritten
    }
  }
}

/**
 * Blobs in a directory: `root/group/ab/name`, the letters from the name's hash so that no directory grows large. Written
 * beside their place, brought to the disk, then renamed into it: a crash leaves the old one or the new one.
 */
export function fileBlobs(root: string): Blobs {
  const placeOf = (key: string): string => {
    checkKey(key)
    const [group = '', name = ''] = key.split('/')
    return join(root, group, createHash('sha256').update(name).digest('hex').slice(0, 2), name)
  }

  async function put(key: string, bytes: Bytes): Promise<void> {
    const place = placeOf(key)
    const folder = dirname(place)
    await makeDirectory(folder)
    const fresh = `${place}.${randomUUID()}${PART_SUFFIX}`
    const file = await open(fresh, 'wx', 0o600)
    try {
      await writeAll(file, bytes)
      await file.sync()
      await file.close()
      await rename(fresh, place)
    } catch (error) {
      await file.close().catch(() => undefined)
      await rm(fresh, { force: true })
      throw error
    }
    await syncDirectory(folder)
  }

  /** Files in the making have names of their own, and so do the parts of what is put together. */
  async function sweepBroken(before: Date): Promise<number> {
    let swept = 0
    for await (const found of filesUnder(root)) {
      if (!found.endsWith(PART_SUFFIX) && !found.startsWith('multipart/')) continue
      const place = join(root, found)
      const info = await stat(place).catch(() => undefined)
      if (info === undefined || info.mtime > before) continue
      await rm(place, { force: true })
      swept += 1
    }
    return swept
  }

  return {
    put,
    sweepBroken,
    async get(key, range) {
      const file = await open(placeOf(key), 'r').catch((error: unknown) => {
        throw isMissing(error) ? new NoSuchBlobError() : error
      })
      // Closed by the stream when it ends, also where its reader gives up.
      return createReadStream('', { fd: file, ...(range && { start: range.first, end: range.last }) })
    },
    async stat(key) {
      try {
        const { size, mtime } = await stat(placeOf(key))
        return { size, modifiedAt: mtime }
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    async delete(key) {
      await rm(placeOf(key), { force: true })
    },
    async *list(prefix) {
      const [group = ''] = prefix.split('/')
      for await (const found of filesUnder(join(root, group))) {
        const key = `${group}/${found.slice(found.lastIndexOf('/') + 1)}`
        if (key.startsWith(prefix) && !key.endsWith(PART_SUFFIX)) yield key
      }
    },
    async multipart(key) {
      checkKey(key)
      const parts = new Map<number, string>()
      const abort = async (): Promise<void> => {
        for (const part of parts.values()) await rm(placeOf(part), { force: true })
        parts.clear()
      }
      const own = randomUUID()
      return {
        async part(number, bytes) {
          const partKey = `multipart/${own}-${number}`
          await put(partKey, [bytes])
          parts.set(number, partKey)
        },
        async complete() {
          const ordered = [...parts].sort(([a], [b]) => a - b).map(([, partKey]) => placeOf(partKey))
          await put(key, joined(ordered))
          await abort()
        },
        abort,
      }
    },
  }
}

async function* joined(places: readonly string[]): AsyncIterable<Uint8Array> {
  for (const place of places) yield* createReadStream(place)
}

async function* filesUnder(folder: string, inside = ''): AsyncIterable<string> {
  try {
    for await (const entry of await opendir(folder)) {
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.isDirectory()) yield* filesUnder(join(folder, entry.name), name)
      else yield name
    }
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
