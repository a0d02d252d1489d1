import type { Status, SubjectKind, SubjectState } from '@suanhui/shared/status'
import type { PlatformEvent, PlatformId, Provider, Verb } from '../../platforms/platform'
import type { Defaulted, Json } from './column'

/** Something of a company's that a platform decides about; see `shared/src/status`. */
export interface PlatformSubjectsTable {
  readonly id: string
  readonly company_id: string
  readonly platform: PlatformId
  readonly kind: SubjectKind
  /** Null until the platform has taken it in. */
  readonly platform_id: string | null
  readonly receipt_number: string | null
  readonly status: Defaulted<Status>
  /** Of the last event taken in. */
  readonly sequence: Defaulted<number>
  readonly state: Json<SubjectState>
  readonly created_at: Defaulted<Date>
  readonly updated_at: Defaulted<Date>
}

/** One write to a platform. Its id is the idempotency key. */
export interface PlatformWritesTable {
  readonly id: string
  readonly subject_id: string
  readonly company_id: string
  readonly platform: PlatformId
  readonly verb: Verb
  /** Sealed JSON of a `Write`; null once it was answered. */
  readonly body: string | null
  readonly state: Defaulted<'queued' | 'sent' | 'refused'>
  /** The platform's words. */
  readonly refusal: string | null
  readonly refused_fields: Json<readonly { readonly field: string; readonly message: string }[]> | null
  readonly receipt_number: string | null
  readonly queued_at: Defaulted<Date>
  readonly answered_at: Date | null
}

/** Every piece of news, once; what is not applied yet waits for its turn or its subject. */
export interface PlatformEventsTable {
  readonly platform: PlatformId
  readonly event_id: string
  readonly platform_id: string
  readonly subject_id: string | null
  readonly sequence: number
  readonly type: string
  readonly occurred_at: Date
  readonly received_at: Date
  readonly applied_at: Date | null
  readonly outcome: 'applied' | 'unknown' | 'ignored' | null
  readonly data: Json<PlatformEvent>
}

/** Nonces of signed messages, until nobody could use them any more. */
export interface PlatformNoncesTable {
  readonly platform: PlatformId
  readonly nonce: string
  readonly until: Date
}

/** How far a platform's events were read. */
export interface PlatformCursorsTable {
  readonly platform: PlatformId
  readonly cursor: string
  readonly polled_at: Date
}

/** The registry as a platform last gave it. */
export interface ProvidersTable {
  readonly id: string
  readonly platform: PlatformId
  readonly name: string
  readonly credit_code: string
  readonly region: string
  readonly lowest_price_fen: number | null
  readonly data: Json<Provider>
}

export interface ProviderRefreshesTable {
  readonly platform: PlatformId
  readonly refreshed_at: Date
}

export interface PlatformTables {
  readonly platform_subjects: PlatformSubjectsTable
  readonly platform_writes: PlatformWritesTable
  readonly platform_events: PlatformEventsTable
  readonly platform_nonces: PlatformNoncesTable
  readonly platform_cursors: PlatformCursorsTable
  readonly providers: ProvidersTable
  readonly provider_refreshes: ProviderRefreshesTable
}
