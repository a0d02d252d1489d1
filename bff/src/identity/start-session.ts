import type { Tokens } from '@suanhui/shared/api'
import type { Caller, Deps } from '../deps'
import type { Transaction } from '../stores/database'
import { keepAgreement } from '../stores/identity-people'
import { keepRefreshToken, makeSession } from '../stores/identity-sessions'
import { SESSION_IDLE_MS, TERMS_VERSION } from './lifetimes'
import { hashOf, newSecret } from './secret-text'

/** A session that stands in the database once the transaction is committed. */
export interface StartedSession {
  readonly caller: Caller
  readonly refreshToken: string
}

/** Signs the person in on a device; they agreed to the terms to get here. */
export async function startSession(
  transaction: Transaction,
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  { personId, device }: { readonly personId: string; readonly device: string },
): Promise<StartedSession> {
  const now = clock()
  const id = newId()
  const refreshToken = newSecret()
  await keepAgreement(transaction, personId, TERMS_VERSION, now)
  const expiresAt = new Date(now.getTime() + SESSION_IDLE_MS)
  await makeSession(transaction, { id, personId, device, createdAt: now, lastUsedAt: now, expiresAt })
  await keepRefreshToken(transaction, hashOf(refreshToken), id, now)
  return { caller: { personId, sessionId: id }, refreshToken }
}

/** What the phone gets of it. */
export async function tokensOf(
  { accessTokens }: Pick<Deps, 'accessTokens'>,
  { caller, refreshToken }: StartedSession,
): Promise<Tokens> {
  return { ...(await accessTokens.issue(caller)), refreshToken }
}
