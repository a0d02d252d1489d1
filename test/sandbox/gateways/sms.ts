import { randomInt } from 'node:crypto'
import type { Message } from '../messages'
import { messagesIn } from '../messages'
import type { Templates } from '../seeds/templates'
import type { World } from '../world'

export interface SmsGateway extends World {
  readonly templates: Templates
}

/** A number of the mainland, without a country code. */
export const isMobile = (number: string): boolean => /^1[3-9]\d{9}$/.test(number)

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Sendings of the last so many milliseconds that fit. */
export function sentWithin(
  { journal, clock }: World,
  ms: number,
  fits: (message: Message) => boolean,
): readonly Message[] {
  const since = clock().getTime() - ms
  return messagesIn(journal)
    .all()
    .filter((message) => message.receivedAt > since && fits(message))
}

export const WITHIN = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS, halfMinute: 30_000 } as const

/** So long a real receipt takes at least. */
const RECEIPT_MS = 300

/** Takes the message in: it appears on the phone, and a receipt will follow. */
export function takeIn(
  { journal, clock, newId, faults, outbox }: World,
  message: Omit<Message, 'id' | 'channel' | 'delivered' | 'receivedAt'>,
  receiptOf: (delivered: boolean, now: Date) => unknown,
): void {
  const id = newId()
  const now = clock()
  journal.commit(() => {
    const delivered = !faults.happens('undeliveredShare')
    messagesIn(journal).put(id, { ...message, id, channel: 'sms', delivered, receivedAt: now.getTime() })
    outbox.enqueue(
      message.vendor === 'aliyun' ? 'aliyun-receipts' : 'tencent-receipts',
      [receiptOf(delivered, now)],
      RECEIPT_MS,
    )
  })
}

/** 2026-11-21 12:00:00 in Shanghai, as both vendors write times in receipts. */
export const receiptTime = (instant: Date): string =>
  new Date(instant.getTime() + 8 * HOUR_MS).toISOString().slice(0, 19).replace('T', ' ')

export const digits = (count: number): string => Array.from({ length: count }, () => String(randomInt(10))).join('')

/** Parts of an SMS: 70 characters, or 67 each where there are several. */
export const smsSize = (text: string): number => (text.length <= 70 ? 1 : Math.ceil(text.length / 67))
