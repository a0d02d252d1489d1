export interface SmsMessage {
  /** 11 digits, mainland China. */
  readonly phone: string
  /** Our own name of the text, such as `login_code`; each vendor's adapter knows the vendor's. */
  readonly template: 'login_code' | (string & {})
  readonly values: Readonly<Record<string, string>>
  /** The same for each try of one message; vendors echo it, none of them deduplicates by it. */
  readonly key: string
}

/**
 * `retry`: later may work; `technical` where it is the vendor's fault or the way to it, so another vendor may do.
 * `undeliverable`: to this number, or with these words, never. The reason is for the log.
 */
export type SmsOutcome =
  | { readonly outcome: 'sent'; readonly vendorId?: string }
  | { readonly outcome: 'retry'; readonly reason: string; readonly technical?: boolean }
  | { readonly outcome: 'undeliverable'; readonly reason: string }

/** One vendor of text messages. It answers, and never throws: what went wrong is an outcome. */
export interface SmsSender {
  send(message: SmsMessage): Promise<SmsOutcome>
}

/** A vendor by its name, as it stands in the settings and in the receipts. */
export interface SmsVendor extends SmsSender {
  readonly name: string
}
