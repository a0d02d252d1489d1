import type { ProviderDetail, ProviderList } from '@suanhui/shared/api'
import type { IsoDate } from '@suanhui/shared/date'
import type { Deps } from '../deps'
import { registry } from '../platforms/index'
import type { Provider } from '../platforms/platform'
import { allProviders, refreshes } from '../stores/platforms-providers'

/** Older than this, the registry is shown with a warning. */
export const STALE_MS = 24 * 3_600_000
const PAGE = 20

export interface ProviderQuery {
  readonly q?: string
  readonly chip?: string
  readonly domestic?: 'true' | 'false'
  readonly region?: string
  readonly registeredOnly?: 'true' | 'false'
  readonly sort: 'name' | 'price' | 'quality'
  readonly cursor?: string
}

type World = Pick<Deps, 'database' | 'clock' | 'platforms'>
type Row = Awaited<ReturnType<typeof allProviders>>[number]

export const isRegistered = ({ registered }: Provider, on: IsoDate): boolean =>
  registered.some(({ from, to }) => from <= on && (to === null || on <= to))

const summary = ({ id, data, lowest_price_fen }: Row, on: IsoDate) => ({
  id,
  platform: data.platform,
  platformName: registry[data.platform].name,
  name: data.name,
  creditCode: data.creditCode,
  region: data.region,
  chips: [...data.chips],
  domesticChips: data.domesticChips,
  qualityScore: data.qualityScore,
  lowestPriceFen: lowest_price_fen,
  registered: isRegistered(data, on),
})

/** The age of the oldest part. */
async function ageOf({ database, clock }: World, platform?: string) {
  const rows = (await refreshes(database.queries)).filter((row) => platform === undefined || row.platform === platform)
  if (rows.length === 0) return { asOf: null, stale: true }
  const oldest = Math.min(...rows.map(({ refreshed_at }) => refreshed_at.getTime()))
  return { asOf: new Date(oldest).toISOString(), stale: clock().getTime() - oldest > STALE_MS }
}

const narrowed = (text: string): string => text.normalize('NFKC').toLowerCase()

function matches({ data }: Row, query: ProviderQuery, on: IsoDate): boolean {
  const q = query.q === undefined ? '' : narrowed(query.q)
  const chip = query.chip === undefined ? '' : narrowed(query.chip)
  return (
    (narrowed(data.name).includes(q) || narrowed(data.creditCode) === q) &&
    (chip === '' || data.chips.some((one) => narrowed(one).includes(chip))) &&
    (query.domestic === undefined || data.domesticChips === (query.domestic === 'true')) &&
    data.region.startsWith(query.region ?? '') &&
    (query.registeredOnly !== 'true' || isRegistered(data, on))
  )
}

const ORDERS: Readonly<Record<ProviderQuery['sort'], (a: Row, b: Row) => number>> = {
  name: (a, b) => a.name.localeCompare(b.name, 'zh'),
  price: (a, b) => (a.lowest_price_fen ?? Number.MAX_SAFE_INTEGER) - (b.lowest_price_fen ?? Number.MAX_SAFE_INTEGER),
  quality: (a, b) => (b.data.qualityScore ?? -1) - (a.data.qualityScore ?? -1),
}

function noticeOf(
  { platforms }: World,
  { asOf, stale }: { readonly asOf: string | null; readonly stale: boolean },
): string | null {
  if (asOf === null) {
    return Object.keys(platforms.connected).length === 0
      ? '还没有接通平台，暂时没有名录'
      : '名录正在从平台取来，请过一会儿再看'
  }
  return stale ? '平台暂时连不上，这份名录可能旧了，买之前请再核对一遍' : null
}

/** The registry, searched and sorted. */
export async function listProviders(world: World, query: ProviderQuery, on: IsoDate): Promise<ProviderList> {
  const rows = await allProviders(world.database.queries)
  const found = rows.filter((row) => matches(row, query, on)).sort(ORDERS[query.sort])
  const start = Number(query.cursor ?? 0)
  const age = await ageOf(world)
  return {
    providers: found.slice(start, start + PAGE).map((row) => summary(row, on)),
    cursor: start + PAGE < found.length ? String(start + PAGE) : null,
    on,
    ...age,
    notice: noticeOf(world, age),
  }
}

/** @returns undefined where there is none. */
export async function describeProvider(world: World, id: string, on: IsoDate): Promise<ProviderDetail | undefined> {
  const row = (await allProviders(world.database.queries)).find((one) => one.id === id)
  if (row === undefined) return undefined
  return {
    ...summary(row, on),
    prices: row.data.prices.map((price) => ({ ...price })),
    periods: row.data.registered.map((period) => ({ ...period })),
    on,
    ...(await ageOf(world, row.platform)),
  }
}
