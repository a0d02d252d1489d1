import { daysBetween, formatDate, type IsoDate } from '@suanhui/shared/date'
import type { PolicyDocument } from '@suanhui/shared/rules'

/** A document that ends within so many days is worth a reminder. */
export const ENDING_DAYS = 60

export type Validity = 'in_force' | 'ending' | 'ended' | 'not_yet'

export function validityOf(document: PolicyDocument, on: IsoDate): Validity {
  if (on < document.inForce.from) return 'not_yet'
  if (on > document.inForce.to) return 'ended'
  return daysBetween(on, document.inForce.to) <= ENDING_DAYS ? 'ending' : 'in_force'
}

/** 12月31日, with the year only where it is another one. */
export function shortDate(date: IsoDate, on: IsoDate): string {
  const full = formatDate(date)
  return date.slice(0, 4) === on.slice(0, 4) ? full.slice(5) : full
}

/** 还有40天, 明天, 今天; undefined when it is over. */
export function daysLeft(until: IsoDate, on: IsoDate): string | undefined {
  const days = daysBetween(on, until)
  if (days < 0) return undefined
  if (days === 0) return '今天是最后一天'
  return days === 1 ? '明天是最后一天' : `还有${days}天`
}

/** How long a document holds, seen from a day. */
export function validityWords(document: PolicyDocument, on: IsoDate): string {
  const { from, to } = document.inForce
  switch (validityOf(document, on)) {
    case 'not_yet':
      return `${shortDate(from, on)}起施行`
    case 'ended':
      return `${formatDate(to)}已到期`
    case 'ending':
      return `${shortDate(to, on)}到期，${daysLeft(to, on) ?? ''}`
    case 'in_force':
      return `有效到${formatDate(to)}`
  }
}

/** 12:03, as the clock hangs in China, of an ISO instant. */
export const clockTime = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)
