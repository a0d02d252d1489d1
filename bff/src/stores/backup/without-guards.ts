import { sql } from 'kysely'
import type { Transaction } from '../database'
import { SCHEMA } from '../session'

interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/**
 * Lets rows in, in any order, as they were: foreign keys are taken off for the work and checked over all rows when
 * they are put back, and triggers rest. What a trigger wrote stands in the copy already.
 */
export async function withoutGuards(transaction: Transaction, work: () => Promise<void>): Promise<void> {
  const keys = await foreignKeys(transaction)
  const triggered = await tablesWithTriggers(transaction)
  for (const { table, name } of keys) {
    await sql`alter table ${sql.table(table)} drop constraint ${sql.id(name)}`.execute(transaction)
  }
  for (const table of triggered) await sql`alter table ${sql.table(table)} disable trigger user`.execute(transaction)
  await work()
  for (const table of triggered) await sql`alter table ${sql.table(table)} enable trigger user`.execute(transaction)
  for (const { table, name, definition } of keys) {
    await sql`alter table ${sql.table(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(
      transaction,
    )
  }
}

async function foreignKeys(transaction: Transaction): Promise<readonly ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select r.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
    where n.nspname = ${SCHEMA} and c.contype = 'f' and c.conparentid = 0
    order by r.relname, c.conname`.execute(transaction)
  return rows
}

async function tablesWithTriggers(transaction: Transaction): Promise<readonly string[]> {
  const { rows } = await sql<{ table: string }>`
    select distinct r.relname as table
    from pg_trigger t join pg_class r on r.oid = t.tgrelid join pg_namespace n on n.oid = r.relnamespace
    where n.nspname = ${SCHEMA} and not t.tgisinternal and t.tgenabled <> 'D'`.execute(transaction)
  return rows.map(({ table }) => table)
}
