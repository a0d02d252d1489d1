import type { Topic } from '@suanhui/shared/notifications'
import type { Defaulted } from './column'

export interface MessagesTable {
  readonly id: string
  readonly seq: Defaulted<number>
  readonly person_id: string
  readonly company_id: string | null
  readonly topic: Topic
  /** One piece of news is told to one person once. */
  readonly dedupe_key: string
  /** Sealed JSON of a `Message`. */
  readonly content: string
  readonly urgent: boolean
  readonly created_at: Date
  readonly read_at: Date | null
}

export type DeliveryState = 'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'undeliverable'

/**
 * `technical`: the vendor or the way to it; another vendor may do. `temporary`: a limit, which passes.
 * `permanent`: this text to this person will never go.
 */
export type FailureKind = 'technical' | 'temporary' | 'permanent'

/** One message on its way by one channel. */
export interface DeliveriesTable {
  readonly id: string
  readonly message_id: string
  readonly channel: string
  readonly state: Defaulted<DeliveryState>
  readonly vendor: string | null
  /** The vendor's own number of it. */
  readonly vendor_id: string | null
  readonly attempts: Defaulted<number>
  readonly failure_kind: FailureKind | null
  /** For the operator: codes of vendors, never a number or a text. */
  readonly failure: string | null
  readonly queued_at: Date
  readonly sent_at: Date | null
  /** When it was known how it ended. */
  readonly settled_at: Date | null
}

/** One call of a vendor. Its id goes along as our mark. */
export interface DeliveryAttemptsTable {
  readonly id: string
  readonly delivery_id: string
  readonly vendor: string
  readonly begun_at: Date
  readonly ended_at: Date | null
  /** `lost`: it may have gone out, nobody knows. */
  readonly outcome: 'sent' | FailureKind | 'lost' | null
  readonly failure: string | null
}

export interface DeliveryReceiptsTable {
  readonly vendor: string
  readonly vendor_id: string
  /** Our mark, where the vendor gives it back. */
  readonly attempt_id: string | null
  readonly delivered: boolean
  readonly code: string | null
  readonly received_at: Date
}

export interface NotificationChoicesTable {
  readonly person_id: string
  readonly kind: 'channel' | 'topic'
  readonly id: string
  readonly wanted: boolean
}

export interface WechatQuotasTable {
  readonly openid_index: string
  readonly template_id: string
  readonly told_by_phone: Defaulted<number>
  readonly told_by_wechat: Defaulted<number>
  readonly used: Defaulted<number>
  readonly updated_at: Date
}

export interface WechatPushesTable {
  readonly digest: string
  readonly received_at: Date
}

/** What WeChat found in a picture that it was asked to check. */
export interface MediaChecksTable {
  readonly trace_id: string
  readonly passed: boolean
  readonly label: number | null
  readonly received_at: Date
}

export interface MessageTables {
  readonly messages: MessagesTable
  readonly deliveries: DeliveriesTable
  readonly delivery_attempts: DeliveryAttemptsTable
  readonly delivery_receipts: DeliveryReceiptsTable
  readonly notification_choices: NotificationChoicesTable
  readonly wechat_quotas: WechatQuotasTable
  readonly wechat_pushes: WechatPushesTable
  readonly media_checks: MediaChecksTable
}
