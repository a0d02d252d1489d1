import type { PaperKind } from '@suanhui/shared/papers'

/** Which slot of which submission a paper goes into once it is there. */
export interface IntoSlot {
  readonly submissionId: string
  readonly slot: string
}

/** A page of a paper that is there, or of one that several files make together: that one is made first. */
export interface PageOf {
  readonly paperId?: string
  readonly together?: string
  readonly position?: number
  /** It takes the place of this page: a picture taken again. */
  readonly insteadOf?: string
}

/** One file on its way to the server, as the phone keeps it. */
export interface QueuedUpload {
  /** Names it on this phone, and to the server each write that must happen once. */
  readonly id: string
  /** Who chose it: nobody else sends it, or sees it. */
  readonly personId: string
  readonly companyId: string
  readonly name: string
  readonly size: number
  readonly addedAt: number
  /** Of the whole file, where the phone could count one: the server compares. */
  readonly hash: { readonly sha1?: string; readonly sha256?: string }
  readonly kind?: PaperKind
  readonly pageOf?: PageOf
  readonly into?: IntoSlot
  /** As the server opened it; absent before that. */
  readonly upload?: { readonly id: string; readonly partSize: number; readonly parts: number }
  /** Parts that the server is known to have. */
  readonly arrived: readonly number[]
  /** The server may have more than we know of: it is asked before anything is sent. */
  readonly unsure: boolean
  /** How often it was begun anew: what was damaged on its way, or lay too long. */
  readonly restarts: number
  /** The paper it has become. */
  readonly paperId?: string
  readonly fileId?: string
  readonly done: boolean
  /** Failures in a row. */
  readonly tries: number
  /** Not tried again before this moment, in milliseconds since 1970. */
  readonly notBefore: number
  /** Why it does not go on for the moment, or at all where `stopped`. */
  readonly words?: string
  /** Only the person can make it go on. */
  readonly stopped: boolean
}

/** What of a queued file is its own from the start. */
export type NewlyQueued = Pick<QueuedUpload, 'id' | 'personId' | 'companyId' | 'name' | 'size' | 'addedAt' | 'hash'> &
  Partial<Pick<QueuedUpload, 'kind' | 'pageOf' | 'into'>>

export const queued = (given: NewlyQueued): QueuedUpload => ({
  ...given,
  arrived: [],
  unsure: false,
  restarts: 0,
  done: false,
  tries: 0,
  notBefore: 0,
  stopped: false,
})

/**
 * As it goes on after a restart: what the server has is asked first, also where the phone was killed before it could
 * note that the upload had begun; and no pause of the last run counts.
 */
export const resumed = (upload: QueuedUpload): QueuedUpload => ({
  ...upload,
  unsure: upload.paperId === undefined,
  tries: 0,
  notBefore: 0,
})

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** What the phone kept; undefined where it is none of ours. */
export function readQueued(stored: unknown): QueuedUpload | undefined {
  if (!isRecord(stored) || stored.done === true) return undefined
  const texts = [stored.id, stored.personId, stored.companyId, stored.name].every((one) => typeof one === 'string')
  const figures = [stored.size, stored.addedAt, stored.restarts].every((one) => typeof one === 'number')
  if (!texts || !figures || !Array.isArray(stored.arrived) || !isRecord(stored.hash)) return undefined
  return resumed(stored as unknown as QueuedUpload)
}

/** Whether there is something to do once it is a paper. */
export const isToBePut = ({ into, pageOf }: QueuedUpload): boolean =>
  into !== undefined || pageOf?.insteadOf !== undefined

export const partsOf = (item: QueuedUpload): readonly number[] =>
  Array.from({ length: item.upload?.parts ?? 0 }, (_, part) => part)

/** Bytes that have arrived. */
export function bytesArrived(item: QueuedUpload): number {
  if (item.paperId !== undefined || item.done) return item.size
  const { upload } = item
  if (upload === undefined) return 0
  const last = upload.parts - 1
  return item.arrived.reduce(
    (sum, part) => sum + (part === last ? item.size - last * upload.partSize : upload.partSize),
    0,
  )
}
