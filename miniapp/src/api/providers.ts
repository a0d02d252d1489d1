import type { ProviderDetail, ProviderList, providerContract, providersContract } from '@suanhui/shared/api'
import { ask } from './ask'

/** What the register is searched for; empty: all of it. */
export interface ProviderSearch {
  readonly q: string
  readonly domesticOnly: boolean
  readonly registeredOnly: boolean
  readonly region: string
  readonly sort: 'name' | 'price' | 'quality'
}

/** A page of the register; the next one begins at `cursor`. */
export const readProviders = (search: ProviderSearch, cursor?: string): Promise<ProviderList> =>
  ask<typeof providersContract>({
    method: 'get',
    path: '/v1/providers',
    access: 'public',
    query: {
      sort: search.sort,
      ...(search.q.trim() !== '' && { q: search.q.trim() }),
      ...(search.domesticOnly && { domestic: 'true' as const }),
      ...(search.registeredOnly && { registeredOnly: 'true' as const }),
      ...(search.region !== '' && { region: search.region }),
      ...(cursor !== undefined && { cursor }),
    },
  })

/** One provider, and whether it was registered on a day; today where none is given. */
export const readProvider = (providerId: string, on?: string): Promise<ProviderDetail> =>
  ask<typeof providerContract>({
    method: 'get',
    path: '/v1/providers/{providerId}',
    access: 'public',
    params: { providerId },
    query: on === undefined ? {} : { on },
  })
