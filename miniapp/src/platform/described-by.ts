import { createContext, useContext } from 'react'

/** The ids of the words that belong to the fields inside, beyond their own name; empty: none. */
export const DescribedBy = createContext('')

/** For `aria-describedby` of a native field. */
export const useDescribedBy = (): string | undefined => useContext(DescribedBy) || undefined
