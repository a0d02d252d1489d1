import type { Migration } from './migration'

export const dataKeys: Migration = {
  id: '005-data-keys',
  sql: `
    create table data_keys (
      owner_kind text not null check (owner_kind in ('person', 'company')),
      owner_id uuid not null,
      wrapped text,
      master_key_id text collate "C",
      created_at timestamptz not null default clock_timestamp(),
      destroyed_at timestamptz,
      primary key (owner_kind, owner_id),
      check ((destroyed_at is null) = (wrapped is not null))
    );
    create index data_keys_by_master_key on data_keys (master_key_id);
  `,
}
