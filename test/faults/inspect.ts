import { randomUUID } from 'node:crypto'
import { cpSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Anchor, anchorFile, readAnchors } from '@suanhui/bff/audit/anchors'
import { verifyAudit } from '@suanhui/bff/audit/verify-audit'
import { type Database, openDatabase } from '@suanhui/bff/stores/database'
import type { DatabaseSettings } from '@suanhui/bff/stores/settings'
import { sql } from 'kysely'
import { messagesIn } from '../sandbox/messages'
import { casesIn } from '../sandbox/platforms/case'
import { quiet } from '../stores/quiet'
import type { Scene } from './scene'

/** What the server's own database says, seen from outside while the server is dead. */
export interface Found {
  readonly auditEntries: number
  /** What is wrong with the chain of who did what; undefined where nothing is. */
  readonly auditBroken: string | undefined
  /** Writes to platforms that it knows were taken in. */
  readonly knownSent: ReadonlySet<string>
  /** Messages that it knows a vendor has. */
  readonly knownTold: ReadonlySet<string>
  /** By attempt, which message it was for. */
  readonly attempts: ReadonlyMap<string, string>
  readonly unsettled: number
}

/** The embedded database as the dead server left it, in a place of its own: the next one may start meanwhile. */
function copied({ folder, dataDir }: Scene): string {
  const copy = join(folder, `copy-${randomUUID().slice(0, 8)}`, 'database')
  cpSync(join(dataDir, 'database'), copy, { recursive: true })
  return copy
}

async function found(database: Database, anchors: readonly Anchor[]): Promise<Found> {
  const { queries } = database
  const audit = await verifyAudit(queries, anchors)
  const writes = await queries.selectFrom('platform_writes').select(['id', 'state']).execute()
  const deliveries = await queries.selectFrom('deliveries').select(['id', 'state']).execute()
  const attempts = await queries.selectFrom('delivery_attempts').select(['id', 'delivery_id']).execute()
  const broken = audit.brokenAt ?? audit.unlike?.entries
  const open = ['queued', 'sending']
  return {
    auditEntries: audit.entries,
    auditBroken: broken === undefined ? undefined : `entry ${broken}`,
    knownSent: new Set(writes.filter(({ state }) => state !== 'queued').map(({ id }) => id)),
    knownTold: new Set(deliveries.filter(({ state }) => ['sent', 'delivered'].includes(state)).map(({ id }) => id)),
    attempts: new Map(attempts.map(({ id, delivery_id }) => [id, delivery_id])),
    unsettled:
      writes.filter(({ state }) => state === 'queued').length +
      deliveries.filter(({ state }) => open.includes(state)).length,
  }
}

async function openedAt<T>(
  { postgres }: Scene,
  directory: string,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const settings: DatabaseSettings =
    postgres === undefined
      ? { engine: 'embedded', directory }
      : { engine: 'server', url: postgres.url('postgres'), poolSize: 1 }
  const database = await openDatabase(settings, quiet)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** Looks into the database of a dead server. What it holds at the call counts; the server may be started again. */
export async function inspect(scene: Scene): Promise<Found> {
  const copy = scene.postgres === undefined ? copied(scene) : undefined
  const anchors = await readAnchors(anchorFile(scene.dataDir))
  try {
    return await openedAt(scene, copy ?? '', (database) => found(database, anchors))
  } finally {
    if (copy !== undefined) rmSync(dirname(copy), { recursive: true, force: true })
  }
}

/**
 * The same towards the end, with nobody running meanwhile. What an earlier life had in hand when it was killed waits for
 * the end of its lease, up to a minute: nobody holds one now, so they all end here.
 */
export async function inspectAndFree(scene: Scene): Promise<Found> {
  const anchors = await readAnchors(anchorFile(scene.dataDir))
  return openedAt(scene, join(scene.dataDir, 'database'), async (database) => {
    await database.queries
      .updateTable('jobs')
      .set({ lease_until: sql`clock_timestamp()` })
      .where('lease_until', 'is not', null)
      .execute()
    return found(database, anchors)
  })
}

/** What reached the systems outside, counted by what the server calls it. */
export interface Arrived {
  /** Requests by idempotency key that the platforms did the work of. */
  readonly writes: ReadonlyMap<string, number>
  /** SMS by our mark. */
  readonly told: ReadonlyMap<string, number>
}

const countBy = (keys: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

export function arrived({ platform, sandbox }: Scene): Arrived {
  const keys = platform.seen.flatMap(({ asked, answer }) => {
    const key = asked.headers['idempotency-key']
    return typeof key === 'string' && answer !== undefined && answer.status < 300 ? [key] : []
  })
  const marks = messagesIn(sandbox.world.journal)
    .all()
    .flatMap(({ callerMark }) => callerMark ?? [])
  return { writes: countBy(keys), told: countBy(marks) }
}

/** Watches over all lives of a server that nothing it knew was sent is sent again. */
export interface Watch {
  /** After each death. @returns what was sent although it was known to be sent. */
  look(found: Found, arrived: Arrived): readonly string[]
  /** Over everything. */
  total(found: Found): {
    readonly writes: number
    readonly messages: number
    /** A second copy that went out because the answer to the first was lost. */
    readonly explained: number
    /** Cases at the platforms that stand for the same thing. */
    readonly doubled: number
  }
}

export function watch(scene: Scene): Watch {
  let before: { readonly found: Found; readonly now: Arrived } | undefined
  const toldOf = ({ attempts }: Found, { told }: Arrived): ReadonlyMap<string, number> =>
    countBy([...told].flatMap(([mark, count]) => Array<string>(count).fill(attempts.get(mark) ?? `unknown ${mark}`)))
  return {
    look(found, now) {
      const wrong: string[] = []
      if (before !== undefined) {
        for (const id of before.found.knownSent) {
          if ((now.writes.get(id) ?? 0) > (before.now.writes.get(id) ?? 0)) wrong.push(`platform write ${id}`)
        }
        const then = toldOf(found, before.now)
        for (const [delivery, count] of toldOf(found, now)) {
          if (before.found.knownTold.has(delivery) && count > (then.get(delivery) ?? 0)) wrong.push(`SMS ${delivery}`)
        }
      }
      before = { found, now }
      return wrong
    },
    total(found) {
      const all = arrived(scene)
      const told = toldOf(found, all)
      const over = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, n) => sum + n - 1, 0)
      const cases = casesIn(scene.sandbox.world.journal).all()
      const names = new Set(cases.map(({ platform, kind, reference }) => `${platform} ${kind} ${reference}`))
      return {
        writes: all.writes.size,
        messages: told.size,
        explained: over(told) + over(all.writes),
        doubled: cases.length - names.size,
      }
    },
  }
}
