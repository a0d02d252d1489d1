const HOUR_MS = 3_600_000
const SHANGHAI_MS = 8 * HOUR_MS
const DAY_MS = 24 * HOUR_MS
const BEGIN_HOUR = 21
const END_HOUR = 8

export const QUIET_HOURS_WORDS = '晚上9点到早上8点不发短信和微信，第二天早上再发；当天或者第二天就到期的事除外。'

/** When the quiet hours end that this moment lies in; undefined outside of them. By Shanghai's clock. */
export function quietUntil(now: Date): Date | undefined {
  const local = now.getTime() + SHANGHAI_MS
  const midnight = Math.floor(local / DAY_MS) * DAY_MS
  const hour = (local - midnight) / HOUR_MS
  if (hour >= END_HOUR && hour < BEGIN_HOUR) return undefined
  const morning = midnight + END_HOUR * HOUR_MS + (hour >= BEGIN_HOUR ? DAY_MS : 0)
  return new Date(morning - SHANGHAI_MS)
}
