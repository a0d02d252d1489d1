import type { Migration } from './migration'

export const jobs: Migration = {
  id: '003-jobs',
  sql: `
    create table jobs (
      id bigint generated always as identity primary key,
      kind text collate "C" not null,
      dedupe_key text collate "C" not null,
      payload jsonb not null,
      state text not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
      attempts integer not null default 0,
      run_at timestamptz not null default clock_timestamp(),
      lease_until timestamptz,
      lease_token uuid,
      last_failure text,
      queued_at timestamptz not null default clock_timestamp(),
      ended_at timestamptz,
      unique (kind, dedupe_key)
    );
    create index jobs_due on jobs (kind, run_at, id) where state = 'waiting';
    create index jobs_ended on jobs (ended_at) where state <> 'waiting';
  `,
}
