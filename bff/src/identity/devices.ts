import type { SignedInDevices } from '@suanhui/shared/api'
import type { Caller, Deps } from '../deps'
import { AppError } from '../errors'
import { endSession, liveSessions } from '../stores/identity-sessions'

type World = Pick<Deps, 'database' | 'accessTokens' | 'clock'>

/** Where the person is signed in. */
export async function listDevices(
  { database, clock }: Pick<World, 'database' | 'clock'>,
  { personId, sessionId }: Caller,
): Promise<SignedInDevices> {
  const sessions = await liveSessions(database.queries, personId, clock())
  return {
    sessions: sessions.map(({ id, device, createdAt, lastUsedAt }) => ({
      id,
      device,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      current: id === sessionId,
    })),
  }
}

/** Signs the person out on one of their devices. @throws {AppError} 404 for any other one. */
export async function signOut(
  { database, accessTokens, clock }: World,
  personId: string,
  sessionId: string,
): Promise<void> {
  const ended = await endSession(database.queries, personId, sessionId, clock())
  if (!ended) throw new AppError('NOT_FOUND', '没有这台设备，或者它已经退出登录了')
  accessTokens.sessionEnded({ personId, sessionId })
}
