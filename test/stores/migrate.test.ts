import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '@suanhui/bff/stores/migrate'
import { migrations } from '@suanhui/bff/stores/migrations/index'
import type { Migration } from '@suanhui/bff/stores/migrations/migration'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { engines, opened, sharedDatabase } from './engines'

const first: Migration = { id: '001-one', sql: 'create table one (id int); insert into one values (1);' }
const second: Migration = { id: '002-two', sql: 'create table two (id int primary key);' }

it('lists every step of the folder, in order', () => {
  const folder = join(import.meta.dirname, '../../bff/src/stores/migrations')
  const files = readdirSync(folder).filter((name) => /^\d{3}-/.test(name))
  expect(migrations.map(({ id }) => `${id}.ts`)).toEqual(files.sort())
})

describe.each(engines)('on the $name engine', (engine) => {
  const database = sharedDatabase(engine)

  it('applies what is missing, once, in order', async () => {
    expect(await migrate(database(), [first])).toEqual(['001-one'])
    expect(await migrate(database(), [first, second])).toEqual(['002-two'])
    expect(await migrate(database(), [first, second])).toEqual([])
    expect((await sql`select id from one`.execute(database().queries)).rows).toEqual([{ id: 1 }])
  })

  it('applies all of it or nothing', async () => {
    const broken: Migration = { id: '003-broken', sql: 'create table three (id int); select nonsense;' }
    await expect(migrate(database(), [first, second, broken])).rejects.toMatchObject({ kind: 'defect' })
    expect(await migrate(database(), [first, second])).toEqual(['001-one', '002-two'])
  })

  it.each([
    ['a changed old step', [{ ...first, sql: 'create table one (id bigint);' }, second], '内容变了'],
    ['a step put in before', [{ id: '000-zero', sql: 'select 1' }, first, second], '顺序变了'],
    ['a program older than the database', [first], '数据库比程序新'],
  ] as const)('refuses %s', async (_what, list, words) => {
    await migrate(database(), [first, second])
    await expect(migrate(database(), list)).rejects.toThrow(words)
    expect(await migrate(database(), [first, second])).toEqual([])
  })

  it('does not mind line ends', async () => {
    const text = 'create table one (id int);\ncreate table more (id int);'
    await migrate(database(), [{ id: '001-one', sql: text }])
    expect(await migrate(database(), [{ id: '001-one', sql: text.replaceAll('\n', '\r\n') }])).toEqual([])
  })

  it('applies the real steps', async () => {
    expect(await migrate(database(), migrations)).toEqual(migrations.map(({ id }) => id))
  })
})

it('on a server, processes that start at once migrate once', async () => {
  const [, server] = engines
  const settings = await server.settings()
  const databases = await Promise.all([settings, settings, settings].map((one) => opened(one)))
  const applied = await Promise.all(databases.map((database) => migrate(database, [first, second])))
  expect(applied.flat().sort()).toEqual(['001-one', '002-two'])
})
