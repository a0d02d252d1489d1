import { dayNumber } from '@suanhui/shared/date'
import type { FactDefinition, FactScalar, FactValues } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import { factsOf, factsOfSum, leavesOf } from '@suanhui/shared/rules'
import { placed } from '../twelve'

export type PlainValue = boolean | number | string
/** A company as peers take it: flat names, dates as days, regions as numbers, a bool for each option that is asked for. */
export type Plain = Readonly<Record<string, PlainValue>>

/** A name without dots, which most grammars read as a path. */
export const nameOf = (id: string): string => id.replace(/\.(\w)/, (_, first: string) => first.toUpperCase())
/** The bool that says whether a set holds the option. */
export const flagOf = (id: string, option: string): string =>
  nameOf(id) +
  option
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** Facts that the twelve measures read. */
export const factsRead: readonly string[] = [
  ...new Set(
    placed.flatMap(({ measure }) => [
      ...measure.criteria.flatMap(factsOf),
      ...('sum' in measure.amount ? factsOfSum(measure.amount.sum) : []),
    ]),
  ),
]

export const definitionOf = (id: string): FactDefinition => {
  const definition = catalogue.facts[id]
  if (definition === undefined) throw new Error(`no fact ${id}`)
  return definition
}

/** Of each set: the options that some measure looks for. */
const optionsRead = new Map<string, readonly string[]>()
for (const leaf of placed.flatMap(({ measure }) => measure.criteria.flatMap(leavesOf))) {
  if (!('hasAny' in leaf)) continue
  optionsRead.set(leaf.fact, [...new Set([...(optionsRead.get(leaf.fact) ?? []), ...leaf.hasAny])])
}
export const flagsOf = (id: string): readonly string[] =>
  (optionsRead.get(id) ?? []).map((option) => flagOf(id, option))

function plainOf(id: string, value: FactScalar): readonly (readonly [string, PlainValue])[] {
  switch (definitionOf(id).type) {
    case 'date':
      return [[nameOf(id), dayNumber(value as string)]]
    case 'code':
      return [[nameOf(id), Number(value)]]
    case 'set of':
      return (optionsRead.get(id) ?? []).map((option) => [
        flagOf(id, option),
        (value as readonly string[]).includes(option),
      ])
    default:
      return [[nameOf(id), value as PlainValue]]
  }
}

/** Facts that nobody knows are absent. */
export const toPlain = (facts: FactValues): Plain =>
  Object.fromEntries(
    factsRead.flatMap((id) => {
      const value = facts[id]
      return value === undefined || value === null ? [] : plainOf(id, value as FactScalar)
    }),
  )
