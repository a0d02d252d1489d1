/** A civil date in Asia/Shanghai, `YYYY-MM-DD`. Dates of this shape sort as text. */
export type IsoDate = string

const DAY_MS = 86_400_000
/** 9999-12-31: there is no date of four digits behind it. */
const LAST_DAY = 2_932_896
const SHANGHAI_MS = 8 * 3_600_000

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Whether the text is `YYYY-MM-DD` and that day exists. */
export function isIsoDate(text: unknown): text is IsoDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8, 10))
  const last = month === 2 && isLeap(Number(text.slice(0, 4))) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
  return day >= 1 && day <= last
}

/** Days since 1970-01-01. */
export function dayNumber(date: IsoDate): number {
  // By arithmetic: parsing would make this the slowest step of deciding a measure. Years begin in March here, so that
  // the leap day is their last; 719,468 days lie between 0000-03-01 and 1970-01-01.
  const month = Number(date.slice(5, 7))
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468
}

/** The date of a day number. */
export const dateOfDay = (day: number): IsoDate => new Date(Math.min(day, LAST_DAY) * DAY_MS).toISOString().slice(0, 10)

export const addDays = (date: IsoDate, days: number): IsoDate => dateOfDay(dayNumber(date) + days)

/** Days from one date to a later one; both the same day: 0. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from)

/** Days of a period, both ends included; 0 where it ends before it starts. */
export const daysIn = (from: IsoDate, to: IsoDate): number => Math.max(0, daysBetween(from, to) + 1)

export const laterOf = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b)
export const earlierOf = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b)

/** The civil date in China at an instant. A fixed +8 h: China has no summer time and some phones have no `Intl`. */
export const shanghaiDay = (instant: Date): IsoDate =>
  new Date(instant.getTime() + SHANGHAI_MS).toISOString().slice(0, 10)

/** 2026年12月3日 */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
