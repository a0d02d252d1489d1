/** What the phone can say of a file it keeps. */
export interface FileHash {
  readonly sha1?: string
  readonly sha256?: string
}
