import { createHash } from 'node:crypto'
import type { Platform, PlatformId } from '@suanhui/bff/platforms/platform'

/** The platform's ids of what was taken in, by the name that the story gives it. */
export interface Known {
  of(name: string): string
  keep(name: string, answer: unknown): void
}

/** Something that a reviewer does before the operation; only where it is recorded. */
export interface AtDesk {
  readonly seat: string
  readonly of: string
  readonly action: string
  readonly input?: object
}

/** One operation of an adapter, and what must come of it. */
export interface Operation {
  /** Names its file. */
  readonly name: string
  readonly before?: readonly (AtDesk | 'rank')[]
  readonly run: (platform: Platform, known: Known) => Promise<unknown>
  readonly gives: object
}

/** Told in order: what was taken in is asked for later. */
export interface Story {
  readonly platform: PlatformId
  readonly operations: readonly Operation[]
}

export const knownIds = (): Known => {
  const ids = new Map<string, string>()
  return {
    of(name) {
      const id = ids.get(name)
      if (id === undefined) throw new Error(`${name} was not taken in`)
      return id
    },
    keep(name, answer) {
      const id: unknown = typeof answer === 'object' && answer !== null && Reflect.get(answer, 'platformId')
      if (typeof id === 'string') ids.set(name, id)
    },
  }
}

/** The moment at which the stories happen. */
export const STORY_NOW = new Date('2026-11-21T02:00:00Z')

/** Fictitious companies of both provinces. */
export const HUNAN = {
  companyName: '长沙测试智能科技有限公司',
  creditCode: '91430104MA0TEXT0X0',
  region: '430104',
} as const
export const SHANXI = {
  companyName: '太原测试云应用有限公司',
  creditCode: '91140105MA0TEST021',
  region: '140105',
} as const

export const BYTES = new TextEncoder().encode('%PDF-1.7 测试合同')
const sha256 = createHash('sha256').update(BYTES).digest('hex')
export const PAPER = { id: 'p1', kind: 'contract', sha256, mediaType: 'application/pdf', name: '合同.pdf' } as const

export const accepted = { result: 'accepted' } as const

export const upload: Operation = {
  name: 'upload-paper',
  run: (platform) => platform.uploadPaper(sha256, PAPER.mediaType, BYTES),
  gives: { result: 'uploaded' },
}
export const wrongHash: Operation = {
  name: 'upload-paper-wrong-hash',
  run: (platform) => platform.uploadPaper('0'.repeat(64), PAPER.mediaType, BYTES),
  gives: { result: 'refused', reason: '内容和它的 SHA-256 不一致' },
}
export const notices: Operation = {
  name: 'notices',
  run: (platform) => platform.listNotices(),
  gives: { result: 'read' },
}
export const events: Operation = {
  name: 'events',
  run: (platform) => platform.eventsAfter(''),
  gives: { result: 'read' },
}
/** Nothing new: the same place again. */
export const noEvents: Operation = {
  name: 'events-none-after',
  run: (platform) => platform.eventsAfter('999999'),
  gives: { result: 'read', value: { events: [], cursor: '999999' } },
}
export const providers: Operation = {
  name: 'providers',
  run: (platform) => platform.listProviders(undefined),
  gives: { result: 'read' },
}
export const rounds: Operation = { name: 'rounds', run: (platform) => platform.listRounds(), gives: { result: 'read' } }
