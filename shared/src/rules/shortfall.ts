import type { IsoDate } from '../date'
import { type FactTable, type FactValues, isKnown } from '../facts'
import type { Condition, Leaf } from './condition'
import { evaluate } from './interpret'

/** What an unmet number or date is, and the nearest value that would meet the criterion. */
export interface Shortfall {
  readonly fact: string
  readonly needed: number | IsoDate
  readonly given: number | IsoDate
}

/** One step of a fact: 超过 and 低于 leave the bound itself out, so the nearest value lies one step beyond it. */
function stepOf(facts: FactTable, id: string): number {
  const definition = facts[id]
  if (definition?.type === 'int' || definition?.type === 'number') return definition.step
  return definition?.type === 'ratio' ? 0.0001 : 1
}

/** Decimal steps without floating point's tail: 1.18 − 0.01 is 1.17. */
const tidy = (value: number): number => Number(value.toFixed(6))

function needed(leaf: Leaf, facts: FactTable): number | IsoDate | undefined {
  if ('atLeast' in leaf) return leaf.atLeast
  if ('atMost' in leaf) return leaf.atMost
  if ('moreThan' in leaf) return tidy(leaf.moreThan + stepOf(facts, leaf.fact))
  if ('lessThan' in leaf) return tidy(leaf.lessThan - stepOf(facts, leaf.fact))
  if ('onOrAfter' in leaf) return leaf.onOrAfter
  return 'onOrBefore' in leaf ? leaf.onOrBefore : undefined
}

/** The leaves that stand between the facts and the condition: all unmet ones of `all`, nothing clear-cut for `any`. */
function unmetLeaves(condition: Condition, facts: FactValues): readonly Condition[] {
  if ('fact' in condition) return evaluate(condition, facts) === 'false' ? [condition] : []
  return 'all' in condition ? condition.all.flatMap((part) => unmetLeaves(part, facts)) : [condition]
}

/** The shortfall of an unmet criterion, where a single number or date stands in its way. */
export function shortfallOf(condition: Condition, table: FactTable, facts: FactValues): Shortfall | undefined {
  const unmet = unmetLeaves(condition, facts)
  const only = unmet[0]
  if (unmet.length !== 1 || only === undefined || !('fact' in only) || !isKnown(facts, only.fact)) return undefined
  const value = needed(only, table)
  return value === undefined
    ? undefined
    : { fact: only.fact, needed: value, given: facts[only.fact] as number | IsoDate }
}
