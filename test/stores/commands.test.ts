import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { summarise } from '@suanhui/bff/stores/backup/read-tables'
import { type Database, openDatabase } from '@suanhui/bff/stores/database'
import { migrate } from '@suanhui/bff/stores/migrate'
import { migrations } from '@suanhui/bff/stores/migrations/index'
import type { DatabaseSettings } from '@suanhui/bff/stores/settings'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundle } from './bundle'
import { childOf } from './child'
import { engines, freshDirectory, freshPath } from './engines'
import { quiet } from './quiet'

const [, onServer] = engines
const ROWS = 5_000

type Env = Readonly<Record<string, string>>

const COMMANDS = ['backup', 'restore', 'migrate-to-postgres'].map((name) => `../../bff/src/cli/${name}.ts`)
let programs = ''
beforeAll(() => {
  programs = bundle(COMMANDS, freshPath('bundle'))
})

/** Without the address of a database that the machine may have. */
const start = (command: string, words: readonly string[], env: Env) =>
  spawn(process.execPath, ['--liftoff-only', join(programs, `${command}.js`), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', ...env },
  })

async function run(command: string, words: readonly string[], env: Env) {
  const child = start(command, words, env)
  const [out, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: code as number, out, complaint }
}

async function using<T>(settings: DatabaseSettings, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(settings, quiet)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

const fill = async (database: Database): Promise<void> => {
  await migrate(database, migrations)
  await sql`insert into idempotency_keys (scope, key, request_hash, status, body)
    select 'scope', n::text, md5(n::text), 201, json_build_object('n', n)
    from generate_series(1, ${sql.lit(ROWS)}) n`.execute(database.queries)
}
const picture = (database: Database) => database.transaction((trx) => summarise(trx), { readOnly: true })

/** A data directory with an embedded database in it that holds rows. */
async function filledFolder(): Promise<{ readonly folder: string; readonly settings: DatabaseSettings }> {
  const directory = freshDirectory()
  const settings: DatabaseSettings = { engine: 'embedded', directory }
  await using(settings, fill)
  return { folder: dirname(directory), settings }
}

describe('npm run backup and restore', () => {
  it('carry the data from one machine to another', async () => {
    const { folder, settings } = await filledFolder()
    const file = `${folder}/copy.gz`
    const backup = await run('backup', [file], { DATA_DIR: folder })
    expect(backup).toMatchObject({ code: 0, complaint: '' })
    expect(backup.out).toContain(`备份好了：${file}`)
    expect(backup.out).toContain(`idempotency_keys　${ROWS} 行`)
    expect(await run('backup', [file], { DATA_DIR: folder })).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('已经有了'),
    })

    const refused = await run('restore', [file], { DATA_DIR: folder })
    expect(refused).toMatchObject({ code: 2, complaint: expect.stringContaining('--replace') })

    const directory = freshDirectory()
    const elsewhere = dirname(directory)
    const restored = await run('restore', [file], { DATA_DIR: elsewhere })
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('恢复好了') })
    expect(await using({ engine: 'embedded', directory }, picture)).toEqual(await using(settings, picture))
  })

  it('say what is wrong, in plain words', async () => {
    const nowhere = freshPath('nowhere')
    expect(await run('backup', [], {})).toMatchObject({ code: 2, complaint: expect.stringContaining('用法') })
    expect(await run('backup', ['x.gz'], { DATA_DIR: nowhere })).toMatchObject({
      code: 2,
      complaint: expect.stringContaining('里还没有数据'),
    })
    // As npm runs it: from source.
    const source = childOf(COMMANDS[0] ?? '', [])
    expect(await text(source.stderr)).toContain('用法：npm run backup')
    const bad = await run('restore', ['x.gz'], { DATA_DIR: nowhere, DATABASE_URL: 'mysql://u:secret@h/d' })
    expect(bad).toMatchObject({ code: 1, complaint: expect.stringContaining('DATABASE_URL') })
    expect(bad.complaint).not.toContain('secret')
  })

  it('do not come between a server that runs and its data', async () => {
    const { folder, settings } = await filledFolder()
    await using(settings, async () => {
      const refused = await run('backup', [`${folder}/copy.gz`], { DATA_DIR: folder })
      expect(refused).toMatchObject({ code: 1, complaint: expect.stringContaining(`正在被进程 ${process.pid}`) })
    })
  })
})

describe('npm run migrate-to-postgres', () => {
  it('moves everything, however often it is killed before', async () => {
    const { folder, settings } = await filledFolder()
    const target = await onServer.settings()
    if (target.engine !== 'server') throw new Error('not a server')
    const env = { DATA_DIR: folder, DATABASE_URL: target.url }
    for (const afterMs of [400, 700, 1_000]) {
      const child = start('migrate-to-postgres', [], env)
      const ended = once(child, 'exit')
      await sleep(afterMs)
      child.kill('SIGKILL')
      await ended
    }
    const moved = await run('migrate-to-postgres', [], env)
    expect(moved).toMatchObject({ code: 0, complaint: '' })
    expect(moved.out).toContain(`idempotency_keys　${ROWS} 行`)
    expect(await using(target, picture)).toEqual(await using(settings, picture))

    const again = await run('migrate-to-postgres', [], env)
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('之前已经搬好了') })
  })

  it('does not touch a database that holds something else', async () => {
    const { folder } = await filledFolder()
    const target = await onServer.settings()
    if (target.engine !== 'server') throw new Error('not a server')
    await using(target, fill)
    await using(target, (database) => sql`delete from idempotency_keys where key = '7'`.execute(database.queries))
    const before = await using(target, picture)
    const refused = await run('migrate-to-postgres', [], { DATA_DIR: folder, DATABASE_URL: target.url })
    expect(refused).toMatchObject({ code: 1, complaint: expect.stringContaining('已经有数据') })
    expect(await using(target, picture)).toEqual(before)
  })

  it('asks for the address', async () => {
    expect(await run('migrate-to-postgres', [], {})).toMatchObject({
      code: 2,
      complaint: expect.stringContaining('请先设置 DATABASE_URL'),
    })
  })
})
