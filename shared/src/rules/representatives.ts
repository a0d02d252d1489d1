import { addDays } from '../date'
import type { FactScalar, FactTable } from '../facts'
import type { Condition, Leaf } from './condition'

/** All statements of a condition, however deep. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  if ('fact' in condition) return [condition]
  return ('all' in condition ? condition.all : condition.any).flatMap(leavesOf)
}

function numbersAround(bound: number, step: number): readonly number[] {
  return [bound - step, bound, bound + step].map((value) => Number(value.toFixed(6))).filter((value) => value >= 0)
}

function around(leaf: Leaf, step: number): readonly FactScalar[] {
  if ('atLeast' in leaf) return numbersAround(leaf.atLeast, step)
  if ('moreThan' in leaf) return numbersAround(leaf.moreThan, step)
  if ('atMost' in leaf) return numbersAround(leaf.atMost, step)
  if ('lessThan' in leaf) return numbersAround(leaf.lessThan, step)
  if ('onOrAfter' in leaf) return [addDays(leaf.onOrAfter, -1), leaf.onOrAfter]
  if ('onOrBefore' in leaf) return [leaf.onOrBefore, addDays(leaf.onOrBefore, 1)]
  if ('within' in leaf) return [leaf.within.padEnd(6, '0')]
  return []
}

/** A six-digit code that lies in no area of any catalogue here. */
const ELSEWHERE = '990000'

/**
 * For each fact that the conditions read, one value of every class that they can tell apart: below, at and above each
 * bound, each option, in and outside each area. What holds for all of these holds for every value.
 */
export function representatives(
  conditions: readonly Condition[],
  table: FactTable,
): ReadonlyMap<string, readonly FactScalar[]> {
  const classes = new Map<string, readonly FactScalar[]>()
  for (const leaf of conditions.flatMap(leavesOf)) {
    const definition = table[leaf.fact]
    if (definition === undefined) continue
    const known = classes.get(leaf.fact) ?? startOf(definition)
    const step = 'step' in definition ? definition.step : definition.type === 'ratio' ? 0.0001 : 1
    const value = [...known, ...around(leaf, step), ...('hasAny' in leaf ? [leaf.hasAny] : [])]
    classes.set(leaf.fact, [...new Map(value.map((one) => [String(one), one])).values()])
  }
  return classes
}

function startOf(definition: FactTable[string]): readonly FactScalar[] {
  switch (definition.type) {
    case 'bool':
      return [true, false]
    case 'one of':
      return Object.keys(definition.options)
    case 'set of':
      return [[], ...Object.keys(definition.options).map((key) => [key])]
    case 'code':
      return [ELSEWHERE]
    case 'date':
      return []
    default:
      return [0]
  }
}

/** Every combination of the representatives of the given facts. Bounded by the caller: a criterion reads few facts. */
export function* combinations(
  facts: readonly string[],
  classes: ReadonlyMap<string, readonly FactScalar[]>,
): Generator<Record<string, FactScalar>> {
  const [first, ...rest] = facts
  if (first === undefined) {
    yield {}
    return
  }
  for (const value of classes.get(first) ?? []) {
    for (const others of combinations(rest, classes)) yield { ...others, [first]: value }
  }
}
