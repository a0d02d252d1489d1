import type { UnreadableReason } from '@suanhui/shared/papers'
import type { NamedReading, PaperFile } from './paper-file'

/** What a worker is started with. */
export interface WorkerSettings {
  /** Threads that it calculates with. */
  readonly threads: number
}

export interface ReadRequest extends PaperFile {
  /** Whether the file has to hold one paper. */
  readonly single: boolean
}

export type WorkerMessage =
  /** A page is done: the worker is alive. */
  { readonly alive: true } | { readonly readings: readonly NamedReading[] } | { readonly unreadable: UnreadableReason }
