import { useCallback, useEffect, useRef, useState } from 'react'

export interface Loaded<T> {
  /** What was read last; it stays while it is read anew, and when that fails. */
  readonly value: T | undefined
  readonly error: unknown
  readonly loading: boolean
  /** Reads anew. */
  readonly reload: () => void
  /** Takes what a write brought back, so that the page need not ask again. */
  readonly replace: (value: T) => void
}

/**
 * Reads something from the server when the page opens and whenever `key` changes; an answer that comes after the next
 * question is dropped.
 */
export function useLoaded<T>(read: () => Promise<T>, key: string): Loaded<T> {
  const [state, setState] = useState<Pick<Loaded<T>, 'value' | 'error' | 'loading'>>({
    value: undefined,
    error: undefined,
    loading: true,
  })
  const asked = useRef(0)
  const latest = useRef(read)
  latest.current = read
  const reload = useCallback(() => {
    asked.current += 1
    const mine = asked.current
    setState((before) => ({ ...before, error: undefined, loading: true }))
    latest.current().then(
      (value) => mine === asked.current && setState({ value, error: undefined, loading: false }),
      (error: unknown) => mine === asked.current && setState((before) => ({ ...before, error, loading: false })),
    )
  }, [])
  useEffect(() => {
    reload()
    return () => {
      asked.current += 1
    }
  }, [key, reload])
  const replace = useCallback((value: T) => {
    // A reading that began before this is older than what the write brought back.
    asked.current += 1
    setState({ value, error: undefined, loading: false })
  }, [])
  return { ...state, reload, replace }
}
