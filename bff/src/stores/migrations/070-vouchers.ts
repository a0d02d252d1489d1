import type { Migration } from './migration'

/** Shanxi's voucher is a submission too: first its claim, then its redemption. */
export const vouchers: Migration = {
  id: '070-vouchers',
  sql: `
    alter table submissions drop constraint submissions_step_check;
    alter table submissions add constraint submissions_step_check
      check (step in ('filing', 'application', 'claim', 'redemption'));
    alter table submissions add column voucher jsonb;
  `,
}
