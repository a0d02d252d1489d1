import type { IsoDate } from '@suanhui/shared/date'
import { createContext, useContext, useEffect, useRef } from 'react'
import { bringIntoSight } from '../../platform/bring'

/** What a reviewer wrote of a place. */
export interface ReviewNote {
  readonly id: string
  readonly note: string
  readonly dueOn: IsoDate | null
}

export interface Marks {
  /** The place that this page was opened for; empty: for none. */
  readonly here: string
  readonly notes: ReadonlyMap<string, readonly ReviewNote[]>
}

export const MarksContext = createContext<Marks>({ here: '', notes: new Map() })

export const useMarks = (): Marks => useContext(MarksContext)

/** As an element is called: what a selector takes without escaping. */
export const placeId = (name: string): string => `place-${name.replace(/[^A-Za-z0-9-]/g, '-')}`

/** Goes to the place once, as soon as it is there; where one scrolls later is one's own choice. */
export function useBroughtIntoSight(here: string, drawn: boolean): void {
  const done = useRef(false)
  useEffect(() => {
    if (!drawn || here === '' || done.current) return
    done.current = true
    bringIntoSight(placeId(here))
  }, [here, drawn])
}
