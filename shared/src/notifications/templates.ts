import type { WechatFieldType } from './fit'
import type { Topic } from './topic'

/**
 * What the operator applies for at each vendor, word by word. The number at the end of a name is its version: a text
 * that was approved is never changed, a better one gets a new name, and messages already waiting keep the old.
 */
export interface SmsTemplate {
  /** With `{name}` for each value. */
  readonly text: string
}

export const smsTemplates = {
  login_code: { text: '您的验证码是{code}，5分钟内有效，请勿告诉他人。' },
  'progress.1': { text: '{company}的{subject}有新进展：{state}。详情请到微信小程序“算惠通”查看。' },
  'to_do.1': { text: '{company}的{subject}要您办理：{what}，最晚{due}。请到微信小程序“算惠通”办理。' },
  'act.1': { text: '{company}的{subject}要您办理：{what}。请尽快到微信小程序“算惠通”办理。' },
  'round.1': { text: '{company}关注的申报提醒：{what}，日期是{due}。详情请到微信小程序“算惠通”查看。' },
} as const satisfies Readonly<Record<string, SmsTemplate>>
export type SmsTemplateName = keyof typeof smsTemplates

export interface WechatTemplate {
  /** What the person is asked to agree to. */
  readonly name: string
  readonly topics: readonly Topic[]
  /** Our name of each field, and its type at WeChat. */
  readonly fields: Readonly<Record<string, WechatFieldType>>
}

/** At most three: so many may be asked for at once. */
export const wechatTemplates = {
  'progress.1': {
    name: '审核到哪一步',
    topics: ['progress', 'correction'],
    fields: { subject: 'thing', state: 'phrase', at: 'date', hint: 'thing' },
  },
  'to_do.1': {
    name: '有事要办、快到期',
    topics: ['correction', 'reminder'],
    fields: { what: 'thing', due: 'date', hint: 'thing' },
  },
  'news.1': {
    name: '新政策和申报时间',
    topics: ['round', 'document', 'news'],
    fields: { what: 'thing', on: 'date', hint: 'thing' },
  },
} as const satisfies Readonly<Record<string, WechatTemplate>>
export type WechatTemplateName = keyof typeof wechatTemplates

export const isSmsTemplateName = (text: string): text is SmsTemplateName => Object.hasOwn(smsTemplates, text)
export const isWechatTemplateName = (text: string): text is WechatTemplateName => Object.hasOwn(wechatTemplates, text)
export const wechatTemplateNames: readonly WechatTemplateName[] =
  Object.keys(wechatTemplates).filter(isWechatTemplateName)
