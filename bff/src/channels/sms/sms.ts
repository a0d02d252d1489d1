export interface SmsMessage {
  /** 11 digits, mainland China. */
  readonly phone: string
  /** Our own name of the text, such as `login_code`; each vendor's adapter knows the vendor's. */
  readonly template: 'login_code' | (string & {})
  readonly values: Readonly<Record<string, string>>
  /** The same for each try of one message; vendors echo it, none of them deduplicates by it. */
  readonly key: string
}

/** `retry`: later may work. `undeliverable`: to this number, or with these words, never. The reason is for the log. */
export type SmsOutcome =
  | { readonly outcome: 'sent'; readonly vendorId?: string }
  | { readonly outcome: 'retry' | 'undeliverable'; readonly reason: string }

/** One vendor of text messages. It answers, and never throws: what went wrong is an outcome. */
export interface SmsSender {
  send(message: SmsMessage): Promise<SmsOutcome>
}
