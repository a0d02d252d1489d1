import type { Migration } from './migration'

/** Filings and applications: drafts, and what was sent of them as it was sent. */
export const submissions: Migration = {
  id: '050-submissions',
  sql: `
    create table submissions (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      created_by uuid not null references people,
      step text collate "C" not null check (step in ('filing', 'application')),
      measure_id text collate "C" not null,
      platform text collate "C" not null,
      round jsonb,
      version integer not null default 1,
      answers text,
      papers jsonb not null default '{}',
      confirmed_findings jsonb not null default '[]',
      sending text collate "C" not null default 'draft' check (sending in ('draft', 'queued', 'sent', 'refused')),
      refusal text,
      receipt_number text,
      reopened boolean not null default false,
      submit_count integer not null default 0,
      pinned text,
      pinned_sha256 text collate "C",
      catalogue_version text collate "C",
      first_submitted_at timestamptz,
      submitted_at timestamptz,
      act text collate "C",
      act_sequence integer,
      created_at timestamptz not null default clock_timestamp(),
      updated_at timestamptz not null default clock_timestamp()
    );
    create index submissions_of_company on submissions (company_id, updated_at desc);
  `,
}
