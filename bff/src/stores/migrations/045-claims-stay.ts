import type { Migration } from './migration'

/** An invoice that was claimed at a platform stays claimed when the company is deleted: by keyed hash and ids alone. */
export const claimsStay: Migration = {
  id: '045-claims-stay',
  sql: `
    alter table invoice_claims drop constraint invoice_claims_company_id_fkey;
    create index invoice_claims_by_company on invoice_claims (company_id);
  `,
}
