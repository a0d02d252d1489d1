import type { CompanySummary } from '@suanhui/shared/api'
import { useEffect } from 'react'
import { readCompanies } from '../api/companies'
import { currentPerson, onSessionChange } from './session'
import { readStored, writeStored } from './storage'
import { createStore, useStore } from './store'

const KEY = 'mine:company'

interface Known {
  /** Undefined until the server has been asked. */
  readonly companies?: readonly CompanySummary[]
  readonly error?: unknown
  /** The company that was chosen here last. */
  readonly chosenId?: string | undefined
}

function keptChoice(): Pick<Known, 'chosenId'> {
  const stored = readStored(KEY)
  return typeof stored === 'string' ? { chosenId: stored } : {}
}

const store = createStore<Known>(keptChoice())
let person = currentPerson()
let asked = 0

onSessionChange(() => {
  const now = currentPerson()
  // A renewed token is the same person; anybody else, and nobody, must not see these companies.
  if (now === person) return
  person = now
  asked += 1
  store.set(now === undefined ? {} : keptChoice())
  if (now !== undefined) void refreshCompanies()
})

/** Reads the list anew. What is known stays while it is read, and when that fails. */
export async function refreshCompanies(): Promise<void> {
  asked += 1
  const mine = asked
  const { error: _before, ...known } = store.get()
  store.set(known)
  try {
    const { companies } = await readCompanies()
    if (mine === asked) store.set({ ...store.get(), companies })
  } catch (error) {
    if (mine === asked) store.set({ ...store.get(), error })
  }
}

export function chooseCompany(chosenId: string): void {
  store.set({ ...store.get(), chosenId })
  writeStored(KEY, chosenId)
}

export interface Companies extends Omit<Known, 'chosenId'> {
  /** The chosen one, else the first. */
  readonly chosen: CompanySummary | undefined
}

/** The companies of whoever is signed in; read when they are first needed. */
export function useCompanies(): Companies {
  const { companies, error, chosenId } = useStore(store)
  const known = companies !== undefined
  useEffect(() => {
    if (!known && currentPerson() !== undefined) void refreshCompanies()
  }, [known])
  const chosen = companies?.find(({ id }) => id === chosenId) ?? companies?.[0]
  return { ...(companies !== undefined && { companies }), ...(error !== undefined && { error }), chosen }
}
