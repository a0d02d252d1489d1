import { formatDate, isIsoDate } from '../date'

/** The types of values that WeChat's templates have, as far as ours use them. */
export type WechatFieldType =
  | 'thing'
  | 'phrase'
  | 'date'
  | 'time'
  | 'amount'
  | 'number'
  | 'character_string'
  | 'letter'
  | 'name'
  | 'phone_number'
  | 'car_number'

/** One line: control characters and line breaks become a blank. */
const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()

/** At most so many characters as people count them; what was cut off is marked. */
export function shorten(text: string, most: number): string {
  const characters = [...oneLine(text)]
  return characters.length <= most
    ? characters.join('')
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trim()}…`
}

const longest =
  (most: number) =>
  (text: string): string | undefined =>
    shorten(text, most) || undefined

/** What it may look like, or it is refused: cutting these would make them say something else. */
const only =
  (pattern: RegExp) =>
  (text: string): string | undefined => {
    const line = oneLine(text)
    return pattern.test(line) ? line : undefined
  }

const CLOCK = /^([01]?\d|2[0-3]):[0-5]\d$/

/** Source: 微信小程序 订阅消息 参数值内容限制说明. */
const FITTING: Readonly<Record<WechatFieldType, (text: string) => string | undefined>> = {
  thing: longest(20),
  phrase: only(/^\p{Script=Han}{1,5}$/u),
  date: (text) => (isIsoDate(text) ? formatDate(text) : undefined),
  time: only(CLOCK),
  amount: only(/^[¥￥]?\d{1,10}(\.\d{1,2})?元?$/),
  number: only(/^\d{1,32}$/),
  character_string: only(/^[\x21-\x7e]([\x20-\x7e]{0,30}[\x21-\x7e])?$/),
  letter: only(/^[A-Za-z]{1,32}$/),
  name: (text) => longest(/^[\x20-\x7e]+$/.test(oneLine(text)) ? 20 : 10)(text),
  phone_number: only(/^[\d+-]{1,17}$/),
  car_number: only(/^[\p{L}\p{N}]{1,8}$/u),
}

/** The value as WeChat takes it: free text is shortened; undefined where it cannot be said in that type. */
export const fitWechat = (type: WechatFieldType, text: string): string | undefined => FITTING[type](text)

/** Aliyun takes 35 characters a value, and neither vendor takes links. */
const SMS_VALUE_MOST = 35

/** The value as vendors of text messages take it; undefined where nothing is left of it. */
export const fitSms = (text: string): string | undefined =>
  shorten(text.replace(/https?:\S*|[【】]/gi, ''), SMS_VALUE_MOST) || undefined
