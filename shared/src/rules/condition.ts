import type { IsoDate } from '../date'
import type { FactOption, FactsOfType } from '../facts'
import type { Area } from '../region'

type NumericFact = FactsOfType<'int' | 'number' | 'ratio' | 'fen'>

/** 以上, 不低于 and （含） are `atLeast`; 超过 is `moreThan`; 不高于 and 不超过 are `atMost`; 低于 and 不足 are `lessThan`. */
type Bound =
  | { readonly atLeast: number }
  | { readonly moreThan: number }
  | { readonly atMost: number }
  | { readonly lessThan: number }

type DateBound = { readonly onOrAfter: IsoDate } | { readonly onOrBefore: IsoDate }

type ChoiceLeaf = { [F in FactsOfType<'one of'>]: { readonly fact: F; readonly oneOf: readonly FactOption<F>[] } }
type ChoicesLeaf = { [F in FactsOfType<'set of'>]: { readonly fact: F; readonly hasAny: readonly FactOption<F>[] } }

/** One statement about one fact. A test that does not fit the fact's type does not compile. */
export type Leaf =
  | { readonly fact: FactsOfType<'bool'>; readonly is: boolean }
  | ChoiceLeaf[FactsOfType<'one of'>]
  | ChoicesLeaf[FactsOfType<'set of'>]
  | { readonly fact: FactsOfType<'code'>; readonly within: Area }
  | ({ readonly fact: FactsOfType<'date'> } & DateBound)
  | ({ readonly fact: NumericFact } & Bound)

/** A condition as JSON: leaves, all of them, or any of them. */
export type Condition = Leaf | { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] }

/** A condition of a measure with the clause that sets it: 二(一)2. */
export type Criterion = Condition & { readonly cite: string }

/** Every fact that the condition reads, in the order in which it stands there. */
export function factsOf(condition: Condition): readonly string[] {
  if ('fact' in condition) return [condition.fact]
  const parts = 'all' in condition ? condition.all : condition.any
  return [...new Set(parts.flatMap(factsOf))]
}

/** A name for a criterion that is stable while it reads the same facts: unique within its measure, held by a lint. */
export function idOf(criterion: Criterion): string {
  if ('fact' in criterion) {
    const test = Object.keys(criterion).find((key) => key !== 'fact' && key !== 'cite')
    return `${criterion.fact}.${test}`
  }
  return `${'all' in criterion ? 'all' : 'any'}(${factsOf(criterion).join(',')})`
}
