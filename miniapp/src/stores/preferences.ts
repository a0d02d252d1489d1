import { readStored, writeStored } from './storage'
import { createStore, useStore } from './store'

const KEY = 'preferences'

export interface Preferences {
  /** 长辈版: larger text and targets. */
  readonly elder: boolean
}

function readPreferences(stored: unknown): Preferences {
  return { elder: typeof stored === 'object' && stored !== null && 'elder' in stored && stored.elder === true }
}

const store = createStore<Preferences>(readPreferences(readStored(KEY)))

export const usePreferences = (): Preferences => useStore(store)

export function setElder(elder: boolean): void {
  store.set({ ...store.get(), elder })
  writeStored(KEY, store.get())
}
