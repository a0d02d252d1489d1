import { cpSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backUp, restore } from '@suanhui/bff/stores/backup/move'
import { summarise } from '@suanhui/bff/stores/backup/read-tables'
import { type Database, openDatabase } from '@suanhui/bff/stores/database'
import { migrate } from '@suanhui/bff/stores/migrate'
import { migrations } from '@suanhui/bff/stores/migrations/index'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { freshDirectory, freshPath } from './engines'
import { quiet } from './quiet'

// Files of the embedded database that are gone or wrong, as a broken disk or a careless hand leaves them.

async function using<T>(directory: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ engine: 'embedded', directory }, quiet)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
const picture = (database: Database) => database.transaction((trx) => summarise(trx), { readOnly: true })

let whole = ''
let backup = ''
let table = ''
let asItWas: unknown
beforeAll(async () => {
  whole = freshDirectory()
  backup = join(freshPath('backup'), 'copy.gz')
  mkdirSync(dirname(backup))
  await using(whole, async (database) => {
    await migrate(database, migrations)
    await sql`insert into people (id) select gen_random_uuid() from generate_series(1, 1000)`.execute(database.queries)
    await backUp(database, backup, new Date())
    asItWas = await picture(database)
    const { rows } = await sql<{ path: string }>`select pg_relation_filepath('people') as path`.execute(
      database.queries,
    )
    table = rows[0]?.path ?? ''
    // Or the log would mend the page.
    await sql`checkpoint`.execute(database.queries)
  })
})

function damaged(damage: (directory: string) => void): string {
  const directory = join(freshPath('damaged'), 'database')
  cpSync(whole, directory, { recursive: true })
  damage(directory)
  return directory
}
const overwrite = (file: string, at: number): void =>
  void writeSync(openSync(file, 'r+'), Buffer.alloc(4_096, 0xa5), 0, 4_096, at)

function turnByte(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

it.concurrent.each<readonly [string, (directory: string) => void]>([
  ['its control file is overwritten', (directory) => overwrite(join(directory, 'global/pg_control'), 0)],
  ['its log is gone', (directory) => rmSync(join(directory, 'pg_wal'), { recursive: true })],
  ['half of it is gone', (directory) => rmSync(join(directory, 'base'), { recursive: true })],
])('does not open where %s, says what to do, and touches nothing', async (_, damage) => {
  const directory = damaged(damage)
  await expect(using(directory, picture)).rejects.toThrow(/里的数据库打不开.*npm run restore -- 备份文件名/)
  expect(existsSync(join(directory, 'PG_VERSION'))).toBe(true)
})

it('makes no new database where only the version is gone', async () => {
  const directory = damaged((one) => rmSync(join(one, 'PG_VERSION')))
  await expect(using(directory, picture)).rejects.toThrow('里有别的文件')
  expect(existsSync(join(directory, 'base'))).toBe(true)
})

it('notices one wrong bit in a table when it is read: neither an answer nor a backup is made of it', async () => {
  const directory = damaged((one) => turnByte(join(one, table), 8_192 + 5_000))
  await using(directory, async (database) => {
    await expect(sql`select count(id) from people where id is not null`.execute(database.queries)).rejects.toThrow(
      'invalid page',
    )
    const file = join(freshPath('backup'), 'half.gz')
    mkdirSync(dirname(file))
    await expect(backUp(database, file, new Date())).rejects.toThrow('invalid page')
    expect(existsSync(file)).toBe(false)
  })
})

it('a backup that is cut off in its midst fills nothing, a whole one brings everything back', async () => {
  const half = join(freshPath('backup'), 'half.gz')
  mkdirSync(dirname(half))
  const bytes = readFileSync(backup)
  writeFileSync(half, bytes.subarray(0, bytes.length >> 1))
  const anew = join(freshPath('anew'), 'database')
  await using(anew, async (database) => {
    await expect(restore(database, half, { migrations, replace: false })).rejects.toThrow('备份文件打不开或不完整')
    await restore(database, backup, { migrations, replace: false })
    expect(await picture(database)).toEqual(asItWas)
  })
})
