import type { UnreadableReason } from '@suanhui/shared/papers'
import type { NamedReading, PaperFile } from './paper-file'

/** What a thread is started with. */
export interface ThreadSettings {
  /** Threads that it calculates with. */
  readonly threads: number
}

export interface ReadRequest extends PaperFile {
  /** Whether the file has to hold one paper. */
  readonly single: boolean
}

export type ThreadMessage =
  /** A page is done: the thread is alive. */
  { readonly alive: true } | { readonly readings: readonly NamedReading[] } | { readonly unreadable: UnreadableReason }
