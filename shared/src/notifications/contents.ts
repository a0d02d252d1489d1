import type { IsoDate } from '../date'
import { companyShortName } from './company-short-name'
import { fitSms, fitWechat } from './fit'
import type { SmsContent, WechatContent } from './message'
import type { NewsContext } from './news'
import { type SmsTemplateName, smsTemplates, type WechatTemplateName, wechatTemplates } from './templates'

/** What other systems write may be empty; vendors take no empty value. */
const NOTHING_SAID = '请点开查看'

/** Every value that the template has, as text messages take it. */
export function smsContent(template: SmsTemplateName, values: Readonly<Record<string, string>>): SmsContent {
  const names = namesIn(smsTemplates[template].text)
  return {
    template,
    values: Object.fromEntries(names.map((name) => [name, fitSms(values[name] ?? '') ?? NOTHING_SAID])),
  }
}

/** Every field that the template has. @throws {RangeError} where a value cannot be said in the type of its field. */
export function wechatContent(template: WechatTemplateName, values: Readonly<Record<string, string>>): WechatContent {
  const fitted = Object.entries(wechatTemplates[template].fields).map(([name, type]) => {
    const value = fitWechat(type, values[name] ?? '') ?? (type === 'thing' ? NOTHING_SAID : undefined)
    if (value === undefined) throw new RangeError(`${template} cannot say its ${name}`)
    return [name, value] as const
  })
  return { template, values: Object.fromEntries(fitted) }
}

/** The names in braces, in their order. */
export const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

/** Which company, then what: someone may serve several. */
export const ofCompany = ({ companyName }: NewsContext, what: string): string =>
  `${companyShortName(companyName)}${what}`

/** 今天 · 明天 · 还有3天 */
export const daysLeftWords = (days: number): string =>
  days <= 0 ? '就是今天' : days === 1 ? '就是明天' : `还有${days}天`

export const isSoon = (dueOn: IsoDate | undefined, tomorrow: IsoDate): boolean =>
  dueOn !== undefined && dueOn <= tomorrow
