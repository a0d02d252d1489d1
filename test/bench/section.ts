import type { Table } from './report'

export interface Options {
  /** Fresh processes per engine, interleaved; their medians count. */
  readonly rounds: number
  /** One round of everything, fewer instances: to see that it runs, not to be recorded. */
  readonly quick: boolean
  /** Which of the section's parts to run, by name; all where it is absent. Such a run is not recorded. */
  readonly parts?: readonly string[]
  /** Tells a person at the terminal what is being done. */
  say(text: string): void
}

export interface Findings {
  readonly tables: readonly Table[]
  /** Answers that are not what they have to be, work that broke off: these fail the bench, times never do. */
  readonly differences: readonly string[]
}

export type Section = (options: Options) => Promise<Findings>
