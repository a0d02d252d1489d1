import { randomUUID } from 'node:crypto'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import {
  AnchorFileError,
  anchorFile,
  EVERY_MS,
  keepAnchor,
  readAnchors,
  startAnchors,
} from '@suanhui/bff/audit/anchors'
import { appendAudit, CHAIN_START, linkHash } from '@suanhui/bff/audit/append-audit'
import { verifyAudit } from '@suanhui/bff/audit/verify-audit'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { engines, freshPath } from '../stores/engines'
import { servicesWorld } from './world'

describe.each(engines)('anchors of the audit on the $name database', (engine) => {
  const world = servicesWorld(engine)
  const append = () =>
    world().database.transaction((transaction) =>
      appendAudit(transaction, {
        at: world().clock.now,
        actorId: randomUUID(),
        action: 'company.read',
        subjectIds: [randomUUID()],
        outcome: 'done',
      }),
    )
  const keep = (file: string) => keepAnchor(world().database.queries, file, world().clock.now)
  const check = async (file: string) => verifyAudit(world().database.queries, await readAnchors(file))
  const withoutGuards = (statement: string) =>
    world().database.transaction(async (transaction) => {
      await sql.raw('alter table audit_entries disable trigger user').execute(transaction)
      await sql.raw(statement).execute(transaction)
      await sql.raw('alter table audit_entries enable trigger user').execute(transaction)
      await sql.raw('alter table audit_entries disable trigger audit_entries_never_emptied').execute(transaction)
    })
  /** Entries with anchors after the second and the third. */
  async function anchored(): Promise<string> {
    const file = anchorFile(freshPath('anchors'))
    await append()
    await append()
    await keep(file)
    await append()
    await keep(file)
    return file
  }

  it('are written down when there is something new, and hold', async () => {
    const file = await anchored()
    expect(await keep(file)).toBeUndefined()
    expect(await readAnchors(file)).toMatchObject([{ entries: 2 }, { entries: 3 }])
    await append()
    expect(await check(file)).toEqual({ entries: 4, lastHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('show that the end was cut off', async () => {
    const file = await anchored()
    await withoutGuards('delete from audit_entries where seq = 3')
    expect(await check(file)).toMatchObject({ entries: 2, unlike: { entries: 3 } })
    await append()
    expect(await check(file)).toMatchObject({ entries: 3, unlike: { entries: 3 } })
  })

  it('show that everything was emptied, which the database refuses unless its guards are off', async () => {
    const file = await anchored()
    const { queries } = world().database
    await sql.raw('alter table audit_entries enable trigger audit_entries_never_emptied').execute(queries)
    await expect(sql.raw('truncate audit_entries').execute(queries)).rejects.toThrow('only ever added')
    await withoutGuards('truncate audit_entries')
    expect(await check(file)).toMatchObject({ entries: 0, unlike: { entries: 2 } })
  })

  it('show a whole new chain', async () => {
    const file = await anchored()
    await withoutGuards('delete from audit_entries')
    let previous_hash = CHAIN_START
    for (const seq of [1, 2, 3]) {
      const at = world().clock.now
      const hash = linkHash(previous_hash, seq, at, '[]')
      await world()
        .database.queries.insertInto('audit_entries')
        .values({ seq, at, content: '[]', previous_hash, hash })
        .execute()
      previous_hash = hash
    }
    expect(await verifyAudit(world().database.queries)).not.toHaveProperty('brokenAt')
    expect(await check(file)).toMatchObject({ unlike: { entries: 2 } })
  })

  it('outlive a power cut in the middle of a line; any other line is not theirs', async () => {
    const file = await anchored()
    await appendFile(file, '{"at":"2026')
    expect(await readAnchors(file)).toHaveLength(2)
    await append()
    await keep(file)
    expect(await readAnchors(file)).toMatchObject([{ entries: 2 }, { entries: 3 }, { entries: 4 }])
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('"entries":3', '"entries":"3"'))
    await expect(readAnchors(file)).rejects.toThrow(AnchorFileError)
  })

  it('are written at the start, every hour and at the end; a chain that is another one is told at once', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const file = anchorFile(freshPath('anchors'))
    const written = async () => (await readAnchors(file)).map(({ entries }) => entries)
    await append()
    const anchors = startAnchors(world().deps, file)
    await vi.waitFor(async () => expect(await written()).toEqual([1]))
    await append()
    vi.advanceTimersByTime(EVERY_MS)
    await vi.waitFor(async () => expect(await written()).toEqual([1, 2]))
    await append()
    await anchors.stop()
    expect(await written()).toEqual([1, 2, 3])
    await withoutGuards('delete from audit_entries where seq = 3')
    await startAnchors(world().deps, file).stop()
    expect(world().lines.join()).toContain('not the one that was written down')
    expect(await written()).toEqual([1, 2, 3])
  })
})
