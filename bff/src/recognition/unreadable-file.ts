import { type UnreadableReason, unreadableWords } from '@suanhui/shared/papers'

/** Nothing could be read off a file, and why; its message is for the person who sent it. */
export class UnreadableFileError extends Error {
  constructor(
    readonly reason: UnreadableReason,
    options: { readonly cause?: unknown } = {},
  ) {
    super(unreadableWords[reason], options)
    this.name = 'UnreadableFileError'
  }
}
