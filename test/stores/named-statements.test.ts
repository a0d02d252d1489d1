import { builtOnce } from '@suanhui/bff/stores/built-once'
import { type Database, openDatabase } from '@suanhui/bff/stores/database'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { engines } from './engines'
import { quiet } from './quiet'

interface Count {
  readonly count: number
}

describe.each(engines)('on the $name engine', (engine) => {
  let database: Database
  beforeAll(async () => {
    const settings = await engine.settings()
    // One connection: what it keeps of a statement is met again by the next.
    const one = settings.engine === 'server' ? { ...settings, poolSize: 1 } : settings
    database = await openDatabase(one, quiet)
    await sql`create schema suanhuitong`.execute(database.queries)
  })
  beforeEach(async () => {
    await sql`drop table if exists thing`.execute(database.queries)
    await sql`create table thing (id int primary key, name text)`.execute(database.queries)
    await sql`insert into thing values (1, '票')`.execute(database.queries)
  })
  afterAll(() => database.close())

  const thing = (queries: Database['queries'] = database.queries, id = 1) =>
    sql`select * from thing where id = ${id}`.execute(queries).then(({ rows }) => rows)

  it('a statement with parameters is read and planned once', async () => {
    for (const id of [1, 1, 2]) await thing(database.queries, id)
    const { rows } = await sql<Count>`select count(*)::int from pg_prepared_statements
      where statement like 'select * from thing%'`.execute(database.queries)
    expect(rows).toEqual([{ count: 1 }])
  })

  it('a table that gains a column, and one that loses it, fail no statement', async () => {
    expect(await thing()).toEqual([{ id: 1, name: '票' }])
    await sql`alter table thing add column fen bigint not null default 0`.execute(database.queries)
    expect(await thing()).toEqual([{ id: 1, name: '票', fen: 0 }])
    await sql`alter table thing drop column name`.execute(database.queries)
    expect(await thing()).toEqual([{ id: 1, fen: 0 }])
  })

  it('a transaction that meets such a table is begun anew, and takes effect once', async () => {
    await thing()
    await sql`alter table thing add column fen int not null default 0`.execute(database.queries)
    let begun = 0
    const seen = await database.transaction(async (transaction) => {
      begun += 1
      await sql`update thing set fen = fen + ${1}`.execute(transaction)
      return thing(transaction)
    })
    expect(begun).toBe(2)
    expect(seen).toEqual([{ id: 1, name: '票', fen: 1 }])
  })

  it('a table that is made anew is found', async () => {
    await thing()
    await sql`drop table thing`.execute(database.queries)
    await expect(thing()).rejects.toMatchObject({ kind: 'defect' })
    await sql`create table thing (id int primary key)`.execute(database.queries)
    expect(await thing()).toEqual([])
  })

  it('a value that is refused leaves the statement as it was', async () => {
    const read = (id: string) => sql`select ${id}::int as id`.execute(database.queries)
    await expect(read('x')).rejects.toMatchObject({ kind: 'refused' })
    expect((await read('7')).rows).toEqual([{ id: 7 }])
    const swallowed = database.transaction(async (transaction) => {
      await sql`select ${'x'}::date`.execute(transaction).catch(() => undefined)
      await sql`select ${'2026-01-01'}::date as day, ${1}::int as one`.execute(transaction)
    })
    await expect(swallowed).rejects.toMatchObject({ kind: 'defect' })
    const again = await sql`select ${'2026-01-01'}::date as day, ${1}::int as one`.execute(database.queries)
    expect(again.rows).toEqual([{ day: '2026-01-01', one: 1 }])
  })

  it('one that is built once gets the values of each call, in a transaction as well', async () => {
    let built = 0
    const between = builtOnce((queries, least: number, most: number, name: string) => {
      built += 1
      return queries
        .selectNoFrom((eb) => [sql<number>`${most}::int - ${least}::int`.as('span'), eb.val(name).as('name')])
        .where(sql<boolean>`${least}::int <= ${most}::int`)
    })
    expect(await between(database.queries, 1, 5, '票')).toEqual([{ span: 4, name: '票' }])
    expect(await between(database.queries, 7, 6, '票')).toEqual([])
    const inside = await database.transaction((transaction) => between(transaction, 2, 2, '券'))
    expect(inside).toEqual([{ span: 0, name: '券' }])
    expect(built).toBe(1)
  })

  it.each([
    ['in words', (id: string) => `${id}`],
    ['as a number', (id: string) => Number(id)],
    ['as JSON', (id: string) => JSON.stringify({ id })],
    ['inside of another value', (id: string) => ({ id })],
  ] as const)('one that looks at its values fails at once, and not for another caller: %s', async (_how, look) => {
    const wrong = builtOnce((queries, id: string) => queries.selectNoFrom(sql`${look(id)}::text`.as('seen')))
    await expect(wrong(database.queries, '1')).rejects.toThrow(TypeError)
  })
})
