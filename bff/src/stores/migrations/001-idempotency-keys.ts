import type { Migration } from './migration'

// `json`, not `jsonb`: the repeated answer is the first one to the letter.
export const idempotencyKeys: Migration = {
  id: '001-idempotency-keys',
  sql: `
    create table idempotency_keys (
      scope text collate "C" not null,
      key text collate "C" not null,
      request_hash text not null,
      status smallint not null check (status between 100 and 599),
      body json not null,
      created_at timestamptz not null default clock_timestamp(),
      primary key (scope, key)
    );
    create index idempotency_keys_by_age on idempotency_keys (created_at);
  `,
}
