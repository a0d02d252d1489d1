import type { Tokens } from '@suanhui/shared/api'
import type { Caller, Deps } from '../deps'
import { AppError } from '../errors'
import type { Transaction } from '../stores/database'
import {
  keepRefreshToken,
  liveSession,
  lockRefreshToken,
  type RefreshToken,
  revokeFamily,
  type Session,
  touchSession,
  useRefreshToken,
} from '../stores/identity-sessions'
import { GRACE_MS, SESSION_IDLE_MS, SESSION_LONGEST_MS } from './lifetimes'
import { hashOf, newSecret } from './secret-text'
import { type StartedSession, tokensOf } from './start-session'

type World = Pick<Deps, 'database' | 'systemSecrets' | 'accessTokens' | 'clock' | 'log'>

const contextOf = (hash: string): string => `successor of ${hash}`

async function rotate(
  transaction: Transaction,
  { systemSecrets, clock }: World,
  token: RefreshToken,
  session: Session,
): Promise<string> {
  const now = clock()
  const successor = newSecret()
  await keepRefreshToken(transaction, hashOf(successor), session.id, now)
  await useRefreshToken(transaction, token, {
    successorSealed: systemSecrets.seal(contextOf(token.hash), Buffer.from(successor)),
    now,
    graceFrom: new Date(now.getTime() - GRACE_MS),
  })
  const untilMs = Math.min(now.getTime() + SESSION_IDLE_MS, session.createdAt.getTime() + SESSION_LONGEST_MS)
  await touchSession(transaction, session.id, now, new Date(untilMs))
  return successor
}

/** The successor of a token that was used a moment ago; undefined where that is too long ago. */
function repeated({ systemSecrets, clock }: World, { hash, usedAt, successorSealed }: RefreshToken) {
  if (usedAt === null || successorSealed === null) return undefined
  if (clock().getTime() - usedAt.getTime() > GRACE_MS) return undefined
  return Buffer.from(systemSecrets.open(contextOf(hash), successorSealed)).toString()
}

type Outcome = { readonly started: StartedSession } | { readonly stolen: Caller } | undefined

async function exchange(transaction: Transaction, world: World, refreshToken: string): Promise<Outcome> {
  const token = await lockRefreshToken(transaction, hashOf(refreshToken))
  const session = token && (await liveSession(transaction, token.sessionId, world.clock()))
  if (token === undefined || session === undefined) return undefined
  const caller = { personId: session.personId, sessionId: session.id }
  if (token.usedAt === null) {
    return { started: { caller, refreshToken: await rotate(transaction, world, token, session) } }
  }
  const successor = repeated(world, token)
  if (successor !== undefined) return { started: { caller, refreshToken: successor } }
  await revokeFamily(transaction, session.id, world.clock())
  return { stolen: caller }
}

/**
 * A new pair for a refresh token, which is used up. Asked again within 20 seconds, it brings the same next one: phones
 * repeat. After that it must have been copied, and the session is ended for whoever holds it.
 * @throws {AppError} 401.
 */
export async function renewTokens(world: World, refreshToken: string): Promise<Tokens> {
  const outcome = await world.database.transaction((transaction) => exchange(transaction, world, refreshToken))
  if (outcome !== undefined && 'started' in outcome) return tokensOf(world, outcome.started)
  if (outcome !== undefined) {
    world.accessTokens.sessionEnded(outcome.stolen)
    world.log.warn(outcome.stolen, 'a refresh token came twice: the session is ended')
  }
  throw new AppError('UNAUTHENTICATED', '登录过期了，请重新登录', { headers: { 'www-authenticate': 'Bearer' } })
}
