import type { Migration } from './migration'

/** Who there is: everything else about people and companies lies in tables of its own that refer to these. */
export const peopleAndCompanies: Migration = {
  id: '004-people-and-companies',
  sql: `
    create table people (
      id uuid primary key,
      created_at timestamptz not null default clock_timestamp(),
      deleted_at timestamptz
    );
    create table companies (
      id uuid primary key,
      credit_code text collate "C" not null unique,
      name text not null,
      region text collate "C",
      created_at timestamptz not null default clock_timestamp()
    );
    create table company_members (
      company_id uuid not null references companies on delete cascade,
      person_id uuid not null references people on delete cascade,
      role text not null check (role in ('owner', 'agent')),
      joined_at timestamptz not null default clock_timestamp(),
      primary key (company_id, person_id)
    );
    create index company_members_by_person on company_members (person_id);
  `,
}
