import type { Message } from '@suanhui/shared/notifications'
import type { Queries, Transaction } from '../stores/database'
import type { FailureKind } from '../stores/tables/messages'

/** What a vendor made of one call. It answers, and never throws. */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly vendorId?: string }
  /** The reason is for the operator: codes, never a number or a text. */
  | { readonly outcome: 'failed'; readonly kind: FailureKind; readonly reason: string }

export interface Sending {
  readonly message: Message
  readonly messageId: string
  /** Our mark of this one attempt; vendors echo it, none of them deduplicates by it. */
  readonly attemptId: string
}

/** Who carries a channel's messages; where the first fails technically, the next one tries. */
export interface Vendor {
  readonly name: string
  send(address: string, sending: Sending): Promise<SendOutcome>
}

/** One way to tell someone something. A new one is its file and a line in `index.ts`. */
export interface Channel {
  readonly name: string
  /** For the person who chooses: when it is used, or why it cannot be used now. */
  explain(able: boolean): string
  /** It cannot be turned off. */
  readonly locked: boolean
  /** In the order in which they are tried; none where the message is there with its row. */
  readonly vendors: readonly Vendor[]
  /** After so many tries it has failed. */
  readonly attempts: number
  /** Tried in its place where this one cannot deliver. */
  readonly fallback?: string
  /** Whether it has words for the message. */
  carries(message: Message): boolean
  /** Whether the person has given an address for it. */
  reaches(queries: Queries, personId: string): Promise<boolean>
  /** Undefined where the person has none any more. */
  addressOf(queries: Queries, personId: string): Promise<string | undefined>
  /** Takes what one sending costs, such as an agreement. @returns false where nothing is left. */
  take?(transaction: Transaction, address: string, message: Message): Promise<boolean>
  /** After a failed sending: what was taken is given back, or is known to be used up. */
  giveBack?(transaction: Transaction, address: string, message: Message, reason: string): Promise<void>
}

/** By name, in the order in which they are tried and shown. */
export type Channels = Readonly<Record<string, Channel>>
