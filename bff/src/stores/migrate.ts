import { sql } from 'kysely'
import type { Database, Transaction } from './database'
import { DatabaseSetupError } from './database-error'
import { checksumOf, type Migration } from './migrations/migration'
import { SCHEMA } from './session'

/** Any number, but the same in every process: who holds it migrates. */
const LOCK = 7_262_001

export interface Applied {
  readonly id: string
  readonly checksum: string
}

/**
 * Brings the schema up to date: the steps that are missing, in order, all in one transaction. Processes that start at
 * once wait for one another.
 * @returns the steps that were applied now.
 * @throws {DatabaseSetupError} a step that was applied has another text today, or the database is newer than the program.
 */
export const migrate = (database: Database, migrations: readonly Migration[]): Promise<readonly string[]> =>
  database.transaction((transaction) => applyMigrations(transaction, migrations), { unlimited: true })

/** The same inside a transaction that is there already. */
export async function applyMigrations(
  transaction: Transaction,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  // For another process that migrates we wait as long as it takes; for a table in use only as long as always.
  await sql`set local lock_timeout = 0`.execute(transaction)
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction)
  await sql`set local lock_timeout to default`.execute(transaction)
  await makeSchema(transaction)
  await sql`create table if not exists schema_migrations (
    id text collate "C" primary key,
    checksum text not null,
    applied_at timestamptz not null default clock_timestamp()
  )`.execute(transaction)

  const missing = missingAfter(await appliedIn(transaction), migrations)
  for (const migration of missing) {
    await sql.raw(migration.sql).execute(transaction)
    const row = { id: migration.id, checksum: checksumOf(migration) }
    await transaction.insertInto('schema_migrations').values(row).execute()
  }
  return missing.map(({ id }) => id)
}

/** A schema that an administrator made for us beforehand needs no right to make one. */
async function makeSchema(transaction: Transaction): Promise<void> {
  const found = await sql`select from pg_namespace where nspname = ${SCHEMA}`.execute(transaction)
  if (found.rows.length === 0) await sql`create schema ${sql.id(SCHEMA)}`.execute(transaction)
}

export const appliedIn = (transaction: Transaction): Promise<Applied[]> =>
  transaction.selectFrom('schema_migrations').select(['id', 'checksum']).orderBy('id').execute()

/** @throws {DatabaseSetupError} where what was applied is not how the list begins. */
export function missingAfter(applied: readonly Applied[], migrations: readonly Migration[]): readonly Migration[] {
  applied.forEach(({ id, checksum }, index) => {
    const known = migrations[index]
    if (known?.id === id && checksumOf(known) === checksum) return
    if (known?.id === id) {
      throw new DatabaseSetupError(`数据库升级步骤 ${id} 已经执行过，但程序里它的内容变了：请还原它，改动写成新的一步`)
    }
    if (migrations.some((migration) => migration.id === id)) {
      throw new DatabaseSetupError(`数据库升级步骤的顺序变了：${id} 已经执行过，前面却多了 ${known?.id ?? '别的步骤'}`)
    }
    throw new DatabaseSetupError(`数据库比程序新：里面有这个程序不认识的升级步骤 ${id}，请用新版本的程序`)
  })
  return migrations.slice(applied.length)
}
