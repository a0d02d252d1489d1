import type { PaperSummary } from '@suanhui/shared/api'
import { useEffect } from 'react'
import { readPapers } from '../../api/papers'
import { type Loaded, useLoaded } from '../../use-loaded'
import { useReloadOnReturn } from '../../use-reload-on-return'

/** Reading a paper takes some seconds. */
const AGAIN_MS = 3_000

export const isBeingRead = ({ status }: Pick<PaperSummary, 'status'>): boolean =>
  status === 'received' || status === 'reading'

/** Asks again while something is being read. */
export function useAgainWhile(condition: boolean, reload: () => void): void {
  useEffect(() => {
    if (!condition) return undefined
    const timer = setInterval(reload, AGAIN_MS)
    return () => clearInterval(timer)
  }, [condition, reload])
}

/** All papers of a company, asked for anew while one of them is being read. A paper without pages is not there yet. */
export function usePapers(companyId: string): Loaded<readonly PaperSummary[]> {
  const loaded = useLoaded<readonly PaperSummary[]>(
    async () => (await readPapers(companyId)).filter(({ pages }) => pages.length > 0),
    companyId,
  )
  useReloadOnReturn(loaded.reload)
  useAgainWhile(loaded.value?.some(isBeingRead) === true, loaded.reload)
  return loaded
}
