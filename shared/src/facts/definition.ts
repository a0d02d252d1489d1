/**
 * What may be known about a company: its type, and the words in which it is asked and told.
 * The table travels with the catalogue, so a new fact needs no new release of the mini-program.
 */
export type FactDefinition =
  | BoolFact
  | AmountFact
  | QuantityFact
  | RatioFact
  | DateFact
  | RegionFact
  | ChoiceFact
  | ChoicesFact

interface Worded {
  /** A noun for tables and criteria: 年购买算力费用. */
  readonly label: string
  /** A question to the owner, in plain words. */
  readonly question: string
  /** One sentence on where to look it up, or what counts. */
  readonly help?: string
  /** Who may already know it, so that the owner need not be asked. */
  readonly prefill?: 'registry' | 'papers'
}

export interface BoolFact extends Worded {
  readonly type: 'bool'
  /** The sentence that holds when it is so, and when it is not: 已在国家网信办登记 / 没有在国家网信办登记. */
  readonly yes: string
  readonly no: string
  /** Share of companies that say yes, 0 to 1; it only orders the questions. Absent: one half. */
  readonly prior?: number
}
export interface AmountFact extends Worded {
  /** Fen, a whole number, not negative. */
  readonly type: 'fen'
}
export interface QuantityFact extends Worded {
  readonly type: 'int' | 'number'
  /** 台, 个, PFlops; empty for a bare figure. */
  readonly unit: string
  /** The smallest step in which it is told: what "a little more" means. */
  readonly step: number
}
export interface RatioFact extends Worded {
  readonly type: 'ratio'
  /** Growth may be negative, a share may not. */
  readonly signed?: boolean
}
export interface DateFact extends Worded {
  readonly type: 'date'
}
export interface RegionFact extends Worded {
  /** Six digits of GB/T 2260. */
  readonly type: 'code'
}
export interface ChoiceFact extends Worded {
  readonly type: 'one of'
  readonly options: Readonly<Record<string, string>>
  /** Share of companies per option, 0 to 1; it only orders the questions. */
  readonly priors?: Readonly<Record<string, number>>
}
export interface ChoicesFact extends Worded {
  readonly type: 'set of'
  readonly options: Readonly<Record<string, string>>
  /** Share of companies per option, 0 to 1; it only orders the questions. */
  readonly priors?: Readonly<Record<string, number>>
}
