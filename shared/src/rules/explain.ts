import { formatDate } from '../date'
import type { FactDefinition, FactTable } from '../facts'
import { formatFen } from '../money'
import type { Area } from '../region'
import type { Condition, Leaf } from './condition'

/** What the words of a condition are made from: the facts' labels and the areas' names. */
export interface Words {
  readonly facts: FactTable
  readonly areas: Readonly<Record<Area, string>>
}

/** 0.15 → 15%, without the noise of floating point. */
export const formatRatio = (ratio: number): string => `${Number((ratio * 100).toFixed(4))}%`

/** A value of a fact as people say it: 5万元, 15%, 50PFlops, 2026年12月3日, 企业, 是. */
export function formatValue(definition: FactDefinition, value: unknown): string {
  switch (definition.type) {
    case 'fen':
      return formatFen(value as number)
    case 'ratio':
      return formatRatio(value as number)
    case 'int':
    case 'number':
      return `${value as number}${definition.unit}`
    case 'date':
      return formatDate(value as string)
    case 'one of':
      return definition.options[value as string] ?? String(value)
    case 'set of':
      return (value as readonly string[]).map((key) => definition.options[key] ?? key).join('、') || '都没有'
    case 'bool':
      return value ? definition.yes : definition.no
    case 'code':
      return String(value)
  }
}

const BOUND_WORDS = { atLeast: '不低于', moreThan: '超过', atMost: '不高于', lessThan: '低于' } as const

function explainLeaf(leaf: Leaf, words: Words): string {
  const definition = words.facts[leaf.fact]
  if (definition === undefined) return leaf.fact
  const { label } = definition
  if ('is' in leaf) return definition.type === 'bool' ? (leaf.is ? definition.yes : definition.no) : label
  if ('oneOf' in leaf) return `${label}是${leaf.oneOf.map((key) => formatValue(definition, key)).join('或')}`
  if ('hasAny' in leaf) return `${label}包括${leaf.hasAny.map((key) => formatValue(definition, [key])).join('或')}`
  if ('within' in leaf) return `${label}在${words.areas[leaf.within] ?? leaf.within}`
  if ('onOrAfter' in leaf) return `${label}不早于${formatDate(leaf.onOrAfter)}`
  if ('onOrBefore' in leaf) return `${label}不晚于${formatDate(leaf.onOrBefore)}`
  const [test, bound] = Object.entries(leaf).find(([key]) => key in BOUND_WORDS) as [keyof typeof BOUND_WORDS, number]
  return `${label}${BOUND_WORDS[test]}${formatValue(definition, bound)}`
}

/** The sentence a person reads, made from the condition; nobody writes it a second time. */
export function explainCondition(condition: Condition, words: Words): string {
  if ('fact' in condition) return explainLeaf(condition, words)
  if ('all' in condition) return condition.all.map((part) => explainCondition(part, words)).join('，并且')
  // Inside an alternative "and" is the short 且, so that it is clear what belongs together.
  return condition.any
    .map((part) =>
      'all' in part ? part.all.map((one) => explainCondition(one, words)).join('且') : explainCondition(part, words),
    )
    .join('，或者')
}
