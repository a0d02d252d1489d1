import type {
  endSessionContract,
  logoutContract,
  Me,
  meContract,
  SignedInDevices,
  sessionsContract,
} from '@suanhui/shared/api'
import { forgetPersonal } from '../stores/personal'
import { keepSession } from '../stores/session'
import { ask } from './ask'

export const readMe = (): Promise<Me> => ask<typeof meContract>({ method: 'get', path: '/v1/me', access: 'person' })

export const readDevices = (): Promise<SignedInDevices> =>
  ask<typeof sessionsContract>({ method: 'get', path: '/v1/me/sessions', access: 'person' })

export const endSession = (sessionId: string): Promise<void> =>
  ask<typeof endSessionContract>({
    method: 'delete',
    path: '/v1/me/sessions/{sessionId}',
    access: 'person',
    params: { sessionId },
  })

/** Signs out here. Without a network this phone forgets all the same; the server's side ends by itself. */
export async function signOut(): Promise<void> {
  try {
    await ask<typeof logoutContract>({ method: 'post', path: '/v1/logout', access: 'person' })
  } catch {
    // The tokens are thrown away below: nobody on this phone can use them any more.
  }
  keepSession(undefined)
  forgetPersonal()
}
