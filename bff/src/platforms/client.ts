import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../log'
import type { PlatformCalled } from '../metrics/metrics'
import type { Circuit } from './circuit'
import type { PlatformId, Unavailable } from './platform'
import { readAtMost } from './read-at-most'
import type { SigningSecret } from './signing/key'
import { sign } from './signing/sign'
import { BODY_LIMIT_BYTES, IDEMPOTENCY_HEADER, type WireRoute } from './wire/route'

/** How one platform is reached. */
export interface ClientSettings {
  readonly platform: PlatformId
  /** Where its contract begins, without a slash at the end. */
  readonly url: string
  readonly secret: SigningSecret
}

export interface ClientWorld {
  readonly fetch: typeof globalThis.fetch
  readonly clock: () => Date
  readonly newId: () => string
  readonly random: () => number
  readonly log: Log
  readonly circuit: Circuit
  readonly elapsedMs?: () => number
  /** Sees every try, for metrics. */
  readonly onCalled?: (called: PlatformCalled) => void
  /** Default 5 seconds a try; bytes have more, by their length. */
  readonly timeoutMs?: number
  /** Pause before the second try; doubles. Default 200 ms. */
  readonly firstPauseMs?: number
}

export interface Call {
  readonly route: WireRoute
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | undefined>>
  /** JSON, or bytes with their type. */
  readonly body?: unknown
  readonly bytes?: { readonly type: string; readonly content: Uint8Array }
  /** For writes. */
  readonly idempotencyKey?: string
}

export type CallAnswer = { readonly result: 'answered'; readonly status: number; readonly body: unknown } | Unavailable

export interface PlatformClient {
  call(call: Call): Promise<CallAnswer>
}

const TRIES = 3
/** The slowest line that a paper still gets through: 1 Mbit/s. The largest takes four minutes there. */
const SLOWEST_BYTES_A_MS = 128

interface Prepared {
  readonly url: URL
  readonly method: WireRoute['method']
  readonly body: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

function prepare({ url }: ClientSettings, { route, params = {}, query = {}, ...call }: Call): Prepared {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const address = new URL(`${url}${path}`)
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) address.searchParams.set(name, value)
  }
  const content =
    call.bytes?.content ?? new TextEncoder().encode(call.body === undefined ? '' : JSON.stringify(call.body))
  const type = call.bytes?.type ?? (call.body === undefined ? undefined : 'application/json')
  return {
    url: address,
    method: route.method,
    body: new Uint8Array(content),
    headers: {
      accept: 'application/json',
      ...(type !== undefined && { 'content-type': type }),
      ...(call.idempotencyKey !== undefined && { [IDEMPOTENCY_HEADER]: call.idempotencyKey }),
    },
  }
}

const retryAfterMs = (header: string | null): number | undefined =>
  header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined

const isTrouble = (status: number): boolean => status >= 500 || status === 408 || status === 425 || status === 429

const outcomeOf = (answer: CallAnswer): PlatformCalled['outcome'] => {
  if (answer.result === 'unavailable') return 'unavailable'
  return answer.status < 400 ? 'answered' : 'refused'
}

const isJson = (type: string | null): boolean => /^application\/(?:[\w.-]+\+)?json\b/i.test(type ?? '')

/** A body that is no JSON says nothing: `undefined` meets no schema. */
function parsed(type: string | null, bytes: Uint8Array): unknown {
  if (!isJson(type)) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/**
 * Sends signed requests to one platform. Reads and writes with an idempotency key are tried three times with growing
 * pauses; every try has a signature and a nonce of its own. The log never holds an address's query or a body.
 */
export function openClient(settings: ClientSettings, world: ClientWorld): PlatformClient {
  const { circuit, log, timeoutMs = 5_000, firstPauseMs = 200, elapsedMs = () => performance.now() } = world
  const called = (outcome: PlatformCalled['outcome'], ms: number): void =>
    world.onCalled?.({ platform: settings.platform, outcome, ms })

  async function once({ url, method, body, headers }: Prepared): Promise<CallAnswer> {
    const target = url.pathname + url.search
    const signed = sign({ method, target, body }, settings.secret, { now: world.clock(), nonce: world.newId() })
    const response = await world.fetch(url, {
      method,
      headers: { ...headers, ...signed },
      ...(method !== 'GET' && { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs + Math.ceil(body.length / SLOWEST_BYTES_A_MS)),
    })
    if (isTrouble(response.status)) {
      await response.body?.cancel()
      const afterMs = retryAfterMs(response.headers.get('retry-after'))
      return { result: 'unavailable', ...(afterMs !== undefined && { retryAfterMs: afterMs }) }
    }
    const bytes = await readAtMost(response.body, BODY_LIMIT_BYTES)
    if (bytes === undefined) return { result: 'unavailable' }
    const said = parsed(response.headers.get('content-type'), bytes)
    // A page of some proxy, or half an answer: not the platform's word.
    if (response.ok && said === undefined) return { result: 'unavailable' }
    return { result: 'answered', status: response.status, body: said }
  }

  async function attempt(prepared: Prepared, path: string): Promise<CallAnswer> {
    try {
      return await once(prepared)
    } catch (error) {
      const failure = error instanceof Error ? error.name : 'unknown'
      log.warn({ platform: settings.platform, route: path, failure }, 'a platform did not answer')
      return { result: 'unavailable' }
    }
  }

  return {
    async call(call) {
      const repeatable = call.route.method === 'GET' || call.idempotencyKey !== undefined
      const prepared = prepare(settings, call)
      for (let attempts = 1; ; attempts += 1) {
        const entered = circuit.enter()
        if (!entered.ok) {
          called('held-back', 0)
          return { result: 'unavailable', retryAfterMs: entered.retryAfterMs }
        }
        const startedMs = elapsedMs()
        const answer = await attempt(prepared, call.route.path)
        called(outcomeOf(answer), elapsedMs() - startedMs)
        if (answer.result === 'answered') {
          circuit.succeeded()
          return answer
        }
        circuit.failed()
        // Where it says when to come back, it is not pressed before.
        if (!repeatable || attempts >= TRIES || answer.retryAfterMs !== undefined) return answer
        await sleep(firstPauseMs * 2 ** (attempts - 1) * (0.5 + world.random() / 2))
      }
    },
  }
}
