import type { Criterion, Measure, Sum } from '@suanhui/shared/rules'

/** What a sum must come to, in fen, to be paid at all. */
export const leastPaid = ({ amount }: Measure): number => Math.max(('sum' in amount && amount.minimum) || 0, 1)

export const sumOf = ({ amount, slug }: Measure): Sum => {
  if ('sum' in amount) return amount.sum
  throw new Error(`${slug} has no sum`)
}

/** That a sum pays, as a person would write it: not at all, as a bound on the base, or as the sum compared. */
export type Paid =
  | { readonly kind: 'implied' }
  | { readonly kind: 'bound'; readonly fact: string; readonly atLeast: number }
  | { readonly kind: 'computed' }

const RATIO = 1_000_000

/** Whether the criteria say already that the sum pays: a count of at least one, a lowest tier reached. */
function implied(sum: Sum, criteria: readonly Criterion[]): boolean {
  if ('flat' in sum) return true
  if ('tiers' in sum)
    return criteria.some((one) => 'fact' in one && one.fact === sum.by && 'atLeast' in one && one.atLeast > 0)
  const alternatives = criteria.flatMap((one) => ('any' in one ? [one.any] : []))
  if ('total' in sum) {
    const counts = sum.total.flatMap((one) => ('each' in one ? [one.of as string] : []))
    return alternatives.some((any) =>
      any.every((one) => 'fact' in one && 'atLeast' in one && one.atLeast === 1 && counts.includes(one.fact)),
    )
  }
  if (!('choose' in sum)) return false
  // Every way to a sum is one of the alternatives that a criterion asks for.
  const ways = new Set(sum.choose.map((option) => JSON.stringify(option.when)))
  const nothing = 'flat' in sum.otherwise && sum.otherwise.flat === 0
  return nothing && alternatives.some((any) => any.every((one) => ways.has(JSON.stringify(one))))
}

export function paidOf(measure: Measure): Paid {
  const sum = sumOf(measure)
  const enough = leastPaid(measure)
  if (implied(sum, measure.criteria)) return { kind: 'implied' }
  if ('each' in sum) return { kind: 'bound', fact: sum.of, atLeast: Math.ceil(enough / sum.each) }
  if ('share' in sum && typeof sum.of === 'string' && !sum.years && !sum.lifetime)
    return { kind: 'bound', fact: sum.of, atLeast: Math.ceil((enough * RATIO) / Math.round(sum.share * RATIO)) }
  return { kind: 'computed' }
}
