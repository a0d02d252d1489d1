import { createHash } from 'node:crypto'
import type { sharedRoutes } from '@suanhui/bff/platforms/wire/shared'
import { keepPaper } from '../papers'
import { PROVIDERS, type SeedProvider } from '../seeds/providers'
import { type CaseKind, casesIn } from './case'
import { eventsAfter } from './events'
import { PlatformRefusal } from './refusal'
import { currentRound } from './round'
import type { Asked, Handler, Handlers } from './serve'
import { caseOf } from './take-in'
import { stateText, wireEvent } from './wire-event'
import { stateWord } from './words'

const PAGE = 50
const MOST_EVENTS = 200

const wholeNumber = (text: string | undefined, otherwise: number): number =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : otherwise

function events({ world, platform, query }: Asked) {
  const after = wholeNumber(query.after, 0)
  const limit = Math.min(MOST_EVENTS, Math.max(1, wholeNumber(query.limit, 100)))
  const found = eventsAfter(world.journal, platform, after, limit)
  return {
    events: found.flatMap((event) => {
      const of = casesIn(world.journal).get(event.subject)
      return of === undefined ? [] : [wireEvent(event, of)]
    }),
    cursor: String(found.at(-1)?.position ?? after),
  }
}

function uploadPaper({ world, params, bytes }: Asked) {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (params.sha256 !== sha256) throw new PlatformRefusal(422, '内容和它的 SHA-256 不一致')
  if (bytes.length === 0) throw new PlatformRefusal(422, '材料是空的')
  keepPaper(world.folder, bytes)
  return { sha256 }
}

function notices({ world, platform }: Asked) {
  const { name, opensOn, closesOn } = currentRound(world.journal, world.clock())
  if (platform === 'shanxi-dispatch') return { notices: [] }
  const text = `${name}从${opensOn}开始，到${closesOn}截止。请已购买算力的企业准备好合同、发票和付款凭证。`
  return { notices: [{ id: 'round', title: name, text, publishedAt: new Date(`${opensOn}T01:00:00Z`).toISOString() }] }
}

export const sharedHandlers: Handlers<typeof sharedRoutes> = { events, uploadPaper, notices }

const wireProvider = ({ creditCode, name, region, chips, prices, quality, registeredOn, lapsedOn }: SeedProvider) => ({
  id: creditCode,
  name,
  creditCode,
  region,
  chips: chips.map((chip) => chip.name),
  domesticChips: chips.every(({ domestic }) => domestic),
  prices: prices.map(({ item, unit, fen }) => ({ item, unit, priceFen: fen })),
  qualityScore: quality.score,
  registered: [{ from: registeredOn, ...(lapsedOn !== undefined && { to: lapsedOn }) }],
})

/** The registry of one province, a page at a time. */
export const providersOf =
  (platform: SeedProvider['platform']): Handler =>
  ({ query }) => {
    const all = PROVIDERS.filter((provider) => provider.platform === platform)
    const from = wholeNumber(query.cursor, 0)
    const next = from + PAGE
    return { providers: all.slice(from, next).map(wireProvider), cursor: next < all.length ? String(next) : null }
  }

export const statusOf =
  (kind: CaseKind): Handler =>
  ({ world, platform, params }) => {
    const { id, state, sequence } = caseOf(world, platform, kind, params.id ?? '')
    return {
      id,
      receiptNumber: id,
      status: stateWord(platform, kind, state),
      statusText: stateText(kind, state),
      sequence,
    }
  }
