import type { AnswerOf, BodyOf, Contract, ParamsOf, QueryOf } from '@suanhui/shared/api'
import { accessToken, renewedToken } from './access'
import { pathOf } from './address'
import { parsed } from './client'
import { ApiError, type Request, send, type TextResponse } from './send'

type Part<Name extends string, T> = undefined extends T ? Partial<Record<Name, undefined>> : Readonly<Record<Name, T>>

/** What a request by this contract says; the compiler holds method and path against it. */
export type Asked<C extends Contract> = {
  readonly method: C['method']
  readonly path: C['path']
  readonly access: C['access']
  /** Names the write, so that a repetition does nothing new: required where a POST may be repeated. */
  readonly key?: string
  readonly timeoutMs?: number
} & Part<'params', ParamsOf<C>> &
  Part<'query', QueryOf<C>> &
  Part<'body', BodyOf<C>>

interface Loose {
  readonly method: Request['method']
  readonly path: string
  readonly access: Contract['access']
  readonly key?: string
  readonly timeoutMs?: number
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly once?: boolean
}

const PAUSES_MS = [400, 1_200]
const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const mayRepeat = ({ method, key, once }: Loose): boolean => once !== true && (method !== 'post' || key !== undefined)

const passes = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'OFFLINE' || error.httpStatus === 502 || error.httpStatus === 503)

const LONGEST_PAUSE_S = 5

/** How long the server asked to wait; longer than a person looks at a page without a word, we do not. */
const askedPauseMs = (error: unknown): number =>
  error instanceof ApiError ? 1_000 * Math.min(LONGEST_PAUSE_S, error.retryAfterSeconds ?? 0) : 0

/** Sends; what a bad network swallowed is sent again where that does no harm. */
async function sendPatiently(request: Request, repeatable: boolean): Promise<TextResponse> {
  for (const pause of PAUSES_MS) {
    try {
      return await send(request)
    } catch (error) {
      if (!repeatable || !passes(error)) throw error
      await later(Math.max(pause, askedPauseMs(error)))
    }
  }
  return send(request)
}

const needsPerson = ({ access }: Loose): boolean => access === 'person' || access === 'member' || access === 'owner'

async function sendSigned(asked: Loose, request: Request): Promise<TextResponse> {
  if (!needsPerson(asked)) return sendPatiently(request, mayRepeat(asked))
  const withToken = (token: string): Request => ({
    ...request,
    headers: { ...request.headers, authorization: `Bearer ${token}` },
  })
  try {
    return await sendPatiently(withToken(await accessToken()), mayRepeat(asked))
  } catch (error) {
    if (!(error instanceof ApiError) || error.httpStatus !== 401) throw error
    // The session may have been renewed elsewhere, or this phone's clock be wrong: once more with a new token.
    return sendPatiently(withToken(await renewedToken()), mayRepeat(asked))
  }
}

/**
 * Asks the server by a contract: `ask<typeof meContract>({ method: 'get', path: '/v1/me', access: 'person' })`.
 * Throws {@link ApiError} with the server's words.
 */
export async function ask<C extends Contract>(asked: Asked<C>): Promise<AnswerOf<C>> {
  const loose: Loose = asked
  const { text } = await sendSigned(loose, {
    method: loose.method,
    path: pathOf(loose.path, loose.params, loose.query),
    headers: {
      ...(loose.body !== undefined && { 'content-type': 'application/json' }),
      ...(loose.key !== undefined && { 'idempotency-key': loose.key }),
    },
    ...(loose.body !== undefined && { body: JSON.stringify(loose.body) }),
    ...(loose.timeoutMs !== undefined && { timeoutMs: loose.timeoutMs }),
  })
  return (text === '' ? undefined : parsed(text)) as AnswerOf<C>
}

/**
 * Bytes to a path that a contract names, such as one part of an upload. Sent once: whoever sends asks first what
 * arrived before as much goes over a bad network again.
 */
export async function sendBytes(
  path: string,
  body: ArrayBuffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const request: Request = {
    method: 'put',
    path,
    body,
    headers: { 'content-type': 'application/octet-stream', ...headers },
    timeoutMs: 60_000,
  }
  const { text } = await sendSigned({ method: 'put', path, access: 'member', once: true }, request)
  return text === '' ? undefined : parsed(text)
}
