import type { Migration } from './migration'

/** What was done with personal data and by whom. Rows are only ever added: the database itself refuses the rest. */
export const audit: Migration = {
  id: '020-audit',
  sql: `
    create table audit_entries (
      seq integer primary key,
      at timestamptz not null,
      content text not null,
      previous_hash text collate "C" not null,
      hash text collate "C" not null unique
    );
    create function refuse_audit_change() returns trigger language plpgsql as $body$
    begin
      raise exception 'audit entries are only ever added';
    end
    $body$;
    create trigger audit_entries_only_added before update or delete on audit_entries
      for each row execute function refuse_audit_change();
  `,
}
