import type { Migration } from './migration'

/**
 * The rules that a submission was begun with, so that newer ones can be compared with them. Apart from the versions
 * that companies were told of: which of those came last must not depend on who begins a submission when.
 */
export const pinnedRules: Migration = {
  id: '075-pinned-rules',
  sql: `
    create table pinned_rules (
      version text collate "C" not null,
      measure_id text collate "C" not null,
      rules jsonb not null,
      primary key (version, measure_id)
    );
    alter table submissions add column kept_over text collate "C";
  `,
}
