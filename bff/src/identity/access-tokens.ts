import { hash } from 'node:crypto'
import type { PublicKey } from '@suanhui/shared/api'
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { Caller, Deps } from '../deps'
import { liveSession } from '../stores/identity-sessions'
import type { KeyRing } from './key-ring'
import { ACCESS_TOKEN_MS, VERIFIED_FOR_MS } from './lifetimes'
import { verifiedTokens } from './verified-tokens'

const ISSUER = 'suanhuitong'
const AUDIENCE = 'suanhuitong'
/** RFC 9068: no other JWS of ours, such as a receipt, is an access token. */
const TYPE = 'at+jwt'

export interface AccessTokens {
  /** A token for ten minutes. */
  issue(caller: Caller): Promise<{ readonly accessToken: string; readonly expiresInSeconds: number }>
  /** Undefined where it is not ours, has expired or was tampered with, or its session was ended. */
  identify(accessToken: string): Promise<Caller | undefined>
  /** Its tokens are refused from now on in this process; in others within a minute. */
  sessionEnded(caller: Caller): void
  publicKeys(): Promise<readonly PublicKey[]>
}

interface Verified {
  readonly caller: Caller
  readonly expiresAtMs: number
}

const callerOf = ({ sub, sid, exp }: JWTPayload): Verified | undefined =>
  typeof sub === 'string' && typeof sid === 'string' && exp !== undefined
    ? { caller: { personId: sub, sessionId: sid }, expiresAtMs: exp * 1000 }
    : undefined

/** Access tokens: JWT, ES256, with the keys of the ring. What was checked once is remembered for a minute at most. */
export function openAccessTokens(ring: KeyRing, { database, clock }: Pick<Deps, 'database' | 'clock'>): AccessTokens {
  const remembered = verifiedTokens()

  async function verified(token: string): Promise<Verified | undefined> {
    try {
      const { payload } = await jwtVerify(
        token,
        async ({ kid }) => {
          const key = kid === undefined ? undefined : await ring.verificationKey(kid)
          if (key === undefined) throw new errors.JWKSNoMatchingKey()
          return key
        },
        {
          algorithms: ['ES256'],
          typ: TYPE,
          issuer: ISSUER,
          audience: AUDIENCE,
          requiredClaims: ['sub', 'sid', 'iat', 'exp'],
          currentDate: clock(),
        },
      )
      return callerOf(payload)
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined
      throw error
    }
  }

  return {
    async issue({ personId, sessionId }) {
      const { privateKey, publicKey } = await ring.signingKey()
      const now = clock().getTime()
      const accessToken = await new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: 'ES256', kid: publicKey.kid, typ: TYPE })
        .setSubject(personId)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(Math.floor(now / 1000))
        .setExpirationTime(Math.floor((now + ACCESS_TOKEN_MS) / 1000))
        .sign(privateKey)
      return { accessToken, expiresInSeconds: ACCESS_TOKEN_MS / 1000 }
    },
    async identify(token) {
      const now = clock()
      const digest = hash('sha256', token, 'base64')
      const known = remembered.get(digest, now.getTime())
      if (known) return known
      const found = await verified(token)
      if (found === undefined) return undefined
      const { caller, expiresAtMs } = found
      const session = await liveSession(database.queries, caller.sessionId, now)
      // A session that moved to another person, when two were made one, needs a new token.
      if (session?.personId !== caller.personId) return undefined
      const untilMs = Math.min(now.getTime() + VERIFIED_FOR_MS, expiresAtMs)
      return remembered.keep(digest, caller, untilMs) ? caller : undefined
    },
    sessionEnded: (caller) => remembered.forget(caller),
    publicKeys: () => ring.publicKeys(),
  }
}
