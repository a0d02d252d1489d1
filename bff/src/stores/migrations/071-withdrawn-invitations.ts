import type { Migration } from './migration'

/** An invitation that was taken back stays to be seen, as a used one does. */
export const withdrawnInvitations: Migration = {
  id: '071-withdrawn-invitations',
  sql: `
    alter table company_invitations
      add column withdrawn_at timestamptz,
      add check (accepted_at is null or withdrawn_at is null);
  `,
}
