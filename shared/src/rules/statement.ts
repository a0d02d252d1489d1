import type { FactTable } from '../facts'
import type { Condition, Leaf } from './condition'
import { type Digit, digitKey, digitsOf, exampleOf, passes, shapeOf } from './digit'
import { type Numbering, numberTest } from './number'

/** Kleene's values as table entries: every digit's class 0 is unknown, so unknown is 0 here too. */
export const UNKNOWN = 0
export const FALSE = 1
export const TRUE = 2
export type Verdict = 0 | 1 | 2

/** A statement about a company, read from the classes of its facts. */
export type ClassTest = (classes: Uint8Array) => Verdict

/** The digits of a catalogue by name, with their places among a company's classes. */
export interface DigitPlaces {
  readonly facts: FactTable
  readonly digits: readonly Digit[]
  readonly placeOf: ReadonlyMap<string, number>
}

/** Cuts each fact into the classes that these statements can tell apart. */
export function placesOf(leaves: readonly Leaf[], facts: FactTable, numbering: Numbering): DigitPlaces {
  const tested = leaves.flatMap((leaf) => {
    const definition = facts[leaf.fact]
    return definition ? [{ leaf, definition }] : []
  })
  const digits = [...digitsOf(tested, numbering)].sort(([, a], [, b]) => shapeOf(a) - shapeOf(b))
  return {
    facts,
    digits: digits.map(([, digit]) => digit),
    placeOf: new Map(digits.map(([key], index) => [key, index])),
  }
}

export interface LeafPlace {
  readonly digit: number
  /** By class. */
  readonly verdicts: Uint8Array
}

/** Which digit a statement about one fact reads, and what each class says of it; nothing for an undefined fact. */
export function placeOfLeaf(places: DigitPlaces, leaf: Leaf): LeafPlace | undefined {
  const definition = places.facts[leaf.fact]
  if (definition === undefined) return undefined
  const digit = places.placeOf.get(digitKey(leaf, definition)) ?? -1
  const read = places.digits[digit]
  if (read === undefined) return undefined
  const test = numberTest(leaf, definition)
  const verdicts = new Uint8Array(read.size)
  for (let klass = 1; klass < read.size; klass++) verdicts[klass] = passes(test, exampleOf(read, klass)) ? TRUE : FALSE
  return { digit, verdicts }
}

/** The condition as a function of classes: what {@link evaluate} says of the facts, without touching one. */
export function classTest(places: DigitPlaces, condition: Condition): ClassTest {
  if ('fact' in condition) {
    const place = placeOfLeaf(places, condition)
    if (place === undefined) return () => UNKNOWN
    const { digit, verdicts } = place
    return (classes) => verdicts[classes[digit] as number] as Verdict
  }
  const all = 'all' in condition
  const parts = (all ? condition.all : condition.any).map((part) => classTest(places, part))
  const decides = all ? FALSE : TRUE
  const rest = all ? TRUE : FALSE
  return (classes) => {
    let verdict: Verdict = rest
    for (let index = 0; index < parts.length; index++) {
      const one = (parts[index] as ClassTest)(classes)
      if (one === decides) return decides
      if (one === UNKNOWN) verdict = UNKNOWN
    }
    return verdict
  }
}
