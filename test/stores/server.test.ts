import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@suanhui/bff/stores/database'
import { CommitUnknownError } from '@suanhui/bff/stores/database-error'
import { readDatabaseSettings } from '@suanhui/bff/stores/settings'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { freshPath, opened } from './engines'
import { type PostgresServer, startPostgres } from './postgres-server'
import { quiet } from './quiet'

describe('a server that goes away', () => {
  let server: PostgresServer | undefined
  const settings = () => ({ engine: 'server', url: server?.url('postgres') ?? '', poolSize: 4 }) as const
  beforeAll(async () => {
    server = await startPostgres(inject('stores').postgresBin, freshPath('server'))
  })
  beforeEach(() => server?.start())
  afterAll(() => server?.stop())

  it('is found again when it is back, without a restart of ours', async () => {
    const database = await opened(settings())
    await sql`select ${1}::int as one`.execute(database.queries)
    await server?.kill()
    const down = await Promise.all([
      sql`select 1`.execute(database.queries).catch((error: unknown) => error),
      database.health(),
    ])
    expect(down).toMatchObject([{ kind: 'unavailable' }, { ok: false }])
    await server?.start()
    const { rows } = await sql`select ${1}::int as one`.execute(database.queries)
    expect(rows).toEqual([{ one: 1 }])
    expect(await database.health()).toMatchObject({ ok: true })
  })

  it('is waited for while it starts', async () => {
    const database = await opened(settings())
    await server?.kill()
    await sleep(200)
    const asked = sql`select 1 as one`.execute(database.queries)
    await sleep(500)
    await server?.start()
    expect((await asked).rows).toEqual([{ one: 1 }])
  })

  it('in the midst of a commit leaves its outcome open, and says so', async () => {
    const database = await opened(settings())
    await sql`create schema if not exists suanhuitong`.execute(database.queries)
    await sql`create table slow (id int)`.execute(database.queries)
    await sql`create function linger() returns trigger language plpgsql as 'begin perform pg_sleep(5); return null; end'`.execute(
      database.queries,
    )
    await sql`create constraint trigger at_commit after insert on slow deferrable initially deferred
      for each row execute function linger()`.execute(database.queries)
    const committing = database.transaction((trx) => sql`insert into slow values (1)`.execute(trx))
    const settled = committing.catch((error: unknown) => error)
    await sleep(300)
    await server?.kill()
    expect(await settled).toBeInstanceOf(CommitUnknownError)
  })
})

describe('a server that cannot be used', () => {
  const open = (url: string) => openDatabase({ engine: 'server', url, poolSize: 1 }, quiet)
  const url = () => inject('stores').server

  it.each([
    ['no database of that name', () => url().replace(/postgres$/, 'nothing'), '写的数据库不存在'],
    ['no server there', () => 'postgres://postgres:secret@127.0.0.1:1/postgres', '连不上数据库'],
    ['a wrong user', () => url().replace('postgres@', 'nobody:secret@'), '用户名或密码'],
  ])('%s: says so at the start, without the password', async (_what, address, words) => {
    const error = await open(address()).catch((thrown: unknown) => thrown)
    expect(String(error)).toContain(words)
    expect(JSON.stringify(error) + String(error)).not.toContain('secret')
  })

  it('takes the schema of its own for itself, whatever the address brings along', async () => {
    const database = await opened({ engine: 'server', url: `${url()}?options=-c%20search_path%3Dpublic`, poolSize: 1 })
    const { rows } = await sql`show search_path`.execute(database.queries)
    expect(rows).toEqual([{ search_path: 'suanhuitong' }])
  })

  it('warns of a server that may lose what it acknowledged', async () => {
    const warnings: string[] = []
    const log = { ...quiet.log, warn: (_fields: object, message: string) => warnings.push(message) }
    const address = `${url()}?options=-c%20synchronous_commit%3Doff`
    await opened({ engine: 'server', url: address, poolSize: 1 }, { ...quiet, log })
    expect(warnings).toEqual([expect.stringContaining('may lose acknowledged writes')])
  })
})

describe('the settings', () => {
  const read = (variables: Record<string, string>) => {
    const problems: string[] = []
    const settings = readDatabaseSettings((name) => variables[name], '/data', problems)
    return { settings, problems }
  }

  it('are embedded without an address, a server with one', () => {
    expect(read({})).toEqual({ settings: { engine: 'embedded', directory: '/data/database' }, problems: [] })
    const url = 'postgres://u:p@db.example:5432/suanhuitong?sslmode=require'
    expect(read({ DATABASE_URL: url, DATABASE_POOL_SIZE: '20' })).toEqual({
      settings: { engine: 'server', url, poolSize: 20 },
      problems: [],
    })
  })

  it.each(['mysql://u:secret@h/d', 'postgres://u:secret@h', 'secret'])('refuse %s, and do not repeat it', (url) => {
    const { problems } = read({ DATABASE_URL: url })
    expect(problems).toEqual([expect.stringContaining('DATABASE_URL')])
    expect(problems.join()).not.toContain('secret')
  })

  it.each(['0', '201', '1.5', 'many', '-3'])('refuse a pool of %s', (size) => {
    const { problems } = read({ DATABASE_URL: 'postgres://u@h/d', DATABASE_POOL_SIZE: size })
    expect(problems).toEqual([expect.stringContaining(`“${size}”`)])
  })
})
