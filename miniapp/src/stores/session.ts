import { subjectOf } from '../api/token-subject'
import { forgetPersonal } from './personal'
import { readStored, writeStored } from './storage'
import { createStore, useStore } from './store'

const KEY = 'session'
const OWNER = 'owner'

/** Who is signed in on this phone. */
export interface Session {
  readonly accessToken: string
  /** Milliseconds since 1970 by this phone's clock. */
  readonly accessUntil: number
  /** One use: each refresh brings the next. */
  readonly refreshToken: string
}

const isSession = (stored: unknown): stored is Session =>
  typeof stored === 'object' &&
  stored !== null &&
  'accessToken' in stored &&
  typeof stored.accessToken === 'string' &&
  'accessUntil' in stored &&
  typeof stored.accessUntil === 'number' &&
  'refreshToken' in stored &&
  typeof stored.refreshToken === 'string'

/** As the phone keeps it: another page of the same browser may have refreshed it. */
export function storedSession(): Session | undefined {
  const stored = readStored(KEY)
  return isSession(stored) ? stored : undefined
}

const store = createStore<Session | undefined>(storedSession())

export const currentSession = (): Session | undefined => store.get()

/** Whether someone is signed in. */
export const useSignedIn = (): boolean => useStore(store) !== undefined

/** Who is signed in, as an id; undefined where nobody is. */
export function currentPerson(): string | undefined {
  const session = store.get()
  return session === undefined ? undefined : subjectOf(session.accessToken)
}

/** A session that merely ran out leaves a person's drafts here; for another person they are taken away first. */
function handOver(session: Session): void {
  const person = subjectOf(session.accessToken) ?? null
  if (person === readStored(OWNER)) return
  forgetPersonal()
  writeStored(OWNER, person)
}

export function keepSession(session: Session | undefined): void {
  if (session !== undefined) handOver(session)
  writeStored(KEY, session ?? null)
  store.set(session)
}

/** Calls back when somebody else is signed in, or nobody. */
export const onSessionChange = (listener: () => void): (() => void) => store.subscribe(listener)
