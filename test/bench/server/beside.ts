import { median } from '../clock'

/** What some processes did together. */
export interface Run {
  /** Requests answered. */
  readonly aSecond: number
  /** Processor time a request of the processes themselves, in microseconds. */
  readonly cpuUs: number
  /** The same of everything that took part: load and database too. */
  readonly allUs: number
}

/** One process and two of the same, the middle of several rounds. */
export interface Beside {
  readonly one: Run
  readonly two: Run
  /** What two did over what one did, all rounds together. */
  readonly ratio: number
}

const middle = (runs: readonly Run[]): Run => ({
  aSecond: median(runs.map(({ aSecond }) => aSecond)),
  cpuUs: median(runs.map(({ cpuUs }) => cpuUs)),
  allUs: median(runs.map(({ allUs }) => allUs)),
})

const allOf = (runs: readonly Run[]): number => runs.reduce((sum, { aSecond }) => sum + aSecond, 0)

export const beside = (rounds: readonly { readonly one: Run; readonly two: Run }[]): Beside => ({
  one: middle(rounds.map(({ one }) => one)),
  two: middle(rounds.map(({ two }) => two)),
  ratio: allOf(rounds.map(({ two }) => two)) / allOf(rounds.map(({ one }) => one)),
})

/** Cores that the processes themselves kept busy. */
export const coresOf = ({ aSecond, cpuUs }: Run): number => (aSecond * cpuUs) / 1e6

/**
 * How many times as much the cores of the machine could do at most, if nothing got dearer by being done at the same
 * time: then all that one process needs of them, load and database included, is needed once more and so on.
 */
export const ceilingOf = ({ aSecond, allUs }: Run, cores: number): number => cores / ((aSecond * allUs) / 1e6)
