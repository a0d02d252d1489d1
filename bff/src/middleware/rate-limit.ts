import { isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import type { Bindings, Deps } from '../deps'
import { comeAgain } from '../identity/waiting'
import type { TokenBuckets } from './token-buckets'

/** How many requests are answered: each address has ten times a person's share, for many share one. */
export interface RateLimits {
  readonly addresses: TokenBuckets
  readonly people: TokenBuckets
}

/** The address without the part that a household or a phone changes as it likes: of IPv6 the first 64 bits. */
function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const groups = (text: string): readonly string[] => (text === '' ? [] : text.split(':'))
  // `::` stands for as many zeros as are missing; what comes after it can begin within the first half.
  const after = groups(tail ?? '')
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups(head).length - after.length)
  const whole = [...groups(head), ...Array<string>(missing).fill('0'), ...after]
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/**
 * The network of the client: the socket's, or behind a proxy of ours what that wrote last into `X-Forwarded-For`. What
 * stands before it, the client may have written itself.
 */
export function clientAddress(c: Context<Bindings>, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return networkOf(forwarded || c.env?.incoming?.socket.remoteAddress || 'unknown')
}

/** @throws {AppError} 429 where the caller had its share. */
export function takeShare(buckets: TokenBuckets, caller: string): void {
  const waitMs = buckets.take(caller)
  if (waitMs > 0) throw comeAgain('操作太频繁', waitMs)
}

/** For every route under `/v1`, before anything else looks at the request. People are counted by `signedIn`. */
export const limitAddresses = ({
  rateLimits,
  trustProxy,
}: Pick<Deps, 'rateLimits' | 'trustProxy'>): MiddlewareHandler<Bindings> =>
  function limitAddresses(c, next) {
    takeShare(rateLimits.addresses, clientAddress(c, trustProxy))
    return next()
  }
