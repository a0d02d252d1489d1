import { createHash } from 'node:crypto'
import { smsTemplates, wechatTemplates } from '@suanhui/shared/notifications'
import { namesIn } from '../messages'

/** A template as the vendor has approved it. */
export interface SmsTemplate {
  readonly kind: 'code' | 'notice'
  /** Names in braces, `{name}` or `{1}`; Aliyun's console puts a dollar sign before them. */
  readonly text: string
}

export interface WechatTemplate {
  readonly title: string
  /** Key, which begins with its type, to the word shown before the value. */
  readonly fields: Readonly<Record<string, string>>
}

export interface Templates {
  readonly signName: string
  readonly aliyun: Readonly<Record<string, SmsTemplate>>
  readonly tencent: Readonly<Record<string, SmsTemplate>>
  readonly wechat: Readonly<Record<string, WechatTemplate>>
}

/** The vendor's id by the product's own name of a template. */
export interface TemplateIds {
  readonly aliyun: Readonly<Record<string, string>>
  readonly tencent: Readonly<Record<string, string>>
  readonly wechat: Readonly<Record<string, string>>
}

const SMS: readonly (SmsTemplate & { readonly name: string })[] = [
  ...Object.entries(smsTemplates).map(([name, { text }]) => ({
    name,
    kind: name === 'login_code' ? ('code' as const) : ('notice' as const),
    text,
  })),
]

const smsIds = (first: number, prefix: string): Readonly<Record<string, string>> =>
  Object.fromEntries(SMS.map(({ name }, index) => [name, `${prefix}${first + index}`]))
const wechatId = (name: string): string => createHash('sha256').update(`template ${name}`).digest('base64url')

/** What the product is told in its environment. */
export const TEMPLATE_IDS: TemplateIds = {
  aliyun: smsIds(100_000_001, 'SMS_'),
  tencent: smsIds(1_000_001, ''),
  wechat: Object.fromEntries(Object.keys(wechatTemplates).map((name) => [name, wechatId(name)])),
}

/** Tencent counts values from 1, in the order in which the text asks for them. */
const numbered = (text: string): string =>
  namesIn(text).reduce((done, name, index) => done.replaceAll(`{${name}}`, `{${index + 1}}`), text)

const byId = (ids: Readonly<Record<string, string>>, write: (text: string) => string): Record<string, SmsTemplate> =>
  Object.fromEntries(SMS.map(({ name, kind, text }) => [ids[name] ?? name, { kind, text: write(text) }]))

/** What the operator of the product has applied for at each vendor. WeChat numbers fields from 1: `thing1`, `date2`. */
export const TEMPLATES: Templates = {
  signName: '算惠通',
  aliyun: byId(TEMPLATE_IDS.aliyun, (text) => text),
  tencent: byId(TEMPLATE_IDS.tencent, numbered),
  wechat: Object.fromEntries(
    Object.entries(wechatTemplates).map(([name, { name: title, fields }]) => [
      TEMPLATE_IDS.wechat[name] ?? name,
      {
        title,
        fields: Object.fromEntries(
          Object.entries(fields).map(([field, type], index) => [`${type}${index + 1}`, field]),
        ),
      },
    ]),
  ),
}
