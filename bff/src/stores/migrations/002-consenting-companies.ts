import type { Migration } from './migration'

// Only companies that agreed to be told stand here: withdrawing takes the row away, and with it what is queued.
export const consentingCompanies: Migration = {
  id: '002-consenting-companies',
  sql: `
    create table consenting_companies (
      company_id text collate "C" primary key,
      facts json not null,
      consented_at timestamptz not null,
      updated_at timestamptz not null default clock_timestamp()
    );
    create table catalogue_versions (
      version text collate "C" primary key,
      catalogue json not null,
      taken_in_at timestamptz not null default clock_timestamp()
    );
    create table proactive_news (
      company_id text collate "C" not null references consenting_companies on delete cascade,
      measure_id text collate "C" not null,
      catalogue_version text collate "C" not null,
      change text not null check (change in ('gain', 'lose', 'more', 'less')),
      queued_at timestamptz not null default clock_timestamp(),
      primary key (company_id, measure_id, catalogue_version)
    );
    create index proactive_news_by_age on proactive_news (queued_at);
  `,
}
