import { sql } from 'kysely'
import type { Transaction } from '../database'
import { appliedIn } from '../migrate'
import { SCHEMA } from '../session'
import type { Counter, Entry, Row, TableSummary } from './entry'
import { TableHash } from './table-hash'

const BATCH_ROWS = 500
/** Written by the migrations themselves. */
export const OWN_BOOKS = 'schema_migrations'

export interface Table {
  readonly name: string
  /** Those that a row is inserted with; computed ones are left out. */
  readonly columns: readonly string[]
}

/** Our tables but the list of migrations, by name. A partitioned table stands for its parts. */
export async function tablesIn(transaction: Transaction): Promise<readonly Table[]> {
  const { rows } = await sql<Table>`
    select c.relname as name, json_agg(a.attname order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where n.nspname = ${SCHEMA} and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> ${OWN_BOOKS}
    group by c.relname order by c.relname collate "C"`.execute(transaction)
  return rows
}

/** Reads everything. For one moment's picture, the transaction is a repeatable read. */
export async function* readTables(transaction: Transaction): AsyncGenerator<Entry> {
  yield { head: { migrations: await appliedIn(transaction) } }
  for (const table of await tablesIn(transaction)) {
    yield { table: table.name, columns: table.columns }
    const hash = new TableHash()
    for await (const rows of rowsOf(transaction, table)) {
      for (const row of rows) hash.add(row)
      yield { rows }
    }
    yield { end: { table: table.name, rows: hash.rows, hash: hash.hex } }
  }
  yield { counters: await countersIn(transaction) }
}

/** Counts and hashes of every table, as they stand. */
export async function summarise(transaction: Transaction): Promise<readonly TableSummary[]> {
  const summaries: TableSummary[] = []
  for (const table of await tablesIn(transaction)) {
    const hash = new TableHash()
    for await (const rows of rowsOf(transaction, table)) for (const row of rows) hash.add(row)
    summaries.push({ table: table.name, rows: hash.rows, hash: hash.hex })
  }
  return summaries
}

async function* rowsOf(transaction: Transaction, { name, columns }: Table): AsyncGenerator<readonly Row[]> {
  const values = sql.join(columns.map((column) => sql`${sql.ref(column)}::text`))
  await sql`declare copying no scroll cursor for
    select json_build_array(${values})::text as row from ${sql.table(name)}`.execute(transaction)
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch forward ${sql.lit(BATCH_ROWS)} from copying`.execute(transaction)
    if (rows.length === 0) break
    yield rows.map(({ row }) => JSON.parse(row) as Row)
  }
  await sql`close copying`.execute(transaction)
}

async function countersIn(transaction: Transaction): Promise<readonly Counter[]> {
  const { rows } = await sql<Counter>`
    select sequencename as sequence, last_value::text as last from pg_sequences
    where schemaname = ${SCHEMA} and last_value is not null order by 1`.execute(transaction)
  return rows
}
