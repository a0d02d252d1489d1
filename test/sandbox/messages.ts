import { z } from 'zod'
import type { Journal } from './journal'

/** What reached a phone, as the vendor would have delivered it. */
export const Message = z.object({
  id: z.string(),
  channel: z.enum(['sms', 'wechat']),
  vendor: z.enum(['aliyun', 'tencent', 'wechat']),
  /** A phone number of eleven digits, or an openid. */
  to: z.string(),
  /** The SMS signature or the title of the WeChat template. */
  heading: z.string(),
  text: z.string(),
  templateId: z.string(),
  /** What was put into the template. */
  values: z.record(z.string(), z.string()),
  /** The page of the mini-program that the message opens. */
  page: z.string().optional(),
  /** The vendor's number of the sending. */
  receipt: z.string(),
  /** The caller's own mark, echoed in receipts. */
  callerMark: z.string().optional(),
  delivered: z.boolean(),
  receivedAt: z.number(),
})
export type Message = z.infer<typeof Message>

export const messagesIn = (journal: Journal) => journal.collection('messages', Message)

/** Text of a template with its values filled in: `${name}`, `{1}`. */
export const fillIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\$?\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

/** The names that a template's text asks for, each once. */
export const namesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\$?\{(\w+)\}/g)].map(([, name]) => name ?? '')),
]
