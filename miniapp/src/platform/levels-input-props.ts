export interface Level {
  /** 省, 市, 区县 */
  readonly name: string
  readonly options: readonly { readonly code: string; readonly name: string }[]
}

/** A place chosen level by level. Machinery of the field stays outside: this only shows levels and reports a choice. */
export interface LevelsInputProps {
  readonly label: string
  /** The levels that lie open now: the first always, the next when the one before is chosen. */
  readonly levelsOf: (chosen: readonly string[]) => readonly Level[]
  /** The codes chosen so far, one a level. */
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly shown: string | undefined
  readonly className?: string
}
