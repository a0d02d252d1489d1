/** A picture for people to look at: turned upright, without where and when it was taken. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

export type Examined =
  | { readonly accepted: true; readonly mediaType: string; readonly view?: Picture; readonly thumb?: Picture }
  /** Words for a person: what is wrong with the file, and what to do. */
  | { readonly accepted: false; readonly refusal: string }

/**
 * What a file is, and what may be looked at of it. `load` is called when it is the file's turn, so that files that wait
 * take no memory.
 */
export type ExamineFile = (load: () => Promise<Uint8Array<ArrayBuffer>>) => Promise<Examined>
