import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@suanhui/bff/stores/database'
import { DatabaseError, OutsideTransactionError } from '@suanhui/bff/stores/database-error'
import { SCHEMA } from '@suanhui/bff/stores/session'
import type { Statement } from '@suanhui/bff/stores/statement-log'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { engines, opened, sharedDatabase } from './engines'
import { quiet } from './quiet'

const makeAccounts = async ({ queries }: Database): Promise<void> => {
  await sql`create table account (id int primary key, fen bigint not null check (fen >= 0))`.execute(queries)
  await sql`insert into account values (1, 100), (2, 100)`.execute(queries)
}

const fenOf = async (database: Pick<Database, 'queries'>, id: number): Promise<number | undefined> =>
  (await sql<{ fen: number }>`select fen from account where id = ${id}`.execute(database.queries)).rows[0]?.fen

describe.each(engines)('on the $name engine', (engine) => {
  const seen: Statement[] = []
  const shared = sharedDatabase(engine, { ...quiet, onStatement: (statement) => seen.push(statement) })
  const withAccounts = async (): Promise<Database> => {
    await makeAccounts(shared())
    return shared()
  }

  it('reads columns as the same values', async () => {
    const database = shared()
    const { rows } = await sql`select 9007199254740991::bigint as int8, 1.50::numeric as numeric,
      '2026-02-28'::date as date, '2026-11-21 08:00+08'::timestamptz as moment, '\\x00ff'::bytea as bytes,
      '{"b":[1,null],"a":"算"}'::json as json, array['湘','晋'] as texts, '01:30'::interval as span,
      true as yes, null::text as nothing, 0.1::float8 as float`.execute(database.queries)
    expect(rows).toEqual([
      {
        int8: 9007199254740991,
        numeric: '1.50',
        date: '2026-02-28',
        moment: new Date('2026-11-21T00:00:00Z'),
        bytes: Uint8Array.of(0, 255),
        json: { b: [1, null], a: '算' },
        texts: ['湘', '晋'],
        span: '01:30:00',
        yes: true,
        nothing: null,
        float: 0.1,
      },
    ])
  })

  it('takes values as they are meant, and refuses those that a driver would guess at', async () => {
    const database = shared()
    const given = [1, 'x', null, true, new Date(0), Uint8Array.of(1, 2)]
    const { rows } = await sql`select ${given[0]}::int as a, ${given[1]}::text as b, ${given[2]}::int as c,
      ${given[3]}::bool as d, ${given[4]}::timestamptz as e, ${given[5]}::bytea as f`.execute(database.queries)
    expect(Object.values(rows[0] ?? {})).toEqual(given)
    for (const value of [[], {}, ['a']]) {
      await expect(sql`select ${value}::jsonb`.execute(database.queries)).rejects.toThrow(TypeError)
    }
    await expect(sql`select 9007199254740992::bigint`.execute(database.queries)).rejects.toThrow(/2\^53/)
  })

  it('commits what returns and rolls back what throws', async () => {
    const database = await withAccounts()
    await database.transaction((trx) => sql`update account set fen = 90 where id = 1`.execute(trx))
    const broken = database.transaction(async (trx) => {
      await sql`update account set fen = 0 where id = 1`.execute(trx)
      throw new Error('changed my mind')
    })
    await expect(broken).rejects.toThrow('changed my mind')
    expect(await fenOf(database, 1)).toBe(90)
  })

  it('does not commit a transaction whose failure was swallowed', async () => {
    const database = await withAccounts()
    const swallowed = database.transaction(async (trx) => {
      await sql`update account set fen = 50 where id = 1`.execute(trx)
      await sql`update account set fen = -1 where id = 2`.execute(trx).catch(() => undefined)
    })
    await expect(swallowed).rejects.toMatchObject({ kind: 'defect', message: expect.stringContaining('swallowed') })
    expect(await fenOf(database, 1)).toBe(100)
  })

  it('refuses the outer database inside a transaction, and lets it be used after', async () => {
    const database = await withAccounts()
    const inside = database.transaction(() => fenOf(database, 1))
    await expect(inside).rejects.toThrow(OutsideTransactionError)
    await expect(database.transaction(() => database.transaction(async () => 1))).rejects.toThrow(
      OutsideTransactionError,
    )

    let later: Promise<number | undefined> | undefined
    await database.transaction(async () => {
      later = sleep(50).then(() => fenOf(database, 1))
    })
    expect(await later).toBe(100)
  })

  it('refuses it in every transaction, though another has ended meanwhile, and after all have', async () => {
    const database = await withAccounts()
    const outside = (ms: number) => database.transaction(() => sleep(ms).then(() => fenOf(database, 1)))
    const first = database.transaction(() => sleep(20))
    const second = expect(outside(60)).rejects.toThrow(OutsideTransactionError)
    await Promise.all([first, second])
    expect(await fenOf(database, 1)).toBe(100)
    await expect(outside(0)).rejects.toThrow(OutsideTransactionError)
  })

  it('refuses a transaction after its end', async () => {
    const database = await withAccounts()
    const kept = await database.transaction(async (trx) => trx)
    await expect(sql`select 1`.execute(kept)).rejects.toThrow()
  })

  it('keeps concurrent transactions apart: nothing is lost', async () => {
    const database = await withAccounts()
    const take = () =>
      database.transaction(async (trx) => {
        const { rows } = await sql<{ fen: number }>`select fen from account where id = 1 for update`.execute(trx)
        await sql`update account set fen = ${(rows[0]?.fen ?? 0) - 1} where id = 1`.execute(trx)
      })
    await Promise.all(Array.from({ length: 40 }, take))
    expect(await fenOf(database, 1)).toBe(60)
  })

  it('begins anew where another transaction was faster', async () => {
    const database = await withAccounts()
    const move = () =>
      database.transaction(
        async (trx) => {
          const { rows } = await sql<{ fen: number }>`select sum(fen)::bigint as fen from account`.execute(trx)
          await sql`update account set fen = fen + ${rows[0]?.fen ?? 0} where id = 1`.execute(trx)
        },
        { isolation: 'serializable', attempts: 20 },
      )
    await Promise.all([move(), move(), move(), move()])
    // Four doublings of the whole, one after the other: 200, 400, 800, 1600 more.
    expect(await fenOf(database, 1)).toBe(100 + 200 + 400 + 800 + 1600)
  })

  it.each([
    ['duplicate', sql`insert into account values (1, 13800138000)`],
    ['refused', sql`insert into account values (3, -13800138000)`],
    ['refused', sql`insert into account values (3, null)`],
    ['refused', sql`select ${'13800138000x'}::int`],
    ['defect', sql`select nonsense from account`],
  ] as const)('says %s without the values', async (kind, statement) => {
    const database = await withAccounts()
    const error = await statement.execute(database.queries).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(DatabaseError)
    expect(error).toMatchObject({ kind })
    expect(JSON.stringify(error) + String(error) + String((error as Error).stack)).not.toContain('13800138000')
  })

  it('reports statements without their values', async () => {
    const database = shared()
    await sql`select ${'13800138000'}::text`.execute(database.queries)
    await sql`select ${'13800138000'}::int`.execute(database.queries).catch(() => undefined)
    const [good, bad] = seen.slice(-2)
    expect(good).toMatchObject({ sql: 'select $1::text', rows: 1, failure: undefined })
    expect(bad).toMatchObject({
      sql: 'select $1::int',
      rows: undefined,
      failure: { kind: 'refused', sqlState: '22003' },
    })
    expect(JSON.stringify([good, bad])).not.toContain('13800138000')
  })

  it('writes down what is slow and what fails for no reason of the caller, and nothing else', async () => {
    const lines: unknown[] = []
    const take = (fields: object, message: string) => void lines.push([message, fields])
    const database = await opened(await engine.settings(), { ...quiet, log: { info: take, warn: take, error: take } })
    await sql`select ${'13800138000'}::text, pg_sleep(0.6)`.execute(database.queries)
    await sql`select nonsense, ${'13800138000'}::text`.execute(database.queries).catch(() => undefined)
    await sql`select ${'13800138000'}::int`.execute(database.queries).catch(() => undefined)
    await sql`select ${'13800138000'}::text`.execute(database.queries)
    expect(lines).toEqual([
      ['slow statement', { sql: 'select $1::text, pg_sleep(0.6)', durationMs: expect.any(Number), rows: 1 }],
      ['statement failed', expect.objectContaining({ sql: 'select nonsense, $1::text', kind: 'defect' })],
    ])
    expect(JSON.stringify(lines)).not.toContain('13800138000')
  })

  it('tells those who wait for their turn when it closes', async () => {
    const settings = await engine.settings()
    const one = settings.engine === 'server' ? { ...settings, poolSize: 1 } : settings
    const database = await opened(one)
    const under = database.transaction(async () => sleep(300, 'done'))
    await sleep(50)
    const waiting = sql`select 1`.execute(database.queries).catch((error: unknown) => error)
    await sleep(50)
    const closing = database.close()
    expect(await waiting).toMatchObject({ kind: 'unavailable', message: 'the database is closed' })
    expect(await under).toBe('done')
    await closing
  })

  it('says when it is well, and closes once work is done', async () => {
    const database = await opened(await engine.settings())
    await sql`create schema ${sql.id(SCHEMA)}`.execute(database.queries)
    await makeAccounts(database)
    expect(await database.health()).toMatchObject({ ok: true, problem: undefined })
    const under = database.transaction(async (trx) => {
      await sleep(100)
      await sql`update account set fen = 1 where id = 1`.execute(trx)
      return 'done'
    })
    await sleep(20)
    const [result] = await Promise.all([under, database.close(), database.close()])
    expect(result).toBe('done')
    expect(await database.health()).toMatchObject({ ok: false, problem: 'unreachable' })
    await expect(sql`select 1`.execute(database.queries)).rejects.toMatchObject({ kind: 'unavailable' })
  })
})
