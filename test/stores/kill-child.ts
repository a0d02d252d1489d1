import { openDatabase } from '@suanhui/bff/stores/database'
import { SCHEMA } from '@suanhui/bff/stores/session'
import type { DatabaseSettings } from '@suanhui/bff/stores/settings'
import { sql } from 'kysely'
import { quiet } from './quiet'

// Says what it finds, then moves money until it is killed, and says each number once its transaction is committed.
const database = await openDatabase(JSON.parse(process.argv[2] ?? '') as DatabaseSettings, quiet)
const { queries } = database
await sql`create schema if not exists ${sql.id(SCHEMA)}`.execute(queries)
await sql`create table if not exists account (id int primary key, fen int)`.execute(queries)
await sql`create table if not exists transfer (seq int primary key, pad text)`.execute(queries)
await sql`insert into account select n, 1000 from generate_series(0, 9) n on conflict do nothing`.execute(queries)

const { rows } = await sql<{ rows: number; highest: number; fen: number }>`
  select count(*)::int as rows, coalesce(max(seq), 0)::int as highest, (select sum(fen)::int from account) as fen
  from transfer`.execute(queries)
const found = rows[0]
process.stdout.write(`${JSON.stringify(found)}\n`)

for (let seq = (found?.highest ?? 0) + 1; ; seq += 1) {
  await database.transaction(async (trx) => {
    await sql`update account set fen = fen - 1 where id = ${seq % 10}`.execute(trx)
    await sql`update account set fen = fen + 1 where id = ${(seq * 7 + 3) % 10}`.execute(trx)
    await sql`insert into transfer values (${seq}, ${'p'.repeat(200 + (seq % 800))})`.execute(trx)
  })
  process.stdout.write(`${seq}\n`)
}
