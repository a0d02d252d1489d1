import type { Migration } from './migration'

/** What a company says of itself, and what is known of it, each sealed with the company's key. */
export const companies: Migration = {
  id: '021-companies',
  sql: `
    create table company_profiles (
      company_id uuid primary key references companies on delete cascade,
      version integer not null default 1,
      source text not null check (source in ('registry', 'person')),
      profile text not null,
      updated_at timestamptz not null
    );
    create table company_facts (
      company_id uuid primary key references companies on delete cascade,
      facts text not null,
      updated_at timestamptz not null
    );
  `,
}
