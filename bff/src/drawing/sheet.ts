/** One page of a file as a picture to look at. */
export interface Sheet {
  /** Of `view`, in pixels. */
  readonly width: number
  readonly height: number
  /** JPEG. */
  readonly view: Uint8Array
  readonly thumb: Uint8Array
}

export interface DrawnFile {
  /** One a page, in order. */
  readonly sheets: readonly Sheet[]
  /** Drawn anew from what the file says: seals and rare decorations may be missing. */
  readonly redrawn: boolean
}

/**
 * The pages of a PDF or OFD, drawn off the main loop.
 * @throws {UnreadableFileError} with the reason: encrypted, broken, too many pages, too long …
 */
export type DrawFile = (bytes: Uint8Array) => Promise<DrawnFile>
