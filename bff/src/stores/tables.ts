import type { ColumnType, Generated } from 'kysely'

/** JSON is read as a value and written as text: `JSON.stringify(value)`. */
export type Json<T> = ColumnType<T, string, string>

/** Filled by the database when the row is inserted. */
export type Defaulted<T> = Generated<T>

/** Kept by `migrate`. */
export interface SchemaMigrationsTable {
  readonly id: string
  /** SHA-256 of the migration's text, hex. */
  readonly checksum: string
  readonly applied_at: Defaulted<Date>
}

/** The first answer to a write, kept with its effect; see `idempotency.ts`. */
export interface IdempotencyKeysTable {
  readonly scope: string
  readonly key: string
  readonly request_hash: string
  readonly status: number
  readonly body: Json<unknown>
  readonly created_at: Defaulted<Date>
}

/** Every table, by its name in SQL. */
export interface Tables {
  readonly schema_migrations: SchemaMigrationsTable
  readonly idempotency_keys: IdempotencyKeysTable
}
