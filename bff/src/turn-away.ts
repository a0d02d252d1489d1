import type { IncomingMessage, ServerResponse } from 'node:http'
import { COMMON_JSON_HEADERS } from './answer'
import type { Deps } from './deps'
import { errorBody, STATUS } from './errors'
import type { Gate } from './middleware/gate'
import { requestIdOf } from './middleware/observe'
import { allBusy } from './middleware/overload'
import { openWaitingRoom } from './waiting-room'

type World = Pick<Deps, 'random' | 'newId' | 'log' | 'elapsedMs' | 'onAnswered' | 'stopping'> & { readonly gate: Gate }

interface Held {
  readonly outgoing: ServerResponse
  readonly sinceMs: number
}

const LINE_EVERY_MS = 1_000
/**
 * A quarter of a second: who asks again at once does so four times a second at most. With a refusal at some 75 µs (the
 * kernel, the parser, what is thrown away afterwards), a thousand a second leave nine tenths of the processor to those
 * who are served, however large the crowd is; a thousand who do not wait as told then wait here for most of a second.
 */
const HOLD = { ticks: 5, tickMs: 50, callATick: 50 } as const
/** A request that waits takes 6 KB or so beside its connection. */
const MOST_HELD = 4_000
/** Stands in the envelope where the request's own id goes. */
const ID = '00000000-0000-4000-8000-000000000000'

const status = STATUS.BUSY

interface Hold {
  readonly mostHeld?: number
  /** Of 50 ms. */
  readonly ticks?: number
}

/** A refusal with all but the request's id written. */
const writtenRefusals = () =>
  allBusy().map((error) => {
    const [before = '', after = ''] = JSON.stringify(errorBody(error, ID)).split(ID)
    return {
      before,
      after,
      bytes: Buffer.byteLength(before + after),
      headers: { ...COMMON_JSON_HEADERS, ...error.headers },
    }
  })

/**
 * Says no at the door while the gate is full, in the words of `refuseBeyond`, which would say it after the request went
 * through adapter, router and middleware: under a crowd most answers are these, and each costs those who are served
 * their time. So it is said slowly, too: a client that does not wait as it is told waits here. One line a second tells
 * how many there were; the metrics have them all.
 * @returns whether it answers. Only `/v1` is turned away: health is asked for just then.
 */
export function turnAway(world: World, { mostHeld = MOST_HELD, ticks = HOLD.ticks }: Hold = {}) {
  const { gate, random, newId, log, elapsedMs, onAnswered, stopping } = world
  const refusals = writtenRefusals()
  let refused = 0
  const tell = (): void => {
    log.warn({ refused }, 'too many requests at once: refused within a second')
    refused = 0
  }
  const write = (outgoing: ServerResponse): void => {
    const refusal = refusals[Math.floor(random() * refusals.length)]
    if (refusal === undefined) return
    const given = outgoing.req.headers['x-request-id']
    const requestId = requestIdOf(typeof given === 'string' ? given : undefined, newId)
    if (stopping?.()) outgoing.shouldKeepAlive = false
    outgoing.writeHead(status, {
      ...refusal.headers,
      'x-request-id': requestId,
      'content-length': refusal.bytes + requestId.length,
    })
    outgoing.end(refusal.before + requestId + refusal.after)
  }
  const answer = ({ outgoing, sinceMs }: Held): void => {
    // Who hung up meanwhile was refused, but needs no words.
    if (!outgoing.destroyed) write(outgoing)
    onAnswered?.({ route: '/v1/*', method: outgoing.req.method ?? '', status, ms: Math.round(elapsedMs() - sinceMs) })
  }
  const room = openWaitingRoom<Held>({
    ...HOLD,
    ticks,
    most: mostHeld,
    call: answer,
    closing: () => stopping?.() === true,
  })
  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    if (!gate.isFull() || !incoming.url?.startsWith('/v1/')) return false
    if (refused === 0) setTimeout(tell, LINE_EVERY_MS).unref()
    refused += 1
    // Its body would lie in memory while it waits.
    incoming.resume()
    const held: Held = { outgoing, sinceMs: elapsedMs() }
    // Without a socket it stands behind another answer of its connection, and goes out after that one anyway.
    if (outgoing.socket === null || !room.enter(held)) answer(held)
    return true
  }
}
