import { dayNumber } from '@suanhui/shared/date'
import type { Base, Condition, Leaf, Measure, Sum, WindowedBase } from '@suanhui/shared/rules'
import { leastPaid, paidOf, sumOf } from './paid'
import { flagOf, nameOf } from './plain'

export type Comparison = '>=' | '>' | '<=' | '<'

/** How a peer writes an expression. Whatever has this can be given our catalogue's rules. */
export interface Dialect<E> {
  fact(name: string): E
  value(value: number): E
  /** Whether a fact has this value. */
  is(name: string, value: string | boolean): E
  compare(left: E, comparison: Comparison, right: E): E
  and(parts: readonly E[]): E
  or(parts: readonly E[]): E
  plus(parts: readonly E[]): E
  minus(left: E, right: E): E
  times(left: E, right: E): E
  over(left: E, right: E): E
  least(left: E, right: E): E
  most(left: E, right: E): E
  choose(condition: E, then: E, otherwise: E): E
}

const COMPARISON = { atLeast: '>=', moreThan: '>', atMost: '<=', lessThan: '<' } as const

/** The bound of a leaf about a number or a date. */
export function boundsOf(leaf: Leaf): readonly (readonly [Comparison, number])[] {
  if ('within' in leaf) {
    const size = 10 ** (6 - leaf.within.length)
    return [
      ['>=', Number(leaf.within) * size],
      ['<', (Number(leaf.within) + 1) * size],
    ]
  }
  if ('onOrAfter' in leaf) return [['>=', dayNumber(leaf.onOrAfter)]]
  if ('onOrBefore' in leaf) return [['<=', dayNumber(leaf.onOrBefore)]]
  return Object.entries(COMPARISON).flatMap(([key, comparison]) => {
    const bound = (leaf as unknown as Readonly<Record<string, unknown>>)[key]
    return typeof bound === 'number' ? [[comparison, bound] as const] : []
  })
}

function leafIn<E>(to: Dialect<E>, leaf: Leaf): E {
  if ('is' in leaf) return to.is(nameOf(leaf.fact), leaf.is)
  if ('oneOf' in leaf) return to.or(leaf.oneOf.map((option) => to.is(nameOf(leaf.fact), option)))
  if ('hasAny' in leaf) return to.or(leaf.hasAny.map((option) => to.is(flagOf(leaf.fact, option), true)))
  return to.and(
    boundsOf(leaf).map(([comparison, bound]) => to.compare(to.fact(nameOf(leaf.fact)), comparison, to.value(bound))),
  )
}

export function conditionIn<E>(to: Dialect<E>, condition: Condition): E {
  if ('fact' in condition) return leafIn(to, condition)
  if ('all' in condition) return to.and(condition.all.map((part) => conditionIn(to, part)))
  return to.or(condition.any.map((part) => conditionIn(to, part)))
}

/** Prorated by days; the bench's companies never know the sum inside the window, which would replace it. */
function windowIn<E>(to: Dialect<E>, { window, settled, excluded, start, end }: WindowedBase): E {
  const [first, last] = [to.fact(nameOf(start)), to.fact(nameOf(end))]
  const days = (from: E, until: E) => to.plus([to.minus(until, from), to.value(1)])
  const inside = to.most(
    to.value(0),
    days(to.most(first, to.value(dayNumber(window.from))), to.least(last, to.value(dayNumber(window.to)))),
  )
  const paid = to.most(to.value(0), to.minus(to.fact(nameOf(settled)), to.fact(nameOf(excluded))))
  return to.over(to.times(paid, inside), days(first, last))
}

const baseIn = <E>(to: Dialect<E>, base: Base): E =>
  typeof base === 'string' ? to.fact(nameOf(base)) : windowIn(to, base)

const capped = <E>(to: Dialect<E>, sum: E, cap: number | undefined): E =>
  cap === undefined ? sum : to.least(sum, to.value(cap))

export function sumIn<E>(to: Dialect<E>, sum: Sum): E {
  if ('flat' in sum) return to.value(sum.flat)
  if ('each' in sum) return capped(to, to.times(to.fact(nameOf(sum.of)), to.value(sum.each)), sum.cap)
  if ('total' in sum) return to.plus(sum.total.map((one) => sumIn(to, one)))
  if ('tiers' in sum)
    return sum.tiers.reduce(
      (lower, { atLeast, flat }) =>
        to.choose(to.compare(to.fact(nameOf(sum.by)), '>=', to.value(atLeast)), to.value(flat), lower),
      to.value(0),
    )
  if ('choose' in sum)
    return sum.choose.reduceRight(
      (rest, option) => to.choose(conditionIn(to, option.when), sumIn(to, option.sum), rest),
      sumIn(to, sum.otherwise),
    )
  if (sum.years || sum.lifetime) throw new Error('no measure of the bench has years or a lifetime limit')
  return capped(to, to.times(baseIn(to, sum.of), to.value(sum.share)), sum.cap)
}

/** The conditions of a measure, the one that its sum pays last. */
export function criteriaIn<E>(to: Dialect<E>, measure: Measure): readonly E[] {
  const criteria = measure.criteria.map((criterion) => conditionIn(to, criterion))
  const paid = paidOf(measure)
  if (paid.kind === 'implied') return criteria
  const [sum, least] =
    paid.kind === 'bound' ? [to.fact(nameOf(paid.fact)), paid.atLeast] : [sumIn(to, sumOf(measure)), leastPaid(measure)]
  return [...criteria, to.compare(sum, '>=', to.value(least))]
}

/** One expression a measure: the sum where it is eligible, else -1. */
export const measureIn = <E>(to: Dialect<E>, measure: Measure): E =>
  to.choose(to.and(criteriaIn(to, measure)), sumIn(to, sumOf(measure)), to.value(-1))
