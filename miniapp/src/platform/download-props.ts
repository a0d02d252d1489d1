/** A file on its way here, with what the request has to carry. */
export interface Asked {
  /** With its query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

/** A file of the server as this phone has it now. */
export interface Fetched {
  readonly status: number
  /** What a picture takes as its source, and {@link openFile} opens. */
  readonly src: string
}
