import type { Migration } from './migration'

/** What was sent to other systems, what they said of it, and their registry of providers. */
export const platforms: Migration = {
  id: '030-platforms',
  sql: `
    create table platform_subjects (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      platform text collate "C" not null,
      kind text collate "C" not null check (kind in ('registration', 'filing', 'application', 'voucher')),
      platform_id text collate "C",
      receipt_number text collate "C",
      status text collate "C" not null default 'draft',
      sequence integer not null default 0,
      state jsonb not null,
      created_at timestamptz not null default clock_timestamp(),
      updated_at timestamptz not null default clock_timestamp(),
      unique (platform, platform_id)
    );
    create index platform_subjects_by_company on platform_subjects (company_id, kind, created_at);
    create table platform_writes (
      id uuid primary key,
      subject_id uuid not null references platform_subjects on delete cascade,
      company_id uuid not null references companies on delete cascade,
      platform text collate "C" not null,
      verb text collate "C" not null,
      body text,
      state text not null default 'queued' check (state in ('queued', 'sent', 'refused')),
      refusal text,
      refused_fields jsonb,
      receipt_number text collate "C",
      queued_at timestamptz not null default clock_timestamp(),
      answered_at timestamptz
    );
    create index platform_writes_by_subject on platform_writes (subject_id, queued_at);
    create table platform_events (
      platform text collate "C" not null,
      event_id text collate "C" not null,
      platform_id text collate "C" not null,
      subject_id uuid references platform_subjects on delete cascade,
      sequence integer not null,
      type text collate "C" not null,
      occurred_at timestamptz not null,
      received_at timestamptz not null,
      applied_at timestamptz,
      outcome text collate "C" check (outcome in ('applied', 'unknown', 'ignored')),
      data jsonb not null,
      primary key (platform, event_id)
    );
    create index platform_events_waiting on platform_events (platform, platform_id, sequence) where applied_at is null;
    create index platform_events_by_subject on platform_events (subject_id, sequence) where subject_id is not null;
    create table platform_nonces (
      platform text collate "C" not null,
      nonce text collate "C" not null,
      until timestamptz not null,
      primary key (platform, nonce)
    );
    create index platform_nonces_until on platform_nonces (until);
    create table platform_cursors (
      platform text collate "C" primary key,
      cursor text not null,
      polled_at timestamptz not null
    );
    create table providers (
      id text collate "C" primary key,
      platform text collate "C" not null,
      name text not null,
      credit_code text collate "C" not null,
      region text collate "C" not null,
      lowest_price_fen bigint,
      data jsonb not null
    );
    create index providers_by_credit_code on providers (credit_code);
    create table provider_refreshes (
      platform text collate "C" primary key,
      refreshed_at timestamptz not null
    );
  `,
}
