import type { FactValues } from '../facts'
import type { Truth } from '../truth'
import { classOf, type Digit } from './digit'
import type { Measure } from './measure'
import { type Numbering, rowOf } from './number'

/**
 * All measures at once. The bounds of all rules cut every fact into a few classes, so a company becomes one small
 * number a fact; some facts are packed into one byte. For each byte and each of its values a row of the table says
 * which measures that makes fail and which it leaves open. One company against all measures is one OR of rows.
 */
export interface Masks {
  /** Measures, in the catalogue's order: number i is bit i & 31 of word i >> 5. */
  readonly measures: readonly Measure[]
  /** 32-bit words for all measures; a row holds the failing ones, then the open ones. */
  readonly words: number
  readonly digits: readonly Digit[]
  /** Statements that read several facts at once: class 0 unknown, 1 false, 2 true. */
  readonly derived: readonly Derived[]
  /** Bytes of a coded company. */
  readonly length: number
  /** Of each digit, derived ones last: its byte, and what its class counts there. */
  readonly place: Uint8Array
  readonly weight: Uint8Array
  /** Of each byte: where its rows begin in the table. */
  readonly start: Int32Array
  readonly table: Int32Array
  readonly numbering: Numbering
  /** What a criterion reads: the digits of which all must stand in a class that passes. */
  readonly keyOf: ReadonlyMap<string, number>
}

export interface Derived {
  /** Places of its facts in a row. */
  readonly columns: readonly number[]
  /** Its class while none of its facts is known. */
  readonly blank: number
  truth(facts: FactValues): Truth
}

/** The class of a derived digit; 0 is unknown in every digit. */
export const CLASS_OF_TRUTH: Record<Truth, number> = { unknown: 0, false: 1, true: 2 }

/**
 * The class of each digit of a company, derived ones last. The row gives the single facts; statements that read
 * several are evaluated from the facts themselves, and not at all while none of theirs is known.
 */
export function classify(masks: Masks, row: Float64Array, facts: FactValues, classes: Uint8Array): void {
  const { digits, derived } = masks
  for (let index = 0; index < digits.length; index++) {
    const digit = digits[index] as Digit
    classes[index] = classOf(digit, row[digit.column] as number)
  }
  for (let index = 0; index < derived.length; index++) {
    const one = derived[index] as Derived
    classes[digits.length + index] = one.columns.every((column) => Number.isNaN(row[column]))
      ? one.blank
      : CLASS_OF_TRUTH[one.truth(facts)]
  }
}

/** Adds the classes up to the bytes that {@link runMasks} reads. */
export function packClasses(masks: Masks, classes: Uint8Array, bytes: Uint8Array): void {
  const { place, weight } = masks
  bytes.fill(0)
  for (let index = 0; index < classes.length; index++) {
    const byte = place[index] as number
    bytes[byte] = (bytes[byte] as number) + (classes[index] as number) * (weight[index] as number)
  }
}

/** A company as bytes: what {@link runMasks} reads. */
export function encode(masks: Masks, facts: FactValues): Uint8Array {
  const classes = new Uint8Array(masks.place.length)
  const bytes = new Uint8Array(masks.length)
  classify(masks, rowOf(masks.numbering, facts), facts, classes)
  packClasses(masks, classes, bytes)
  return bytes
}

/**
 * Decides all measures for a coded company: `out` takes the failing words, then the open ones (of measures that do not
 * fail). Whoever is in neither is eligible. The day of a document is not looked at here.
 */
export function runMasks(masks: Masks, bytes: Uint8Array, out: Int32Array, at = 0): void {
  const { table, start, words, length } = masks
  if (words === 3) {
    runThree(table, start, bytes, at, length, out)
    return
  }
  out.fill(0)
  for (let byte = 0; byte < length; byte++) {
    const row = (start[byte] as number) + (bytes[at + byte] as number) * words * 2
    for (let word = 0; word < words * 2; word++) out[word] = (out[word] as number) | (table[row + word] as number)
  }
  for (let word = 0; word < words; word++) out[words + word] = (out[words + word] as number) & ~(out[word] as number)
}

/** The same for 65 to 96 measures, which is what there are: six registers and no inner loop. */
function runThree(
  table: Int32Array,
  start: Int32Array,
  bytes: Uint8Array,
  at: number,
  length: number,
  out: Int32Array,
): void {
  let fail0 = 0
  let fail1 = 0
  let fail2 = 0
  let open0 = 0
  let open1 = 0
  let open2 = 0
  for (let byte = 0; byte < length; byte++) {
    const row = (start[byte] as number) + (bytes[at + byte] as number) * 6
    fail0 |= table[row] as number
    fail1 |= table[row + 1] as number
    fail2 |= table[row + 2] as number
    open0 |= table[row + 3] as number
    open1 |= table[row + 4] as number
    open2 |= table[row + 5] as number
  }
  out[0] = fail0
  out[1] = fail1
  out[2] = fail2
  out[3] = open0 & ~fail0
  out[4] = open1 & ~fail1
  out[5] = open2 & ~fail2
}

/** What the words say of one measure: whether all its conditions hold and its sum pays. */
export function truthOf(words: number, out: Int32Array, measure: number): Truth {
  const word = measure >> 5
  const bit = 1 << (measure & 31)
  if (((out[word] as number) & bit) !== 0) return 'false'
  return ((out[words + word] as number) & bit) !== 0 ? 'unknown' : 'true'
}
