import type { PaperKind, Reading } from '@suanhui/shared/papers'

export interface FileToRead {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** What the person says it is. */
  readonly kind?: PaperKind
}

/**
 * What stands on a file, read off the main loop.
 * @throws {UnreadableFileError} with words for the person.
 */
export type ReadPaper = (file: FileToRead) => Promise<Reading>
