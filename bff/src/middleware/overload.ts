import type { MiddlewareHandler } from 'hono'
import type { Bindings, Deps } from '../deps'
import { AppError } from '../errors'

/** Requests of one process that may be under way at once; at 1 ms each, the last one waits a quarter of a second. */
export const MOST_AT_ONCE = 256
/** Those that were refused come again within so many seconds, not all in the same one. */
const SPREAD_S = 5

const busy = (random: () => number): AppError => {
  const seconds = 1 + Math.floor(random() * SPREAD_S)
  return new AppError('BUSY', `现在用的人太多，请过${seconds}秒再试，填好的内容不会丢`, {
    headers: { 'retry-after': String(seconds) },
  })
}

/**
 * Refuses what would only wait: who is told so in a millisecond comes again, who waits a minute gives up and asks anew.
 *
 * Counted are requests that wait for something (the database, a file), and those that came in during one turn of the
 * event loop: a handler that only computes is done before the next one begins, so a queue of these shows nowhere else.
 * A clock would be fooled by other work on the machine.
 */
export function refuseBeyond(most: number, { random }: Pick<Deps, 'random'>): MiddlewareHandler<Bindings> {
  let underWay = 0
  let thisTurn = 0
  const turnEnded = (): void => {
    thisTurn = 0
  }
  return async function refuseBeyond(_c, next) {
    if (thisTurn === 0) setImmediate(turnEnded)
    thisTurn += 1
    if (underWay >= most || thisTurn > most) throw busy(random)
    underWay += 1
    try {
      await next()
    } finally {
      underWay -= 1
    }
  }
}
