import type { Log } from './log'
import type { Page } from './services/load-page'
import type { PublishedCatalogue } from './services/publish-catalogue'
import type { Database, Health } from './stores/database'
import type { Role } from './stores/members'
import type { Vault } from './vault/vault'

/** Who asks, as their access token says. */
export interface Caller {
  readonly personId: string
  readonly sessionId: string
}

/** The world, as it comes in by the front door. */
export interface Deps {
  readonly clock: () => Date
  /** Milliseconds from some fixed moment, never set back: for durations. */
  readonly elapsedMs: () => number
  readonly newId: () => string
  readonly log: Log
  /** From 0 to 1, for pauses; secrets come from `node:crypto`. */
  readonly random: () => number
  /** How other systems are reached. */
  readonly fetch: typeof globalThis.fetch
  readonly published: PublishedCatalogue
  readonly database: Database
  readonly vault: Vault
  /** Undefined where the token is not one of ours, has expired, or its session was ended. */
  readonly identify: (accessToken: string) => Promise<Caller | undefined>
  /** There is new work in the queue. */
  readonly wakeJobs: () => void
  /** Whether the database answers. */
  readonly databaseHealth: () => Promise<Pick<Health, 'ok'>>
  /** Absent while the page has not been built. */
  readonly page: Page | undefined
}

/** What one request carries through the middleware. */
export interface Bindings {
  Variables: {
    requestId: string
    /** Behind `signedIn` only. */
    caller: Caller
    /** Behind `memberOf` only. */
    member: { readonly companyId: string; readonly role: Role }
  }
}
