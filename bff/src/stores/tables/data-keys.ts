import type { Defaulted } from './column'

/** The data key of a person or company, wrapped by a master key; see `vault/`. */
export interface DataKeysTable {
  readonly owner_kind: 'person' | 'company'
  readonly owner_id: string
  /** Null once it was destroyed: the row stays, so that no new key is made for someone who was deleted. */
  readonly wrapped: string | null
  readonly master_key_id: string | null
  readonly created_at: Defaulted<Date>
  readonly destroyed_at: Date | null
}

/** The key of the blind indexes, sealed with a master key: one row. */
export interface IndexKeyTable {
  readonly only_one: Defaulted<boolean>
  readonly sealed: string
}

export interface DataKeyTables {
  readonly index_key: IndexKeyTable
  readonly data_keys: DataKeysTable
}
