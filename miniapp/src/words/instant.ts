const SHANGHAI_MS = 8 * 3_600_000
const two = (figure: number): string => String(figure).padStart(2, '0')

/** A moment as people in China say it: 11月21日 10:05, with the year where it is another one than `now`'s. */
export function instantWords(instant: string | number, now: number = Date.now()): string {
  const then = new Date(new Date(instant).getTime() + SHANGHAI_MS)
  const today = new Date(now + SHANGHAI_MS)
  const year = then.getUTCFullYear() === today.getUTCFullYear() ? '' : `${then.getUTCFullYear()}年`
  const day = `${then.getUTCMonth() + 1}月${then.getUTCDate()}日`
  return `${year}${day} ${two(then.getUTCHours())}:${two(then.getUTCMinutes())}`
}
