import type { Platform, PlatformId, Provider, Round, Write, WriteAnswer } from '@suanhui/bff/platforms/platform'
import { wan } from '@suanhui/shared/money'
import { SELLER } from './submissions-papers'

export const PROVIDER: Provider = {
  platform: 'hunan-scheduling',
  platformProviderId: 'P1',
  ...SELLER,
  region: '430100',
  chips: ['昇腾910B'],
  domesticChips: true,
  prices: [{ item: '昇腾910B', unit: '卡时', priceFen: 10_000 }],
  qualityScore: 90,
  registered: [{ from: '2026-01-01', to: null }],
}

export const ROUND: Round = {
  id: '2026-2',
  name: '2026年第二轮算力补贴申报',
  opensOn: '2026-11-01',
  closesOn: '2026-12-31',
  settledFrom: '2025-10-27',
  settledTo: '2026-12-31',
  budgetFen: wan(1000),
  committedFen: null,
}

/** A platform of the test's own: it may be away, refuse, and remembers what it was sent under which key. */
export interface FakePlatform extends Platform {
  mode: 'up' | 'down' | WriteAnswer
  readonly sent: { readonly write: Write; readonly subjectId: string; readonly key: string }[]
  readonly uploads: string[]
  rounds: 'up' | 'down'
  /** How often it was asked for them. */
  roundsAsked: number
}

export function fakePlatform(id: PlatformId, name: string): FakePlatform {
  const known = new Map<string, WriteAnswer>()
  const unavailable = { result: 'unavailable' } as const
  const platform: FakePlatform = {
    id,
    name,
    verbs: new Set(),
    mode: 'up',
    rounds: 'up',
    roundsAsked: 0,
    sent: [],
    uploads: [],
    async send(write, { subjectId }, key) {
      if (platform.mode === 'down') return unavailable
      const first = known.get(key)
      if (first !== undefined) return first
      platform.sent.push({ write, subjectId, key })
      const answer: WriteAnswer =
        platform.mode === 'up'
          ? { result: 'accepted', platformId: `P-${subjectId}`, receiptNumber: `湘测〔2026〕${platform.sent.length}号` }
          : platform.mode
      known.set(key, answer)
      return answer
    },
    async uploadPaper(sha256) {
      if (platform.mode === 'down') return unavailable
      platform.uploads.push(sha256)
      return { result: 'uploaded' }
    },
    readSubject: async () => ({ result: 'absent' }),
    eventsAfter: async (cursor) => ({ result: 'read', value: { events: [], cursor } }),
    readEvent: () => undefined,
    listProviders: async () => ({ result: 'absent' }),
    async listRounds() {
      platform.roundsAsked += 1
      return platform.rounds === 'down' ? unavailable : { result: 'read', value: [ROUND] }
    },
    listNotices: async () => ({ result: 'read', value: [] }),
  }
  return platform
}
