import type { MiddlewareHandler } from 'hono'
import type { Bindings, Deps } from '../deps'
import { AppError } from '../errors'
import { takeShare } from './rate-limit'

const BEARER = /^Bearer ([A-Za-z0-9._~+/-]{1,2048}=*)$/

/** Lets only people with a good access token through; `c.get('caller')` is who it is. */
export const signedIn = ({
  identify,
  rateLimits,
}: Pick<Deps, 'identify' | 'rateLimits'>): MiddlewareHandler<Bindings> =>
  async function signedIn(c, next) {
    const token = BEARER.exec(c.req.header('authorization') ?? '')?.[1]
    const caller = token === undefined ? undefined : await identify(token)
    if (caller === undefined) {
      throw new AppError('UNAUTHENTICATED', '请先登录', { headers: { 'www-authenticate': 'Bearer' } })
    }
    takeShare(rateLimits.people, caller.personId)
    c.set('caller', caller)
    await next()
  }
