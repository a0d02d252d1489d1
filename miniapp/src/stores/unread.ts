import { readUnreadCount } from '../api/messages'
import { currentPerson, onSessionChange } from './session'
import { createStore, useStore } from './store'

const store = createStore(0)
let person = currentPerson()

onSessionChange(() => {
  const now = currentPerson()
  if (now === person) return
  person = now
  store.set(0)
})

/** How many messages were not read yet, as far as it is known. */
export const useUnread = (): number => useStore(store)

/** Takes a number that the server gave along with something else. */
export function keepUnread(unread: number): void {
  store.set(unread)
}

/** Asks for the number; when that fails it stays as it is. */
export async function refreshUnread(): Promise<void> {
  const asking = currentPerson()
  if (asking === undefined) return
  try {
    const { unread } = await readUnreadCount()
    if (asking === currentPerson()) store.set(unread)
  } catch {
    // A badge is no reason to disturb anybody.
  }
}
