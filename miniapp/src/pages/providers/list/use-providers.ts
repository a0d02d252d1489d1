import type { ProviderList } from '@suanhui/shared/api'
import { useEffect, useState } from 'react'
import { type ProviderSearch, readProviders } from '../../../api/providers'
import { useLoaded } from '../../../use-loaded'

const FIRST: ProviderSearch = { q: '', domesticOnly: false, registeredOnly: true, region: '', sort: 'name' }
/** Nobody is asked at every key: only once the person has paused. */
const PAUSE_MS = 350

/** The value as it was when it last stood still. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** The register as it is searched, page by page. */
export function useProviders() {
  const [search, setSearch] = useState(FIRST)
  const settled = useSettled(search)
  const list = useLoaded<ProviderList>(() => readProviders(settled), JSON.stringify(settled))
  const [moreError, setMoreError] = useState<unknown>()

  async function readMore(): Promise<void> {
    const shown = list.value
    if (shown?.cursor === undefined || shown.cursor === null) return
    setMoreError(undefined)
    try {
      const next = await readProviders(settled, shown.cursor)
      list.replace({ ...next, providers: [...shown.providers, ...next.providers] })
    } catch (error) {
      setMoreError(error)
    }
  }

  return {
    search,
    change: (part: Partial<ProviderSearch>) => setSearch({ ...search, ...part }),
    ...list,
    moreError,
    readMore: () => void readMore(),
  }
}
