import type { FactDefinition } from '../facts'
import type { Leaf } from './condition'
import { type Numbering, type NumberTest, numberTest } from './number'

/**
 * The classes of one fact's values that the rules can tell apart: 0 is unknown, the others count up.
 * What every rule says of a value depends on its class alone.
 */
export interface Digit {
  readonly fact: string
  /** The fact's place in a row of numbers. */
  readonly column: number
  /** Classes, unknown included. */
  readonly size: number
  readonly kind: NumberTest['kind']
  /** For `cuts`: the bounds, ascending. Class 1 lies below the first, 2 at it, 3 between it and the next … */
  readonly cuts: Float64Array
  /** For `bits`: what the rules look for. Class 1 has none of these, 2 at least one. */
  readonly bits: number
}

/** The class of a value; NaN is unknown. */
export function classOf(digit: Digit, value: number): number {
  if (Number.isNaN(value)) return 0
  if (digit.kind === 'place') return value + 1
  if (digit.kind === 'bits') return (value & digit.bits) === 0 ? 1 : 2
  const { cuts } = digit
  let index = 0
  while (index < cuts.length && value > (cuts[index] as number)) index++
  return index < cuts.length && value === cuts[index] ? 2 + 2 * index : 1 + 2 * index
}

/** Whether a fact is so or not, a number with one bound, or anything else. */
export const shapeOf = ({ kind, size }: Digit): number =>
  size === 3 && kind === 'place' ? 0 : size === 4 && kind === 'cuts' ? 1 : 2

/** Digits side by side in flat arrays: all of a company are classed without a call, two thirds without a branch. */
export interface DigitTable {
  readonly columns: Int32Array
  /** Up to this digit two values each, from there to `bounded` one bound each. */
  readonly twofold: number
  readonly bounded: number
  /** 0 place, 1 bits, 2 cuts. */
  readonly kinds: Uint8Array
  readonly bits: Int32Array
  /** Of each digit: where its cuts begin; one more entry tells where the last ones end. */
  readonly cutFrom: Int32Array
  readonly cuts: Float64Array
}

const KINDS = { place: 0, bits: 1, cuts: 2 } as const

/** The digits must stand in the order of their shapes. */
export function digitTable(digits: readonly Digit[]): DigitTable {
  const cutFrom = new Int32Array(digits.length + 1)
  for (const [index, digit] of digits.entries()) cutFrom[index + 1] = (cutFrom[index] as number) + digit.cuts.length
  const twofold = digits.filter((digit) => shapeOf(digit) === 0).length
  return {
    columns: Int32Array.from(digits, (digit) => digit.column),
    twofold,
    bounded: twofold + digits.filter((digit) => shapeOf(digit) === 1).length,
    kinds: Uint8Array.from(digits, (digit) => KINDS[digit.kind]),
    bits: Int32Array.from(digits, (digit) => digit.bits),
    cutFrom,
    cuts: Float64Array.from(digits.flatMap((digit) => [...digit.cuts])),
  }
}

const LEAST = Number.NEGATIVE_INFINITY

/** {@link classOf} for all digits of a row. Comparisons with NaN are false: unknown comes to 0 by itself. */
export function classify(table: DigitTable, row: Float64Array, classes: Uint8Array): void {
  const { columns, twofold, bounded, kinds, bits, cutFrom, cuts } = table
  let digit = 0
  for (; digit < twofold; digit++) {
    const value = row[columns[digit] as number] as number
    classes[digit] = +(value >= LEAST) + +(value >= 1)
  }
  for (; digit < bounded; digit++) {
    const value = row[columns[digit] as number] as number
    const bound = cuts[digit - twofold] as number
    classes[digit] = +(value >= LEAST) + +(value >= bound) + +(value > bound)
  }
  for (; digit < columns.length; digit++) {
    const value = row[columns[digit] as number] as number
    const kind = kinds[digit]
    if (Number.isNaN(value)) classes[digit] = 0
    else if (kind === 0) classes[digit] = value + 1
    else if (kind === 1) classes[digit] = (value & (bits[digit] as number)) === 0 ? 1 : 2
    else {
      const from = cutFrom[digit] as number
      const end = cutFrom[digit + 1] as number
      let at = from
      while (at < end && value > (cuts[at] as number)) at++
      classes[digit] = 1 + 2 * (at - from) + (at < end && value === cuts[at] ? 1 : 0)
    }
  }
}

/** A value of the class, to read a rule's verdict from; class 0 has none. */
export function exampleOf(digit: Digit, klass: number): number {
  if (digit.kind === 'place') return klass - 1
  if (digit.kind === 'bits') return klass === 1 ? 0 : digit.bits
  const { cuts } = digit
  const index = (klass - 1) >> 1
  if (klass % 2 === 0) return cuts[index] as number
  const below = index === 0 ? Number.NEGATIVE_INFINITY : (cuts[index - 1] as number)
  const above = index === cuts.length ? Number.POSITIVE_INFINITY : (cuts[index] as number)
  if (below === Number.NEGATIVE_INFINITY) return above === Number.POSITIVE_INFINITY ? 0 : above - 1
  return above === Number.POSITIVE_INFINITY ? below + 1 : (below + above) / 2
}

export function passes(test: NumberTest, value: number): boolean {
  if (test.kind === 'place') return ((test.bits >> value) & 1) === 1
  return test.kind === 'bits' ? (value & test.bits) !== 0 : test.passes(value)
}

/** A fact and its number tests, gathered over all rules before classes are cut. */
export interface Tested {
  readonly leaf: Leaf
  readonly definition: FactDefinition
}

/** The name of the digit that a statement reads: one a fact, but one for each set of bits looked for. */
export function digitKey(leaf: Leaf, definition: FactDefinition): string {
  const test = numberTest(leaf, definition)
  return test.kind === 'bits' ? `${leaf.fact} ${test.bits}` : leaf.fact
}

/** Cuts the classes of each fact at the bounds of all statements about it. */
export function digitsOf(tested: readonly Tested[], numbering: Numbering): ReadonlyMap<string, Digit> {
  const digits = new Map<string, Digit>()
  for (const { leaf, definition } of tested) {
    const key = digitKey(leaf, definition)
    const column = numbering.placeOf.get(leaf.fact) ?? -1
    const test = numberTest(leaf, definition)
    const known = digits.get(key)
    const cuts = test.kind === 'cuts' ? [...new Set([...(known?.cuts ?? []), ...test.cuts])].sort((a, b) => a - b) : []
    const places = 'options' in definition ? Object.keys(definition.options).length : 2
    const size = test.kind === 'place' ? places + 1 : test.kind === 'bits' ? 3 : 2 * cuts.length + 2
    const bits = test.kind === 'bits' ? test.bits : 0
    digits.set(key, { fact: leaf.fact, column, size, kind: test.kind, cuts: Float64Array.from(cuts), bits })
  }
  return digits
}
