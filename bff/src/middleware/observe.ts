import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Bindings, Deps } from '../deps'

const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/

/** One that came with the request is kept where it is harmless. */
export const requestIdOf = (given: string | undefined, newId: () => string): string =>
  given !== undefined && REQUEST_ID.test(given) ? given : newId()

/**
 * Gives each request its id and writes one line about it. The line names the route's pattern, not the path: what people type
 * stays out of the log.
 */
export const observe = ({ log, newId, elapsedMs, onAnswered }: Deps): MiddlewareHandler<Bindings> =>
  async function observe(c, next) {
    const startedMs = elapsedMs()
    const requestId = requestIdOf(c.req.header('x-request-id'), newId)
    c.set('requestId', requestId)
    await next()
    const ms = Math.round((elapsedMs() - startedMs) * 100) / 100
    const answered = { requestId, method: c.req.method, route: routePath(c), status: c.res.status, ms }
    log.info(answered, 'answered')
    onAnswered?.(answered)
  }
