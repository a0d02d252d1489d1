import { Agent, request as ask } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** One try to get an answer. */
export interface Attempt {
  /** 0 where none came. */
  readonly status: number
  /** What the network said, or the code of the answer's error. */
  readonly error?: string
  /** How long the connection had been silent; absent on a new one. */
  readonly idleMs?: number
}

export interface Answered {
  readonly status: number
  readonly text: string
  /** Those before the last had no answer, or one that says to come again. */
  readonly attempts: readonly Attempt[]
}

export interface Sent {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** Sends as one phone does: over connections of its own, and again what a bad network swallowed. */
export interface Phone {
  send(sent: Sent): Promise<Answered>
  hangUp(): void
}

/** The pauses of `miniapp/src/api/ask.ts`. */
const PAUSES_MS = [400, 1_200]
const TIMEOUT_MS = 15_000
/** WeChat's own number of requests at once. */
const MOST_CONNECTIONS = 10

interface Tried extends Attempt {
  readonly text: string
  readonly retryAfterMs: number
}

const codeIn = (text: string): string => /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? 'an answer without a code'

/** A read, or a write with a name of its own, may be sent again; part of an upload is asked for first. */
const mayRepeat = ({ method, headers = {} }: Sent): boolean =>
  method === 'GET' || (method !== 'PUT' && 'idempotency-key' in headers)

const passes = ({ status }: Attempt): boolean => status === 0 || status === 502 || status === 503

/** @param patient whether it sends again at all, as the mini-program does. */
export function newPhone(patient = true): Phone {
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS })
  const silentSince = new WeakMap<Socket, number>()

  const tryOnce = ({ method, url, headers, body }: Sent): Promise<Tried> =>
    new Promise((resolve) => {
      let idle: { readonly idleMs?: number } = {}
      let connection: Socket | undefined
      const outgoing = ask(url, { agent, method, headers, timeout: TIMEOUT_MS }, (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', (error) => outgoing.destroy(error))
        incoming.on('end', () => {
          if (connection) silentSince.set(connection, performance.now())
          const text = Buffer.concat(chunks).toString()
          const status = incoming.statusCode ?? 0
          const error = status >= 400 ? { error: codeIn(text) } : {}
          resolve({
            status,
            text,
            ...error,
            ...idle,
            retryAfterMs: 1_000 * Number(incoming.headers['retry-after'] ?? 0),
          })
        })
      })
      outgoing.on('socket', (socket) => {
        connection = socket
        const since = silentSince.get(socket)
        if (since !== undefined) idle = { idleMs: performance.now() - since }
      })
      outgoing.on('timeout', () => outgoing.destroy(new Error('TIMEOUT')))
      outgoing.on('error', (error: NodeJS.ErrnoException) =>
        resolve({ status: 0, text: '', error: error.code ?? error.message, ...idle, retryAfterMs: 0 }),
      )
      outgoing.end(body)
    })

  return {
    async send(sent) {
      const attempts: Attempt[] = []
      for (const pause of [...PAUSES_MS, undefined]) {
        const { text, retryAfterMs, ...attempt } = await tryOnce(sent)
        attempts.push(attempt)
        const again = patient && pause !== undefined && passes(attempt) && mayRepeat(sent)
        if (!again) return { status: attempt.status, text, attempts }
        await sleep(Math.max(pause, retryAfterMs))
      }
      return { status: 0, text: '', attempts }
    },
    hangUp: () => agent.destroy(),
  }
}
