import type { Defaulted, Json } from './column'

/** Work that must happen once and may fail on the way; see `jobs/queue.ts`. */
export interface JobsTable {
  readonly id: Defaulted<number>
  readonly kind: string
  readonly dedupe_key: string
  readonly payload: Json<unknown>
  readonly state: Defaulted<'waiting' | 'done' | 'dead'>
  readonly attempts: Defaulted<number>
  readonly run_at: Defaulted<Date>
  readonly lease_until: Date | null
  readonly lease_token: string | null
  /** What went wrong last, in words for the operator: never a payload's value. */
  readonly last_failure: string | null
  readonly queued_at: Defaulted<Date>
  readonly ended_at: Date | null
}

export interface JobTables {
  readonly jobs: JobsTable
}
