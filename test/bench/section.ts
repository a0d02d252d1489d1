import type { Table } from './report'

export interface Options {
  /** Fresh processes per engine, interleaved; their medians count. */
  readonly rounds: number
  /** One round of everything, fewer instances: to see that it runs, not to be recorded. */
  readonly quick: boolean
  /** Tells a person at the terminal what is being done. */
  say(text: string): void
}

export interface Findings {
  readonly tables: readonly Table[]
  /** Answers that are not what they have to be: these fail the bench, times never do. */
  readonly differences: readonly string[]
}

export type Section = (options: Options) => Promise<Findings>
