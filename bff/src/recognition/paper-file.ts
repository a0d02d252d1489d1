import type { PaperKind, Reading } from '@suanhui/shared/papers'

/** A file as it was sent. */
export interface PaperFile {
  readonly bytes: Uint8Array
  /** As the sender says; what the file is, its first bytes decide. */
  readonly mediaType: string
  /** What the person says it is; found out where it is absent. */
  readonly kind?: PaperKind
}

/** One of several papers that came in one file. */
export interface NamedReading {
  /** Its name inside the ZIP. */
  readonly name: string
  readonly reading: Reading
}
