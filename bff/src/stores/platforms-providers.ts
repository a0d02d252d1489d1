import type { PlatformId, Provider } from '../platforms/platform'
import type { Queries, Transaction } from './database'

/** Our name of a provider: its platform's, and the platform's name of it. */
export const providerIdOf = ({ platform, platformProviderId }: Provider): string => `${platform}.${platformProviderId}`

const lowestPrice = ({ prices }: Provider): number | null =>
  prices.length === 0 ? null : Math.min(...prices.map(({ priceFen }) => priceFen))

/** Takes a platform's whole registry in place of what was there. */
export async function replaceProviders(
  transaction: Transaction,
  platform: PlatformId,
  providers: readonly Provider[],
  refreshedAt: Date,
): Promise<void> {
  await transaction.deleteFrom('providers').where('platform', '=', platform).execute()
  for (const provider of providers) {
    await transaction
      .insertInto('providers')
      .values({
        id: providerIdOf(provider),
        platform,
        name: provider.name,
        credit_code: provider.creditCode,
        region: provider.region,
        lowest_price_fen: lowestPrice(provider),
        data: JSON.stringify(provider),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
  await transaction
    .insertInto('provider_refreshes')
    .values({ platform, refreshed_at: refreshedAt })
    .onConflict((conflict) => conflict.column('platform').doUpdateSet({ refreshed_at: refreshedAt }))
    .execute()
}

/** The whole registry: some hundred rows at most, so it is searched in memory. */
export const allProviders = (queries: Queries) => queries.selectFrom('providers').selectAll().orderBy('id').execute()

export const refreshes = (queries: Queries) => queries.selectFrom('provider_refreshes').selectAll().execute()
