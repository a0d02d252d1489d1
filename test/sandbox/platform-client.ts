import { createHash, randomUUID } from 'node:crypto'
import { sign } from '@suanhui/bff/platforms/signing/sign'
import type { PlatformName } from './platforms/case'
import { platformKeys } from './platforms/platform-keys'
import type { Sandbox } from './sandbox'

export interface Sent {
  readonly key?: string
  readonly nonce?: string
  readonly now?: Date
  /** Changes the body after it was signed. */
  readonly forge?: (body: string) => string
}

export interface Answered {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** Asks a platform as the product would, written from the contract. */
export async function ask(
  { url, secrets }: Sandbox,
  platform: PlatformName,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object | Uint8Array,
  { key = randomUUID(), nonce = randomUUID(), now = new Date(), forge = (text) => text }: Sent = {},
): Promise<Answered> {
  const bytes =
    body instanceof Uint8Array ? body : new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body))
  const target = `/platforms/${platform}${path}`
  const headers = sign({ method, target, body: bytes }, platformKeys(secrets)[platform].signing, { now, nonce })
  const sent = body instanceof Uint8Array ? new Uint8Array(bytes) : forge(new TextDecoder().decode(bytes))
  const answer = await fetch(`${url}${target}`, {
    method,
    headers: { ...headers, 'idempotency-key': key, 'content-type': 'application/json' },
    ...(method !== 'GET' && { body: sent }),
  })
  return { status: answer.status, body: await answer.json() }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** One step at the desk. */
export async function decide(
  { url }: Sandbox,
  seat: string,
  id: string,
  action: string,
  input: object = {},
): Promise<Answered> {
  const answer = await fetch(`${url}/desk/api/cases/${id}/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seat, ...input }),
  })
  return { status: answer.status, body: await answer.json() }
}
