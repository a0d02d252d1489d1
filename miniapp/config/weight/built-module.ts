/** A module of the built mini-program, minified; webpack puts several files into one where it can. */
export interface BuiltModule {
  readonly text: string
  /** What it was made from: the file below `shared/src`, none for a file of the mini-program, and its size before. */
  readonly parts: readonly { readonly file?: string | undefined; readonly bytes: number }[]
}
