import type { Defaulted } from './column'

/** One link of the chain; see `audit/append-audit.ts`. */
export interface AuditEntriesTable {
  readonly seq: number
  readonly at: Date
  /** JSON of what was done, exactly as it was hashed. */
  readonly content: string
  readonly previous_hash: string
  readonly hash: string
}

export interface CompanyProfilesTable {
  readonly company_id: string
  readonly version: number
  readonly source: 'registry' | 'person'
  /** Sealed JSON. */
  readonly profile: string
  readonly updated_at: Date
}

export interface CompanyFactsTable {
  readonly company_id: string
  /** Sealed JSON. */
  readonly facts: string
  readonly updated_at: Date
}

export interface CompanyInvitationsTable {
  readonly id: string
  readonly company_id: string
  /** SHA-256 of the token, hex. */
  readonly token_hash: string
  readonly role: 'owner' | 'agent'
  readonly invited_by: string
  readonly expires_at: Date
  readonly accepted_by: string | null
  readonly accepted_at: Date | null
  readonly withdrawn_at: Defaulted<Date | null>
}

export interface CompanyTables {
  readonly audit_entries: AuditEntriesTable
  readonly company_profiles: CompanyProfilesTable
  readonly company_facts: CompanyFactsTable
  readonly company_invitations: CompanyInvitationsTable
}
