import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { messagesIn } from '../sandbox/messages'
import type { Sandbox } from '../sandbox/sandbox'

export interface Answered {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: whoever asked knows what the answer is, and is wrong at once if not
  readonly body: any
}

/** No answer came: the line was cut, or nobody was there. What was asked may have happened, or not. */
export class NoAnswer extends Error {}

/** A phone: asks, repeats what went unanswered under the same key, renews its tokens. */
export interface Client {
  readonly phone: string
  /** Once. @throws {NoAnswer} */
  ask(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>
  /** Until it is answered otherwise than with "come again", as the page does. */
  insist(method: string, path: string, body?: unknown, forMs?: number): Promise<Answered>
  bytes(path: string): Promise<Uint8Array>
  /** Signs in anew. */
  signIn(): Promise<void>
}

export interface ClientWorld {
  readonly sandbox: Sandbox
  readonly url: () => string
}

const PATIENCE_MS = 45_000
const INSIST_MS = 60_000
/** Without it nothing goes to a platform. */
const SHARING = { purpose: 'sharing_with_platform', version: '2026-11-21', given: true }

const isBytes = (body: unknown): body is Uint8Array => body instanceof Uint8Array

const codesFor = (sandbox: Sandbox, phone: string): readonly string[] =>
  messagesIn(sandbox.world.journal)
    .all()
    .filter(({ to, text }) => to === phone && /验证码/.test(text))
    .map(({ text }) => /\d{6}/.exec(text)?.[0] ?? '')

/** Waits until it holds. @throws when time is up. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 30_000,
  pauseMs = 50,
): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`)
    await sleep(pauseMs)
  }
}

export function clientOf({ sandbox, url }: ClientWorld, phone: string): Client {
  let tokens: { readonly accessToken: string; readonly refreshToken: string } | undefined

  async function reach(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(`${url()}${path}`, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
    } catch (cause) {
      throw new NoAnswer(`no answer to ${init.method ?? 'GET'} ${path}`, { cause })
    }
  }
  async function once(method: string, path: string, body: unknown, headers: Readonly<Record<string, string>>) {
    const content = isBytes(body) ? new Uint8Array(body) : body === undefined ? undefined : JSON.stringify(body)
    const type = isBytes(body) ? 'application/octet-stream' : 'application/json'
    const response = await reach(path, {
      method,
      headers: {
        ...(tokens && { authorization: `Bearer ${tokens.accessToken}` }),
        ...(body !== undefined && { 'content-type': type }),
        ...headers,
      },
      ...(content !== undefined && { body: content }),
    })
    const text = await response.text().catch((cause: unknown) => {
      throw new NoAnswer(`the answer to ${path} broke off`, { cause })
    })
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
  }
  async function renew(): Promise<void> {
    const answer = await once('POST', '/v1/tokens', { refreshToken: tokens?.refreshToken }, {})
    if (answer.status === 200) tokens = answer.body
  }
  async function ask(method: string, path: string, body?: unknown, headers = {}): Promise<Answered> {
    const named = { ...(method === 'POST' && { 'idempotency-key': randomUUID() }), ...headers }
    const answer = await once(method, path, body, named)
    if (answer.status !== 401 || tokens === undefined) return answer
    await renew()
    return once(method, path, body, named)
  }

  const client: Client = {
    phone,
    ask,
    async insist(method, path, body, forMs = INSIST_MS) {
      const headers = { ...(method !== 'GET' && { 'idempotency-key': randomUUID() }) }
      const end = Date.now() + forMs
      for (;;) {
        const answer = await ask(method, path, body, headers).catch((error: unknown) => {
          if (error instanceof NoAnswer && Date.now() < end) return undefined
          throw error
        })
        const again = answer === undefined || answer.status >= 500 || answer.headers.get('retry-after') !== null
        if (!again || Date.now() > end) return answer as Answered
        await sleep(200)
      }
    },
    async bytes(path) {
      const response = await reach(path, { headers: { authorization: `Bearer ${tokens?.accessToken}` } })
      if (response.status !== 200) throw new Error(`${response.status} ${path}`)
      return new Uint8Array(await response.arrayBuffer())
    },
    async signIn() {
      const seen = codesFor(sandbox, phone).length
      const asked = await client.insist('POST', '/v1/login/codes', { phone })
      if (asked.status !== 202) throw new Error(`no code: ${asked.status} ${JSON.stringify(asked.body)}`)
      await until('the code is on the phone', () => codesFor(sandbox, phone).length > seen)
      const code = codesFor(sandbox, phone).at(-1)
      const entered = await client.insist('POST', '/v1/login/phone', { phone, code, agreed: true })
      if (entered.status !== 200) throw new Error(`no login: ${entered.status} ${JSON.stringify(entered.body)}`)
      tokens = entered.body
      const agreed = await client.insist('PUT', '/v1/me/consents', SHARING)
      if (agreed.status !== 200) throw new Error(`no consent: ${agreed.status} ${JSON.stringify(agreed.body)}`)
    },
  }
  return client
}
