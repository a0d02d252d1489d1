import { sql } from 'kysely'
import type { Transaction } from '../database'
import { applyMigrations, missingAfter } from '../migrate'
import type { Migration } from '../migrations/migration'
import { SCHEMA } from '../session'
import type { Counter, Entry, Row, TableSummary } from './entry'
import { OWN_BOOKS, summarise } from './read-tables'
import { withoutGuards } from './without-guards'

/** PostgreSQL numbers the parameters of a statement with sixteen bits. */
const MOST_PARAMETERS = 60_000

/** There is something in the database already, and nobody said that it may go. For the operator, in Chinese. */
export class TargetNotEmptyError extends Error {
  constructor(readonly tables: readonly string[]) {
    super(`要写入的数据库里已经有数据（${tables.join('、')}），没有动它`)
    this.name = 'TargetNotEmptyError'
  }
}

/** The copy is broken, or what was written is not what was read; nothing was changed. For the operator, in Chinese. */
export class CopyMismatchError extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'CopyMismatchError'
  }
}

/** Our tables that hold rows. */
export async function filledTables(transaction: Transaction): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${SCHEMA} and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> ${OWN_BOOKS}
    order by c.relname collate "C"`.execute(transaction)
  const filled: string[] = []
  for (const { name } of rows) {
    const found = await sql<{ any: boolean }>`select exists (select from ${sql.table(name)}) as any`.execute(
      transaction,
    )
    if (found.rows[0]?.any) filled.push(name)
  }
  return filled
}

/**
 * Writes a copy into the database: makes the schema as it was, fills it, compares every table by count and hash, and
 * then brings the schema up to date. All of it takes place, or nothing.
 * @throws {TargetNotEmptyError} unless `replace`. @throws {CopyMismatchError} @throws {DatabaseSetupError}
 */
export async function loadTables(
  transaction: Transaction,
  entries: AsyncIterable<Entry>,
  options: { readonly migrations: readonly Migration[]; readonly replace: boolean },
): Promise<readonly TableSummary[]> {
  if (!options.replace) {
    const filled = await filledTables(transaction)
    if (filled.length > 0) throw new TargetNotEmptyError(filled)
  }
  const reading = entries[Symbol.asyncIterator]()
  const first = await reading.next()
  if (first.done || !('head' in first.value)) throw new CopyMismatchError('备份文件的开头不对')

  const later = missingAfter(first.value.head.migrations, options.migrations)
  const before = options.migrations.slice(0, options.migrations.length - later.length)
  await sql`drop schema if exists ${sql.id(SCHEMA)} cascade`.execute(transaction)
  await applyMigrations(transaction, before)

  const expected: TableSummary[] = []
  await withoutGuards(transaction, async () => {
    let into: { readonly table: string; readonly columns: readonly string[] } | undefined
    for (let next = await reading.next(); !next.done; next = await reading.next()) {
      const entry = next.value
      if ('table' in entry) into = entry
      else if ('rows' in entry && into) await insert(transaction, into.table, into.columns, entry.rows)
      else if ('end' in entry) expected.push(entry.end)
      else if ('counters' in entry) await setCounters(transaction, entry.counters)
    }
  })
  compare(expected, await summarise(transaction))
  await applyMigrations(transaction, options.migrations)
  return expected
}

async function insert(
  transaction: Transaction,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const atOnce = Math.max(1, Math.floor(MOST_PARAMETERS / columns.length))
  for (let start = 0; start < rows.length; start += atOnce) {
    const values = rows.slice(start, start + atOnce).map((row) => sql`(${sql.join(row)})`)
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      overriding system value values ${sql.join(values)}`.execute(transaction)
  }
}

async function setCounters(transaction: Transaction, counters: readonly Counter[]): Promise<void> {
  for (const { sequence, last } of counters) {
    await sql`select setval(format('%I.%I', ${SCHEMA}::text, ${sequence}::text)::regclass, ${last}::bigint)`.execute(
      transaction,
    )
  }
}

/** @throws {CopyMismatchError} naming the first table that differs. */
export function compare(expected: readonly TableSummary[], found: readonly TableSummary[]): void {
  const names = new Set([...expected, ...found].map(({ table }) => table))
  for (const name of names) {
    const one = expected.find(({ table }) => table === name)
    const other = found.find(({ table }) => table === name)
    if (one?.rows === other?.rows && one?.hash === other?.hash) continue
    const count = (summary: TableSummary | undefined): string => (summary ? `${summary.rows} 行` : '没有')
    throw new CopyMismatchError(`表 ${name} 对不上：应为 ${count(one)}，实为 ${count(other)}，或者内容不同`)
  }
}
