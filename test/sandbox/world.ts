import type { Faults } from './faults'
import type { Journal } from './journal'
import type { Outbox } from './outbox'
import type { Secrets } from './secrets'

/** What every part of the sandbox is given. */
export interface World {
  readonly clock: () => Date
  /** The platforms' own clock, which the switches may set wrong. */
  readonly skewed: () => Date
  readonly newId: () => string
  readonly journal: Journal
  readonly secrets: Secrets
  readonly faults: Faults
  /** What goes to the product: webhooks, callbacks, receipts. */
  readonly outbox: Outbox
  /** The folder for papers. */
  readonly folder: string
  readonly fetch: typeof globalThis.fetch
}
