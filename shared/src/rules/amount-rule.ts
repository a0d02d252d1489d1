import type { IsoDate } from '../date'
import type { FactsOfType } from '../facts'
import type { Fen } from '../money'
import type { Condition } from './condition'

/**
 * How much a measure pays, as JSON.
 * `fixed` 给予100万元, `formula` 按…的10%, `up_to` 不超过… or 最高…, `case_by_case` 一事一议,
 * `unspecified` 按有关政策支持.
 */
export type AmountRule =
  | { readonly basis: 'unspecified' }
  | { readonly basis: 'case_by_case' }
  | {
      readonly basis: 'fixed' | 'formula' | 'up_to'
      readonly sum: Sum
      /** 不足1万元的不予补助: a smaller computed sum pays nothing. */
      readonly minimum?: Fen
    }

/** A sum of money, floored to whole fen. */
export type Sum =
  /** The figure itself. */
  | { readonly flat: Fen }
  /** A share of a base, times years where the text says "a year", up to a cap. */
  | {
      readonly share: number
      readonly of: Base
      readonly years?: { readonly fact: FactsOfType<'number'>; readonly atMost: number }
      readonly cap?: Fen
      /** 累计不超过: what was received before counts against the limit. */
      readonly lifetime?: { readonly cap: Fen; readonly received: FactsOfType<'fen'> }
    }
  /** So much a piece. */
  | { readonly each: Fen; readonly of: FactsOfType<'int'>; readonly cap?: Fen }
  /** Each item pays. */
  | { readonly total: readonly Sum[] }
  /** One tier, the highest reached; tiers stand from low to high. */
  | { readonly tiers: readonly { readonly atLeast: number; readonly flat: Fen }[]; readonly by: FactsOfType<'int'> }
  /** The first whose condition holds, else the last. Where that is unknown, the range of all that remain. */
  | { readonly choose: readonly { readonly when: Condition; readonly sum: Sum }[]; readonly otherwise: Sum }

/** What a share is taken of: a sum that is known, or what of a service falls into the subsidised window. */
export type Base = FactsOfType<'fen'> | WindowedBase

/**
 * `inWindow` where it is known; else (settled − excluded) × days inside the window ÷ days of the service,
 * both ends included, floored. A service wholly outside gives 0, whatever else is said.
 */
export interface WindowedBase {
  readonly window: { readonly from: IsoDate; readonly to: IsoDate }
  readonly inWindow: FactsOfType<'fen'>
  readonly settled: FactsOfType<'fen'>
  readonly excluded: FactsOfType<'fen'>
  readonly start: FactsOfType<'date'>
  readonly end: FactsOfType<'date'>
}
