import { type IsoDate, isIsoDate } from '@suanhui/shared/date'
import type { Fen } from '@suanhui/shared/money'

/** One form for what looks the same: full-width letters and digits narrowed, outer blanks gone. */
export const plainText = (text: string): string => text.normalize('NFKC').replaceAll('\u0000', '').trim()

/** Letters and digits only, in capitals. */
export const idText = (text: string): string => plainText(text).replace(/\s/g, '').toUpperCase()

/** `¥1,234.5` in fen; undefined where it is no sum, or finer than a fen. */
export function fenOf(text: string | undefined): Fen | undefined {
  if (text === undefined) return undefined
  const digits = plainText(text).replace(/[¥￥,\s元]|人民币|CNY|RMB/gi, '')
  const [, sign, yuan, fraction = ''] = /^([-+]?)(\d{1,12})(?:\.(\d+))?$/.exec(digits) ?? []
  if (yuan === undefined || /[1-9]/.test(fraction.slice(2))) return undefined
  const fen = Number(yuan) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'))
  return sign === '-' ? -fen : fen
}

/** A date that exists, out of `2026年3月1日`, `2026-03-01 12:00`, `20260301` …; undefined else. */
export function dateOf(text: string | undefined): IsoDate | undefined {
  if (text === undefined) return undefined
  const match =
    /(?<!\d)((?:19|20)\d{2})(?:\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})(?!\d)|(\d{2})(\d{2})(?!\d))/.exec(
      plainText(text),
    )
  if (!match) return undefined
  const [, year, month, day, shortMonth, shortDay] = match
  const date = `${year}-${(month ?? shortMonth ?? '').padStart(2, '0')}-${(day ?? shortDay ?? '').padStart(2, '0')}`
  return isIsoDate(date) ? date : undefined
}

/** A plain decimal number; undefined where it is none. */
export function numberOf(text: string | undefined): number | undefined {
  const digits = text === undefined ? '' : plainText(text).replace(/[,\s]/g, '')
  return /^[-+]?\d{1,15}(\.\d+)?$/.test(digits) ? Number(digits) : undefined
}
