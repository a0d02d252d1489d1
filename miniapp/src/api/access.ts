import { currentSession, keepSession, type Session, storedSession } from '../stores/session'
import { parsed } from './client'
import { ApiError, send } from './send'

/** A token that ends sooner than this is renewed before it is used: the request itself takes time. */
const MARGIN_MS = 30_000

interface Tokens {
  readonly accessToken: string
  readonly expiresInSeconds: number
  readonly refreshToken: string
}

export const sessionOf = ({ accessToken, expiresInSeconds, refreshToken }: Tokens): Session => ({
  accessToken,
  accessUntil: Date.now() + expiresInSeconds * 1000,
  refreshToken,
})

let renewing: Promise<string> | undefined

async function renew(): Promise<string> {
  // Another page of this browser may have done it already: its token is the newer one.
  const session = storedSession() ?? currentSession()
  if (session === undefined) throw signedOut()
  try {
    const { text } = await send({
      method: 'post',
      path: '/v1/tokens',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refreshToken: session.refreshToken }),
    })
    const next = sessionOf(parsed(text) as Tokens)
    keepSession(next)
    return next.accessToken
  } catch (error) {
    // Only the server's word ends a session: a bad network does not.
    if (error instanceof ApiError && error.httpStatus === 401) keepSession(undefined)
    throw error
  }
}

const signedOut = (): ApiError => new ApiError('UNAUTHENTICATED', '请先登录', 401)

/** Renews the access token, once however many ask at a time. Throws {@link ApiError}: 401 where one has to sign in again. */
export function renewedToken(): Promise<string> {
  renewing ??= renew().finally(() => {
    renewing = undefined
  })
  return renewing
}

/** A token that is good for a request now. Throws {@link ApiError}. */
export async function accessToken(): Promise<string> {
  const session = currentSession()
  if (session === undefined) throw signedOut()
  return session.accessUntil - MARGIN_MS > Date.now() ? session.accessToken : renewedToken()
}
