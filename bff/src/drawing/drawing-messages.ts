import type { UnreadableReason } from '@suanhui/shared/papers'
import type { Sheet } from './sheet'

export interface DrawRequest {
  readonly bytes: Uint8Array
}

export type DrawMessage =
  | { readonly sheet: Sheet }
  /** That was the last one. */
  | { readonly redrawn: boolean }
  | { readonly unreadable: UnreadableReason }
