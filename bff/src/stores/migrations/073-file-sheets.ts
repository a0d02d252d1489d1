import type { Migration } from './migration'

/** Pictures of the pages of files that are none themselves: PDF and OFD. */
export const fileSheets: Migration = {
  id: '073-file-sheets',
  sql: `
    -- Width and height of each page's picture. Null: not drawn yet, or nothing to draw. Empty: it could not be drawn.
    alter table files add column sheets jsonb;
    -- Drawn anew from what the file says.
    alter table files add column redrawn boolean not null default false;
  `,
}
