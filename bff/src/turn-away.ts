import type { IncomingMessage, ServerResponse } from 'node:http'
import { COMMON_JSON_HEADERS } from './answer'
import type { Deps } from './deps'
import { errorBody, STATUS } from './errors'
import type { Gate } from './middleware/gate'
import { requestIdOf } from './middleware/observe'
import { allBusy } from './middleware/overload'

type World = Pick<Deps, 'random' | 'newId' | 'log' | 'onAnswered'> & { readonly gate: Gate }

const LINE_EVERY_MS = 1_000
/** Stands in the envelope where the request's own id goes. */
const ID = '00000000-0000-4000-8000-000000000000'

const status = STATUS.BUSY

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
 * their time. One line a second tells how many there were; the metrics have them all.
 * @returns whether it answered. Only `/v1` is turned away: health is asked for just then.
 */
export function turnAway({ gate, random, newId, log, onAnswered }: World) {
  const refusals = writtenRefusals()
  let refused = 0
  const tell = (): void => {
    log.warn({ refused }, 'too many requests at once: refused within a second')
    refused = 0
  }
  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    if (!gate.isFull() || !incoming.url?.startsWith('/v1/')) return false
    const refusal = refusals[Math.floor(random() * refusals.length)]
    if (refusal === undefined) return false
    const given = incoming.headers['x-request-id']
    const requestId = requestIdOf(typeof given === 'string' ? given : undefined, newId)
    outgoing.writeHead(status, {
      ...refusal.headers,
      'x-request-id': requestId,
      'content-length': refusal.bytes + requestId.length,
    })
    outgoing.end(refusal.before + requestId + refusal.after)
    if (refused === 0) setTimeout(tell, LINE_EVERY_MS).unref()
    refused += 1
    onAnswered?.({ route: '/v1/*', method: incoming.method ?? '', status, ms: 0 })
    return true
  }
}
