import type { Migration } from './migration'

/**
 * What people agreed to and took back, each word of theirs one row. Beside that: ids of what lies with a platform after
 * its company was deleted, and the ways to find the audit entries about someone.
 */
export const privacy: Migration = {
  id: '025-privacy',
  sql: `
    create table consents (
      seq bigint generated always as identity primary key,
      person_id uuid not null references people,
      purpose text collate "C" not null
        check (purpose in ('service', 'notifications', 'proactive_matching', 'sharing_with_platform')),
      company_id uuid,
      version text not null,
      given boolean not null,
      at timestamptz not null,
      check ((company_id is not null) = (purpose = 'proactive_matching'))
    );
    create index consents_by_person on consents (person_id, seq);
    create index consents_by_company on consents (company_id, seq) where company_id is not null;
    create table closed_subjects (
      id uuid primary key,
      company_id uuid not null,
      platform text collate "C" not null,
      kind text collate "C" not null,
      platform_id text collate "C",
      receipt_number text collate "C",
      closed_at timestamptz not null
    );
    create index closed_subjects_by_age on closed_subjects (closed_at);
    create index audit_entries_by_actor on audit_entries ((content::jsonb ->> 0));
    create index audit_entries_by_subject on audit_entries using gin ((content::jsonb -> 2));
    create trigger audit_entries_never_emptied before truncate on audit_entries
      for each statement execute function refuse_audit_change();
  `,
}
