import { AppError } from '../errors'

/** A pause as people say it: 40秒, 12分钟, 3小时. */
export function pauseWords(seconds: number): string {
  if (seconds < 90) return `${seconds}秒`
  if (seconds < 90 * 60) return `${Math.ceil(seconds / 60)}分钟`
  return `${Math.ceil(seconds / 3600)}小时`
}

/** A refusal that says when to come again, in words and in `Retry-After`. */
export function comeAgain(why: string, waitMs: number): AppError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new AppError('TOO_MANY_REQUESTS', `${why}，请过${pauseWords(seconds)}再试`, {
    headers: { 'retry-after': String(seconds) },
  })
}
