/** What reading needs besides the file. */
export interface ReadingContext {
  /** Threads to calculate with. */
  readonly threads: number
  /** Says that a page is done. */
  alive(): void
}
