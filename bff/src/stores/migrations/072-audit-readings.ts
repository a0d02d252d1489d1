import type { Migration } from './migration'

/** Whether someone read the same a moment ago is found by the words of the entry, however long they are. */
export const auditReadings: Migration = {
  id: '072-audit-readings',
  sql: `
    create index audit_entries_by_content on audit_entries using hash (content);
  `,
}
