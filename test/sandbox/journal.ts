import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

/**
 * The sandbox's database: one append-only file of JSON lines, replayed at the start, held in memory.
 * A second embedded Postgres would take some 200 MB and a second of start-up for a few thousand rows; this takes
 * neither, and keeps the two promises that matter: what was answered is on the disk, and a torn last line is no line.
 */
export interface Journal {
  /** Records of one kind; what an older version left behind and no longer fits is an error that names the record. */
  collection<T>(name: string, schema: z.ZodType<T>): Collection<T>
  /** All writes within become one line on the disk, or none of them happens. */
  commit<T>(work: () => T): T
  close(): void
}

export interface Collection<T> {
  get(id: string): T | undefined
  /** In the order in which they were first written. */
  all(): readonly T[]
  entries(): readonly (readonly [id: string, value: T])[]
  put(id: string, value: T): void
  remove(id: string): void
}

/** One write: collection, id, value; without a value the record is removed. */
type Write = readonly [collection: string, id: string, value?: unknown]
type Records = Map<string, Map<string, unknown>>

/** So many superseded lines are worth one rewriting at the start. */
const REWRITE_AFTER_LINES = 5_000

const recordsOf = (all: Records, name: string): Map<string, unknown> => {
  const found = all.get(name) ?? new Map<string, unknown>()
  all.set(name, found)
  return found
}

function apply(all: Records, [name, id, ...value]: Write): void {
  if (value.length === 0) recordsOf(all, name).delete(id)
  else recordsOf(all, name).set(id, value[0])
}

interface Replayed {
  readonly records: Records
  readonly lines: number
  /** Bytes up to the end of the last whole line. */
  readonly length: number
}

function replay(path: string): Replayed {
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  const length = bytes.lastIndexOf(10) + 1
  const lines = bytes.subarray(0, length).toString('utf8').split('\n').slice(0, -1)
  const records: Records = new Map()
  lines.forEach((line, index) => {
    try {
      for (const write of JSON.parse(line) as readonly Write[]) apply(records, write)
    } catch (cause) {
      throw new Error(`${path} 第 ${index + 1} 行损坏`, { cause })
    }
  })
  return { records, lines: lines.length, length }
}

const syncDirectory = (path: string): void => {
  const directory = openSync(path, 'r')
  fsyncSync(directory)
  closeSync(directory)
}

/** A new file with the living records only takes the old one's place in one step. */
function rewrite(path: string, records: Records): void {
  const fresh = `${path}.new`
  const file = openSync(fresh, 'w', 0o600)
  for (const [name, kept] of records) {
    for (const [id, value] of kept) writeSync(file, `${JSON.stringify([[name, id, value]])}\n`)
  }
  fsyncSync(file)
  closeSync(file)
  renameSync(fresh, path)
  syncDirectory(dirname(path))
}

/** Opens the file, or makes it. One process at a time: whoever calls holds the folder's lock. */
export function openJournal(path: string): Journal {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const { records, lines, length } = replay(path)
  const living = [...records.values()].reduce((sum, kept) => sum + kept.size, 0)
  const crowded = lines > living * 4 + REWRITE_AFTER_LINES
  if (crowded) rewrite(path, records)
  const file = openSync(path, 'a', 0o600)
  if (!crowded) ftruncateSync(file, length)
  syncDirectory(dirname(path))

  let pending: Write[] | undefined
  let undo: (() => void)[] = []

  const record = (write: Write): void => {
    if (pending === undefined) throw new Error('a write to the journal belongs into a commit')
    const [name, id] = write
    const kept = recordsOf(records, name)
    const before = kept.get(id)
    undo.push(() => apply(records, before === undefined ? [name, id] : [name, id, before]))
    apply(records, write)
    pending.push(write)
  }
  const rollBack = (): void => {
    for (const step of undo.reverse()) step()
  }

  return {
    collection<T>(name: string, schema: z.ZodType<T>): Collection<T> {
      const known = recordsOf(records, name)
      // Read once through the schema: from here on the map holds nothing but T.
      for (const [id, value] of known) {
        const read = schema.safeParse(value)
        if (!read.success) throw new Error(`${path} 里的记录 ${name}/${id} 不是这个版本写的：删掉这个文件，从头开始`)
      }
      const typed = known as Map<string, T>
      return {
        get: (id) => typed.get(id),
        all: () => [...typed.values()],
        entries: () => [...typed],
        put: (id, value) => record([name, id, value]),
        remove: (id) => record([name, id]),
      }
    },
    commit(work) {
      if (pending !== undefined) return work()
      pending = []
      undo = []
      try {
        const result = work()
        if (pending.length > 0) {
          writeSync(file, `${JSON.stringify(pending)}\n`)
          fsyncSync(file)
        }
        return result
      } catch (error) {
        rollBack()
        throw error
      } finally {
        pending = undefined
      }
    },
    close: () => closeSync(file),
  }
}
