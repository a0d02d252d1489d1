import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Deps } from '../deps'
import type { Queries } from '../stores/database'

/** How far the chain went at a moment, written down outside the database. */
const Anchor = z.strictObject({
  at: z.iso.datetime(),
  entries: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Anchor = Readonly<z.output<typeof Anchor>>

export const EVERY_MS = 3_600_000

export const anchorFile = (dataDir: string): string => join(dataDir, 'audit-anchors.jsonl')

/** Somebody wrote something else into the file of anchors. */
export class AnchorFileError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
  ) {
    super(`${file} 第 ${line} 行不是这个程序写的，请看看是谁动过它`)
    this.name = 'AnchorFileError'
  }
}

function anchorOf(line: string): Anchor | undefined {
  try {
    return Anchor.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

/** All that were written down, the oldest first. @throws {AnchorFileError} */
export async function readAnchors(file: string): Promise<readonly Anchor[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  // What follows the last line end was cut short with the power: it was never promised.
  return text
    .split('\n')
    .slice(0, -1)
    .map((line, index) => {
      const anchor = anchorOf(line)
      if (anchor === undefined) throw new AnchorFileError(file, index + 1)
      return anchor
    })
}

const lastEntry = (queries: Queries) =>
  queries.selectFrom('audit_entries').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()

/** Whether the chain still has the entry as it was written down. */
export async function holds(queries: Queries, { entries, hash }: Anchor): Promise<boolean> {
  const row = await queries.selectFrom('audit_entries').select('hash').where('seq', '=', entries).executeTakeFirst()
  return row?.hash === hash
}

/** Begins a line of its own also after one that was cut short: what was cut stays away from what comes. */
async function append(file: string, anchor: Anchor): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, 'a+', 0o600)
  try {
    const text = await handle.readFile('utf8')
    const whole = text.lastIndexOf('\n') + 1
    if (whole < text.length) await handle.truncate(Buffer.byteLength(text.slice(0, whole)))
    await handle.appendFile(`${JSON.stringify(anchor)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes down how far the chain goes, on the disk when this returns. Nothing new, nothing written. */
export async function keepAnchor(queries: Queries, file: string, at: Date): Promise<Anchor | undefined> {
  const last = await lastEntry(queries)
  if (last === undefined || (await readAnchors(file)).at(-1)?.hash === last.hash) return undefined
  const anchor = { at: at.toISOString(), entries: last.seq, hash: last.hash }
  await append(file, anchor)
  return anchor
}

export interface Anchors {
  /** Writes the last one. */
  stop(): Promise<void>
}

/** Writes anchors every hour and at the end; says at once when the chain is not the one that was written down last. */
export function startAnchors(
  { database: { queries }, clock, log }: Pick<Deps, 'database' | 'clock' | 'log'>,
  file: string,
): Anchors {
  const keep = async () => {
    try {
      const last = (await readAnchors(file)).at(-1)
      if (last !== undefined && !(await holds(queries, last))) {
        log.error({ entries: last.entries, at: last.at }, 'the audit is not the one that was written down')
        return
      }
      await keepAnchor(queries, file, clock())
    } catch (err) {
      log.error({ err }, 'how far the audit goes could not be written down')
    }
  }
  let underWay = keep()
  const timer = setInterval(() => {
    underWay = underWay.then(keep)
  }, EVERY_MS)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      underWay = underWay.then(keep)
      return underWay
    },
  }
}
