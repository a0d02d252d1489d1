import type { MiddlewareHandler } from 'hono'
import type { Bindings, Deps } from '../deps'
import { AppError } from '../errors'
import type { Gate } from './gate'

/** Those that were refused come again within so many seconds, not all in the same one. */
const SPREAD_S = 5

/** @param spread from 0 to 1. */
export function busy(spread: number): AppError {
  const seconds = 1 + Math.floor(spread * SPREAD_S)
  return new AppError('BUSY', `现在用的人太多，请过${seconds}秒再试，填好的内容不会丢`, {
    headers: { 'retry-after': String(seconds) },
  })
}

/** Every refusal there is, one for each number of seconds. */
export const allBusy = (): readonly AppError[] =>
  Array.from({ length: SPREAD_S }, (_, second) => busy((second + 0.5) / SPREAD_S))

/** Refuses what would only wait: who is told so in a millisecond comes again, who waits a minute gives up and asks anew. */
export function refuseBeyond(gate: Gate, { random }: Pick<Deps, 'random'>): MiddlewareHandler<Bindings> {
  return async function refuseBeyond(_c, next) {
    if (gate.isFull()) throw busy(random())
    gate.enter()
    try {
      await next()
    } finally {
      gate.leave()
    }
  }
}
