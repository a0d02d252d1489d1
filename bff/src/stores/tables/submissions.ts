import type { IsoDate } from '@suanhui/shared/date'
import type { Fen } from '@suanhui/shared/money'
import type { Catalogue } from '@suanhui/shared/rules'
import type { SubmissionStep } from '@suanhui/shared/submission'
import type { PlatformId, Round } from '../../platforms/platform'
import type { Defaulted, Json } from './column'

/** As the platform issued it; null: the platform did not say. */
export interface IssuedVoucher {
  readonly grantedFen: Fen | null
  /** The last day. */
  readonly validUntil: IsoDate | null
}

/** A filing, an application or a voucher, from its first draft on; its id is also that of the platform's subject. */
export interface SubmissionsTable {
  readonly id: string
  readonly company_id: string
  readonly created_by: string
  /** A claim becomes a redemption when its voucher is issued. */
  readonly step: SubmissionStep
  readonly measure_id: string
  readonly platform: PlatformId
  /** The round as it was announced; null where there is none. */
  readonly round: Json<Round> | null
  /** Counts changes: whoever writes says which one was read. */
  readonly version: Defaulted<number>
  /** What a person said, by form and field: sealed JSON. Null: nothing yet. */
  readonly answers: string | null
  readonly papers: Json<Readonly<Record<string, readonly string[]>>>
  readonly confirmed_findings: Json<readonly string[]>
  readonly sending: Defaulted<'draft' | 'queued' | 'sent' | 'refused'>
  /** The platform's words. */
  readonly refusal: string | null
  readonly receipt_number: string | null
  /** Sent back by the platform, and not sent again since. */
  readonly reopened: Defaulted<boolean>
  readonly submit_count: Defaulted<number>
  /** What was sent last: sealed JSON of a `Pinned`. */
  readonly pinned: string | null
  /** SHA-256 of the canonical text, hex. */
  readonly pinned_sha256: string | null
  /** The rules it is begun with, and sent under: a newer version is compared and explained, never slipped in. */
  readonly catalogue_version: string | null
  /** The newer version that a person has seen and did not take. */
  readonly kept_over: string | null
  readonly first_submitted_at: Date | null
  readonly submitted_at: Date | null
  /** The last act of the applicant, and the platform's count when it was done: it is not done twice. */
  readonly act: string | null
  readonly act_sequence: number | null
  /** Of a redemption. */
  readonly voucher: Json<IssuedVoucher> | null
  readonly created_at: Defaulted<Date>
  readonly updated_at: Defaulted<Date>
}

/** The rules of one measure, as a version of the catalogue had them. */
export interface PinnedRulesTable {
  readonly version: string
  readonly measure_id: string
  readonly rules: Json<Catalogue>
}

export interface SubmissionTables {
  readonly pinned_rules: PinnedRulesTable
  readonly submissions: SubmissionsTable
}
