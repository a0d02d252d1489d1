import type { PlatformId } from '../../platforms/platform'
import type { Defaulted } from './column'

export type ConsentPurpose = 'service' | 'notifications' | 'proactive_matching' | 'sharing_with_platform'

/** One word of a person: the last one on a purpose counts, the earlier ones are its history. */
export interface ConsentsTable {
  readonly seq: Defaulted<number>
  readonly person_id: string
  readonly purpose: ConsentPurpose
  /** With `proactive_matching` alone. */
  readonly company_id: string | null
  readonly version: string
  readonly given: boolean
  readonly at: Date
}

/** What a platform has of a company that was deleted here: ids alone, to answer for it when asked. */
export interface ClosedSubjectsTable {
  readonly id: string
  readonly company_id: string
  readonly platform: PlatformId
  readonly kind: string
  readonly platform_id: string | null
  readonly receipt_number: string | null
  readonly closed_at: Date
}

export interface PrivacyTables {
  readonly consents: ConsentsTable
  readonly closed_subjects: ClosedSubjectsTable
}
