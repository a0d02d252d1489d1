import type { LeasedJob } from './queue'

/** What a handler makes of a job; throwing is the same as `retry`. */
export type Outcome =
  | { readonly outcome: 'done' }
  /** Try again, after so long, or after the usual pause, which doubles. */
  | { readonly outcome: 'retry'; readonly failure: string; readonly afterMs?: number }
  /** Not its turn yet (quiet hours, a queue that is full): no attempt is counted. */
  | { readonly outcome: 'later'; readonly afterMs: number }
  /** Trying again would not help: an operator has to look. */
  | { readonly outcome: 'dead'; readonly failure: string }

export const DONE: Outcome = { outcome: 'done' }

/** Does one kind of job. It may be called twice for one job: a crash between effect and answer looks like neither. */
export interface JobHandler {
  readonly kind: string
  /** After so many attempts a job is dead. Default 12, about a day of doubling pauses. */
  readonly attempts?: number
  /** Longest time one attempt takes, unless it is renewed. Default one minute. */
  readonly leaseMs?: number
  /** While an attempt runs, its lease is renewed for so long. Default: not at all. */
  readonly renewedForMs?: number
  /** How many of them run at once in this process. Default 4. */
  readonly atOnce?: number
  readonly run: (job: LeasedJob) => Promise<Outcome>
}
