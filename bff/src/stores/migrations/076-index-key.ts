import type { Migration } from './migration'

/**
 * The key of the blind indexes, sealed with the master key: it stays the same when the master key is changed, so that no
 * old master key has to be kept for it. One row, made by the first start.
 */
export const indexKey: Migration = {
  id: '076-index-key',
  sql: `
    create table index_key (
      only_one boolean primary key default true check (only_one),
      sealed text collate "C" not null
    );
  `,
}
