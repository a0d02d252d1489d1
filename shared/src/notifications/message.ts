import type { Link } from './link'
import type { SmsTemplateName, WechatTemplateName } from './templates'
import type { Topic } from './topic'

/** A text message: the name of its template, by which each vendor's own number is found, and its values. */
export interface SmsContent {
  readonly template: SmsTemplateName
  readonly values: Readonly<Record<string, string>>
}

/** A 订阅消息: values by our own names of the fields, each within WeChat's limits for its type. */
export interface WechatContent {
  readonly template: WechatTemplateName
  readonly values: Readonly<Record<string, string>>
}

/** What one person is told of one piece of news, on every channel. */
export interface Message {
  readonly topic: Topic
  /** For the inbox. */
  readonly title: string
  readonly text: string
  readonly link: Link | undefined
  /** It must be done by tomorrow: it may come during the quiet hours. */
  readonly urgent: boolean
  /** One piece of news is told to one person once. */
  readonly dedupeKey: string
  /** Goes by SMS also where WeChat has taken it: the rules of the province demand both for reviews. */
  readonly smsAlways: boolean
  /** Absent where the news is not worth a text message. */
  readonly sms: SmsContent | undefined
  readonly wechat: WechatContent
}
