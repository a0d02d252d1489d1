import type { PaperRules } from '@suanhui/shared/papers'
import type { Channels } from './channels/channel'
import type { MessagingSettings } from './channels/settings'
import type { SmsSender } from './channels/sms/sms'
import type { AccessTokens } from './identity/access-tokens'
import type { Log } from './log'
import type { Answered } from './metrics/metrics'
import type { Gate } from './middleware/gate'
import type { RateLimits } from './middleware/rate-limit'
import type { Paperwork } from './paperwork/paperwork'
import type { PlatformWorld } from './platforms/world'
import type { CompanyRegistry } from './registry/registry'
import type { Page } from './services/load-page'
import type { PaperWorld } from './services/papers/ports'
import type { PublishedCatalogue } from './services/publish-catalogue'
import type { Database, Health } from './stores/database'
import type { Role } from './stores/members'
import type { SystemSecrets } from './vault/system-secrets'
import type { Vault } from './vault/vault'
import type { Wechat } from './wechat/client'

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
  /** Seals what is the server's own. */
  readonly systemSecrets: SystemSecrets
  readonly accessTokens: AccessTokens
  /** Absent while the operator has given no app id. */
  readonly wechat: Wechat | undefined
  readonly sms: SmsSender
  /** Every way to tell someone something. */
  readonly channels: Channels
  readonly messaging: MessagingSettings
  /** Login codes in any hour, to all numbers together. */
  readonly smsCodesPerHour: number
  readonly rateLimits: RateLimits
  /** Counts the requests that are under way; absent, the app has one of its own. */
  readonly gate?: Gate
  /** Whether messages that are not urgent wait from nine in the evening to eight in the morning. */
  readonly quietHours: boolean
  /** Whether a proxy of ours stands in front, whose word on the client's address counts. */
  readonly trustProxy: boolean
  /** Where files lie, who looks into them and who reads them. */
  readonly papers: PaperWorld
  /** Makes the forms that are printed and stamped. */
  readonly paperwork: Paperwork
  /** By measure: what its document asks of the papers. */
  readonly paperRules: Readonly<Record<string, PaperRules>>
  /** Absent while the operator has given no address. */
  readonly companyRegistry: CompanyRegistry | undefined
  /** The systems behind us. */
  readonly platforms: PlatformWorld
  /** Undefined where the token is not one of ours, has expired, or its session was ended. */
  readonly identify: (accessToken: string) => Promise<Caller | undefined>
  /** There is new work in the queue. */
  readonly wakeJobs: () => void
  /** Being stopped: what is under way is finished, and nothing new should come. Absent, never. */
  readonly stopping?: () => boolean
  /** Sees every answer, without who asked and what: for metrics. */
  readonly onAnswered?: (answered: Answered) => void
  /** Whether the database answers. */
  readonly databaseHealth: () => Promise<Pick<Health, 'ok'>>
  /** Absent while the page has not been built. */
  readonly page: Page | undefined
}

/** What one request carries through the middleware. */
export interface Bindings {
  /** What the listener hands over; absent where a test calls the app directly. */
  Bindings: { readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } } }
  Variables: {
    requestId: string
    /** Behind `signedIn` only. */
    caller: Caller
    /** Behind `memberOf` only. */
    member: { readonly companyId: string; readonly role: Role }
  }
}
