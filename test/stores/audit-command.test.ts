import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { anchorFile, keepAnchor } from '@suanhui/bff/audit/anchors'
import { appendAudit } from '@suanhui/bff/audit/append-audit'
import { type Database, openDatabase } from '@suanhui/bff/stores/database'
import { migrate } from '@suanhui/bff/stores/migrate'
import { migrations } from '@suanhui/bff/stores/migrations/index'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundle } from './bundle'
import { freshDirectory, freshPath } from './engines'
import { quiet } from './quiet'

let programs = ''
beforeAll(() => {
  programs = bundle(['../../bff/src/cli/audit.ts'], freshPath('bundle'))
})

async function audit(folder: string, ...words: readonly string[]) {
  const child = spawn(process.execPath, ['--liftoff-only', join(programs, 'audit.js'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: folder },
  })
  const [out, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: code as number, out, complaint }
}

const PERSON = '00000000-0000-4000-8000-000000000001'
const ENTRIES = 3

async function fill(database: Database, folder: string): Promise<void> {
  await migrate(database, migrations)
  for (let entry = 0; entry < ENTRIES; entry += 1) {
    await database.transaction((transaction) =>
      appendAudit(transaction, {
        at: new Date('2026-11-20T17:30:00Z'),
        actorId: PERSON,
        action: 'company.read',
        subjectIds: [PERSON],
        outcome: 'done',
      }),
    )
  }
  await keepAnchor(database.queries, anchorFile(folder), new Date('2026-11-20T18:00:00Z'))
}

/** A data directory with an audit in it, then changed by someone who owns the database. */
async function folderWith(...statements: readonly string[]): Promise<string> {
  const directory = freshDirectory()
  const folder = dirname(directory)
  const database = await openDatabase({ engine: 'embedded', directory }, quiet)
  try {
    await fill(database, folder)
    for (const statement of ['alter table audit_entries disable trigger user', ...statements]) {
      await sql.raw(statement).execute(database.queries)
    }
  } finally {
    await database.close()
  }
  return folder
}

describe('npm run audit', () => {
  it('verify: ends with 0 where everything holds', async () => {
    const checked = await audit(await folderWith(), 'verify')
    expect(checked).toMatchObject({ code: 0, complaint: '' })
    expect(checked.out).toContain(`${ENTRIES} 条，前后相接，没有被改过；和记下的 1 个指纹一样`)
  })

  it.each([
    ['an entry was changed', "update audit_entries set content = '[]' where seq = 2", '第 2 条对不上'],
    ['the end was cut off', 'delete from audit_entries where seq = 3', '末尾被截掉过'],
    ['everything is gone', 'truncate audit_entries', '末尾被截掉过'],
  ])('verify: ends with 1 where %s', async (_what, statement, words) => {
    const checked = await audit(await folderWith(statement), 'verify')
    expect(checked).toMatchObject({ code: 1, out: '' })
    expect(checked.complaint).toContain(words)
  })

  it('verify: without the anchors a cut end is not seen: that is what they are for', async () => {
    const folder = await folderWith('delete from audit_entries where seq = 3')
    await rm(anchorFile(folder))
    expect(await audit(folder, 'verify')).toMatchObject({ code: 0, out: expect.stringContaining('2 条') })
  })

  it('export: one line an entry, from which anyone computes the chain again', async () => {
    const { code, out } = await audit(await folderWith(), 'export')
    expect(code).toBe(0)
    const entries = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(entries).toHaveLength(ENTRIES)
    for (const { seq, at, content, previousHash, hash } of entries) {
      const link = JSON.stringify([previousHash, seq, at, JSON.stringify(content)])
      expect(createHash('sha256').update(link).digest('hex')).toBe(hash)
    }
    expect(entries[0].content).toEqual([PERSON, 'company.read', [PERSON], 'done'])
  })

  it('says how it is called', async () => {
    expect(await audit(freshPath('nowhere'))).toMatchObject({ code: 2, complaint: expect.stringContaining('用法') })
    expect(await audit(freshPath('nowhere'), 'verify')).toMatchObject({ code: 2 })
  })
})
