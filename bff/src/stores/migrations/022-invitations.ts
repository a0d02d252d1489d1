import type { Migration } from './migration'

/** Whom a company asked to come: only the hash of the token is kept, so that nobody reads an invitation here. */
export const invitations: Migration = {
  id: '022-invitations',
  sql: `
    create table company_invitations (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      token_hash text collate "C" not null unique,
      role text not null check (role in ('owner', 'agent')),
      invited_by uuid not null references people on delete cascade,
      expires_at timestamptz not null,
      accepted_by uuid references people on delete cascade,
      accepted_at timestamptz,
      check ((accepted_by is null) = (accepted_at is null))
    );
    create index company_invitations_by_company on company_invitations (company_id);
  `,
}
