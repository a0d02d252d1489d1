import type { Log } from './log'
import type { Page } from './services/load-page'
import type { PublishedCatalogue } from './services/publish-catalogue'
import type { Health } from './stores/database'

/** The world, as it comes in by the front door. */
export interface Deps {
  readonly clock: () => Date
  /** Milliseconds from some fixed moment, never set back: for durations. */
  readonly elapsedMs: () => number
  readonly newId: () => string
  readonly log: Log
  readonly published: PublishedCatalogue
  /** Whether the database answers. */
  readonly databaseHealth: () => Promise<Pick<Health, 'ok'>>
  /** Absent while the page has not been built. */
  readonly page: Page | undefined
}

/** What one request carries through the middleware. */
export interface Bindings {
  Variables: { requestId: string }
}
