import { catalogue as bundled } from '@suanhui/shared/policies'
import type { Catalogue, Measure, PolicyDocument } from '@suanhui/shared/rules'
import { fetchCatalogue } from '../api/catalogue'
import { newer, readCatalogue } from './catalogue-choice'
import { readStored, writeStored } from './storage'
import { createStore, useStore } from './store'

const KEY = 'catalogue'

interface Kept {
  readonly etag?: string
  readonly catalogue: Catalogue
}

function readKept(): Kept | undefined {
  const stored = readStored(KEY)
  if (typeof stored !== 'object' || stored === null || !('catalogue' in stored)) return undefined
  const catalogue = readCatalogue(stored.catalogue)
  if (catalogue === undefined) return undefined
  return { catalogue, ...('etag' in stored && typeof stored.etag === 'string' && { etag: stored.etag }) }
}

const kept = readKept()
const store = createStore<Catalogue>(newer(bundled, kept?.catalogue))
/** The server's name for what is in use; none for the catalogue of this release. */
let etag = store.get() === kept?.catalogue ? kept.etag : undefined

export const useCatalogue = (): Catalogue => useStore(store)
export const currentCatalogue = (): Catalogue => store.get()

/**
 * Asks the server for a newer catalogue and uses it from now on, once its signature holds.
 * Whatever goes wrong leaves things as they are: the one on the phone is good, its date stands on the start page.
 */
export async function refreshCatalogue(): Promise<void> {
  try {
    const fetched = await fetchCatalogue(etag)
    if (fetched === 'unchanged') return
    const offered = readCatalogue(JSON.parse(fetched.text))
    const chosen = newer(store.get(), offered)
    if (chosen !== offered) return
    etag = fetched.etag
    store.set(chosen)
    const keeping: Kept = { catalogue: chosen, ...(etag !== undefined && { etag }) }
    writeStored(KEY, keeping)
  } catch {
    // Offline, refused, unsigned, unreadable: all the same to someone who only wants an answer.
  }
}

export interface FoundMeasure {
  readonly id: string
  readonly measure: Measure
  readonly document: PolicyDocument
}

/** A measure by its id; undefined where this catalogue has none of that name. */
export function findMeasure(catalogue: Catalogue, id: string): FoundMeasure | undefined {
  for (const document of catalogue.documents) {
    const measure = document.measures.find((one) => `${document.id}/${one.slug}` === id)
    if (measure !== undefined) return { id, measure, document }
  }
  return undefined
}
