import { type FactValues, isInterval, isKnown } from '../facts'
import { isWithin } from '../region'
import { and, or, type Truth, truth } from '../truth'
import type { Condition, Leaf } from './condition'

/** Whether one statement holds of a value that is known. */
function holds(leaf: Leaf, value: unknown): boolean {
  if ('is' in leaf) return value === leaf.is
  if ('oneOf' in leaf) return (leaf.oneOf as readonly unknown[]).includes(value)
  if ('hasAny' in leaf)
    return (leaf.hasAny as readonly string[]).some((option) => (value as readonly string[]).includes(option))
  if ('within' in leaf) return isWithin(value as string, leaf.within)
  if ('onOrAfter' in leaf) return (value as string) >= leaf.onOrAfter
  if ('onOrBefore' in leaf) return (value as string) <= leaf.onOrBefore
  if ('atLeast' in leaf) return (value as number) >= leaf.atLeast
  if ('moreThan' in leaf) return (value as number) > leaf.moreThan
  if ('atMost' in leaf) return (value as number) <= leaf.atMost
  return (value as number) < leaf.lessThan
}

/** Of an interval a bound holds when it holds at both ends: a bound changes its mind only once. */
function holdsOf(leaf: Leaf, value: FactValues[string]): Truth {
  if (!isInterval(value)) return truth(holds(leaf, value))
  const atLeast = holds(leaf, value.least)
  return atLeast === holds(leaf, value.most) ? truth(atLeast) : 'unknown'
}

/** The condition in Kleene's logic. The plain reading of the JSON: every faster engine is compared with this one. */
export function evaluate(condition: Condition, facts: FactValues): Truth {
  if ('fact' in condition) return isKnown(facts, condition.fact) ? holdsOf(condition, facts[condition.fact]) : 'unknown'
  if ('all' in condition) return and(condition.all.map((part) => evaluate(part, facts)))
  return or(condition.any.map((part) => evaluate(part, facts)))
}

/** The unknown facts that can still decide an undecided condition; none where it is decided. */
export function openFacts(condition: Condition, facts: FactValues): readonly string[] {
  if (evaluate(condition, facts) !== 'unknown') return []
  if ('fact' in condition) return [condition.fact]
  const parts = 'all' in condition ? condition.all : condition.any
  return [...new Set(parts.flatMap((part) => openFacts(part, facts)))]
}
