import { setTimeout as sleep } from 'node:timers/promises'
import { migrate } from '@suanhui/bff/stores/migrate'
import { migrations } from '@suanhui/bff/stores/migrations/index'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { engines, opened } from './engines'
import { quiet } from './quiet'

/** Both engines are busy with this for seconds. */
const endless = sql`select count(*) from generate_series(1, 100000000) n`

describe.each(engines)('on the $name engine', (engine) => {
  it('ends a statement at its limit, and is there again for the next', async () => {
    const limits = { statementMs: 300, idleInTransactionMs: undefined }
    const database = await opened(await engine.settings(), { ...quiet, limits })
    await migrate(database, migrations)
    const start = performance.now()
    const [slow, waiting] = await Promise.allSettled([
      endless.execute(database.queries),
      sleep(50).then(() => database.queries.selectFrom('schema_migrations').select('id').execute()),
    ])
    expect(slow).toMatchObject({ status: 'rejected', reason: { kind: 'timeout' } })
    // What was committed stays, and who waited is served.
    expect(waiting).toMatchObject({ status: 'fulfilled', value: migrations.map(({ id }) => ({ id })) })
    expect(performance.now() - start).toBeLessThan(15_000)
  })

  it('ends a transaction that stands idle, and gives its place to others', async () => {
    const limits = { statementMs: 10_000, idleInTransactionMs: 300 }
    const database = await opened(await engine.settings(), { ...quiet, limits })
    await migrate(database, migrations)
    const forgotten = database.transaction(async (trx) => {
      await sql`delete from schema_migrations`.execute(trx)
      await sleep(1_500)
      await sql`select 1`.execute(trx)
    })
    const settled = forgotten.catch((error: unknown) => error)
    await sleep(50)
    const rows = await database.queries.selectFrom('schema_migrations').select('id').execute()
    expect(rows).toHaveLength(migrations.length)
    expect(await settled).toMatchObject({ kind: 'timeout' })
  })

  it('lets an unlimited transaction take its time', async () => {
    const limits = { statementMs: 200, idleInTransactionMs: 200 }
    const database = await opened(await engine.settings(), { ...quiet, limits })
    const counted = await database.transaction(
      async (trx) => {
        await sleep(500)
        const { rows } = await sql<{ n: number }>`select count(*) as n from generate_series(1, 3000000)`.execute(trx)
        return rows[0]?.n
      },
      { unlimited: true },
    )
    expect(counted).toBe(3_000_000)
  })
})
