import type { Context, MiddlewareHandler } from 'hono'
import type { Bindings, Deps } from '../deps'
import { comeAgain } from '../identity/waiting'
import type { TokenBuckets } from './token-buckets'

/** How many requests are answered: each address has ten times a person's share, for many share one. */
export interface RateLimits {
  readonly addresses: TokenBuckets
  readonly people: TokenBuckets
}

/**
 * The network address of the client: the socket's, or behind a proxy of ours what that wrote last into
 * `X-Forwarded-For`. What stands before it, the client may have written itself.
 */
export function clientAddress(c: Context<Bindings>, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || c.env?.incoming?.socket.remoteAddress || 'unknown'
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
  async function limitAddresses(c, next) {
    takeShare(rateLimits.addresses, clientAddress(c, trustProxy))
    await next()
  }
