import type { ColumnType, Generated } from 'kysely'

/** JSON is read as a value and written as text: `JSON.stringify(value)`. */
export type Json<T> = ColumnType<T, string, string>

/** Filled by the database when the row is inserted. */
export type Defaulted<T> = Generated<T>
