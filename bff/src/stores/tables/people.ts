import type { CreditCode } from '@suanhui/shared/credit-code'
import type { RegionCode } from '@suanhui/shared/region'
import type { Defaulted } from './column'

/** A person; what is known of them lies sealed in other tables. */
export interface PeopleTable {
  readonly id: string
  readonly created_at: Defaulted<Date>
  /** Set when the person was deleted: the row stays so that an id is never given twice. */
  readonly deleted_at: Date | null
}

export interface CompaniesTable {
  readonly id: string
  readonly credit_code: CreditCode
  readonly name: string
  readonly region: RegionCode | null
  readonly created_at: Defaulted<Date>
}

export interface CompanyMembersTable {
  readonly company_id: string
  readonly person_id: string
  readonly role: 'owner' | 'agent'
  readonly joined_at: Defaulted<Date>
}

export interface PeopleTables {
  readonly people: PeopleTable
  readonly companies: CompaniesTable
  readonly company_members: CompanyMembersTable
}
