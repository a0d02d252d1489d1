import type { FormProvider } from '@suanhui/shared/forms'
import type { RegisteredProvider } from '@suanhui/shared/papers'
import type { Provider } from '../../platforms/platform'
import type { Queries } from '../../stores/database'
import { allProviders, refreshes } from '../../stores/platforms-providers'

export interface ProviderRegister {
  /** Undefined while no platform has given us its registry: then nobody may be told that a seller is not in it. */
  readonly registered: readonly RegisteredProvider[] | undefined
  readonly forForms: readonly FormProvider[]
  /** Where each provider is. */
  readonly regions: readonly Pick<Provider, 'name' | 'creditCode' | 'region'>[]
}

const forChecks = ({ name, creditCode, registered, prices, chips }: Provider): RegisteredProvider => ({
  name,
  creditCode,
  registered: registered.map(({ from, to }) => ({ from, ...(to !== null && { to }) })),
  prices: prices.map(({ item, unit, priceFen }) => {
    const chip = chips.find((one) => item.toLowerCase().includes(one.toLowerCase()))
    return { unit, fenPerUnit: priceFen, ...(chip !== undefined && { chip }) }
  }),
})

const forForms = ({ name, creditCode, domesticChips }: Provider): FormProvider => ({
  name,
  creditCode,
  domestic: domesticChips ? 'domestic' : 'foreign',
})

/** The registry as the province's platform last gave it. */
export async function providerRegister(
  queries: Queries,
  platform: 'hunan-scheduling' | 'shanxi-dispatch',
): Promise<ProviderRegister> {
  const seen = (await refreshes(queries)).some((row) => row.platform === platform)
  const rows = (await allProviders(queries)).filter((row) => row.platform === platform)
  return {
    registered: seen ? rows.map(({ data }) => forChecks(data)) : undefined,
    forForms: rows.map(({ data }) => forForms(data)),
    regions: rows.map(({ data: { name, creditCode, region } }) => ({ name, creditCode, region })),
  }
}
