import type { FactValues } from '../facts'
import { RATIO_SCALE } from '../money'
import type { Truth } from '../truth'
import { factsOfSum, type SumRange, sumRange } from './amount'
import type { AmountRule, Sum } from './amount-rule'
import type { Leaf } from './condition'

/** Whether a computed sum pays: not where it is 0 or below the minimum; unknown where a class still decides that. */
export function pays(range: SumRange, minimum = 0): Truth {
  const enough = Math.max(minimum, 1)
  if (range.most !== null && range.most < enough) return 'false'
  // A base that nobody knows yet is no reason to doubt a measure whose conditions hold: the page asks for it.
  return range.bases.length > 0 || range.least >= enough ? 'true' : 'unknown'
}

/** The same from the facts; an amount without a sum always pays. */
export function paysTruth(amount: AmountRule, facts: FactValues): Truth {
  return 'sum' in amount ? pays(sumRange(amount.sum, facts), amount.minimum) : 'true'
}

/** What it takes for a sum to pay: bounds on single facts (of which an unknown one never fails), or the sum itself. */
export type Paying =
  | { readonly kind: 'leaves'; readonly leaves: readonly Leaf[] }
  | { readonly kind: 'computed'; readonly facts: readonly string[] }

/** The smallest base of which a share comes to at least so much. */
function smallestBase(ratio: number, enough: number): number {
  return Math.ceil((enough * RATIO_SCALE) / Math.round(ratio * RATIO_SCALE))
}

function leavesOfSum(sum: Sum, enough: number): readonly Leaf[] | undefined {
  if ('flat' in sum) return sum.flat >= enough ? [] : undefined
  if ('each' in sum) return [{ fact: sum.of, atLeast: Math.ceil(enough / sum.each) }]
  if ('tiers' in sum) {
    const first = sum.tiers.find((tier) => tier.flat >= enough)
    return first && [{ fact: sum.by, atLeast: first.atLeast }]
  }
  if (!('share' in sum) || typeof sum.of !== 'string' || sum.years || (sum.cap ?? enough) < enough) return undefined
  const base: Leaf = { fact: sum.of, atLeast: smallestBase(sum.share, enough) }
  return sum.lifetime ? [base, { fact: sum.lifetime.received, atMost: sum.lifetime.cap - enough }] : [base]
}

/** Turns "the sum pays" into bounds where one fact at a time can tell, so that tables can hold it. */
export function paysConditions(amount: AmountRule): Paying {
  if (!('sum' in amount)) return { kind: 'leaves', leaves: [] }
  const leaves = leavesOfSum(amount.sum, Math.max(amount.minimum ?? 0, 1))
  return leaves ? { kind: 'leaves', leaves } : { kind: 'computed', facts: factsOfSum(amount.sum) }
}
