import type { IsoDate } from '../date'
import type { Party, RegisteredProvider } from './context'
import { closest } from './parties'

/** `not then`: in the register, but not on that day. `near`: in it under a name or code that differs a little. */
export type Registration =
  | { readonly state: 'registered' | 'near' | 'not then'; readonly provider: RegisteredProvider }
  | { readonly state: 'never' }

/** Whether a seller stood in the register on a day. */
export function registrationOf(
  on: { readonly name?: string; readonly code?: string },
  day: IsoDate,
  register: readonly RegisteredProvider[],
): Registration {
  const { sameness, party: provider } = closest(on, register)
  if (provider === undefined || (sameness !== 'same' && sameness !== 'near')) return { state: 'never' }
  const then = provider.registered.some(({ from, to }) => from <= day && (to === undefined || day <= to))
  if (!then) return { state: 'not then', provider }
  return { state: sameness === 'same' ? 'registered' : 'near', provider }
}

/** The register's entry for a party, if there is one. */
export const entryOf = (party: Party, register: readonly RegisteredProvider[]): RegisteredProvider | undefined => {
  const { sameness, party: provider } = closest(
    { name: party.name, ...(party.creditCode !== undefined && { code: party.creditCode }) },
    register,
  )
  return sameness === 'same' || sameness === 'near' ? provider : undefined
}
