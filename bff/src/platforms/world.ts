import type { SubjectKind, SubjectState } from '@suanhui/shared/status'
import type { Transaction } from '../stores/database'
import type { Circuit } from './circuit'
import type { Platform, PlatformEvent, PlatformId, Verb, WriteAnswer } from './platform'
import type { VerifyingKey } from './signing/key'

/** A step that a platform has reported, as it takes effect here. */
export interface StatusChange {
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  readonly companyId: string
  readonly platform: PlatformId
  readonly from: SubjectState
  readonly to: SubjectState
  readonly event: PlatformEvent
}

/** Called in the transaction in which the step takes effect: what it writes is there with it, or neither is. */
export type StatusListener = (transaction: Transaction, change: StatusChange) => Promise<void>

/** How a platform answered a write. Called in the transaction that records it. */
export interface WriteAnswered {
  readonly writeId: string
  readonly subjectId: string
  readonly companyId: string
  readonly platform: PlatformId
  readonly verb: Verb
  readonly answer: Exclude<WriteAnswer, { readonly result: 'unavailable' }>
}
export type WriteListener = (transaction: Transaction, answered: WriteAnswered) => Promise<void>

/** The systems behind us, as far as they are connected. */
export interface PlatformWorld {
  readonly connected: Readonly<Partial<Record<PlatformId, Platform>>>
  /** What each signs its webhooks with. */
  readonly keys: Readonly<Partial<Record<PlatformId, VerifyingKey>>>
  /** Whether each is being held back from. */
  readonly circuits?: Readonly<Partial<Record<PlatformId, Pick<Circuit, 'state'>>>>
  readonly statusListeners: readonly StatusListener[]
  readonly writeListeners: readonly WriteListener[]
}

export const NO_PLATFORMS: PlatformWorld = { connected: {}, keys: {}, statusListeners: [], writeListeners: [] }
