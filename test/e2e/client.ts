import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { type Message, messagesIn } from '../sandbox/messages'
import type { Sandbox } from '../sandbox/sandbox'

/** The sandbox's phone: what it received, the oldest first. */
export const receivedBy = (sandbox: Sandbox, to: string): readonly Message[] =>
  messagesIn(sandbox.world.journal)
    .all()
    .filter((message) => message.to === to)

/** Waits for a login code on the phone. */
export async function codeOn(sandbox: Sandbox, phone: string, seen = 0): Promise<string> {
  await expect.poll(() => receivedBy(sandbox, phone).length, { timeout: 10_000 }).toBeGreaterThan(seen)
  return /\d{6}/.exec(receivedBy(sandbox, phone).at(-1)?.text ?? '')?.[0] ?? ''
}

export interface Answered {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: each test says by its expectations what it takes the answer for
  readonly body: any
}

/** Someone who speaks to the server without a page. */
export interface Client {
  ask(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>
  /** The same, as whichever server: tokens hold on all of them. */
  at(url: string): Client
}

export function clientOf(url: string, token?: string): Client {
  return {
    at: (other) => clientOf(other, token),
    async ask(method, path, body, headers = {}) {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
    },
  }
}

/** Signs in by the code that arrives on the sandbox's phone. */
export async function signIn(sandbox: Sandbox, url: string, phone: string): Promise<Client> {
  const seen = receivedBy(sandbox, phone).length
  const asked = await clientOf(url).ask('POST', '/v1/login/codes', { phone })
  expect(asked.status).toBe(202)
  const code = await codeOn(sandbox, phone, seen)
  const entered = await clientOf(url).ask('POST', '/v1/login/phone', { phone, code, agreed: true })
  expect(entered.status).toBe(200)
  return clientOf(url, entered.body.accessToken)
}

/** Agrees that what one fills in goes to the platforms, as the mini-program asks before the first time. */
export async function agreeToSharing(client: Client): Promise<void> {
  const word = { purpose: 'sharing_with_platform', version: '2026-11-21', given: true }
  expect((await client.ask('PUT', '/v1/me/consents', word)).status).toBe(200)
}
