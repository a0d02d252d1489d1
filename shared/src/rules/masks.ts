import type { FactValues } from '../facts'
import type { Truth } from '../truth'
import { classify, classOf, type Digit, type DigitTable } from './digit'
import type { Measure } from './measure'
import { type Numbering, rowOf } from './number'
import type { Verdict } from './statement'

/**
 * All measures at once. The bounds of all rules cut every fact into a few classes, so a company becomes one small
 * number a fact; some facts are packed into one byte. For each byte and each of its values a row of the table says
 * which measures that makes fail and which it leaves open. One company against all measures is one OR of rows.
 *
 * Most facts matter to measures of one 32-bit word only: their bytes stand word by word with rows of two integers.
 * The few that matter everywhere, such as the region, stand before them with rows for all words.
 */
export interface Masks {
  /** Measures, in the catalogue's order: number i is bit i & 31 of word i >> 5. */
  readonly measures: readonly Measure[]
  /** 32-bit words for all measures. */
  readonly words: number
  readonly digits: readonly Digit[]
  readonly digitTable: DigitTable
  /** Statements that read several facts at once: class 0 unknown, 1 false, 2 true. Their classes stand behind the digits'. */
  readonly derived: readonly Derived[]
  /** Of each digit, derived ones last: its byte, and by how much one class more moves that byte's row. */
  readonly place: Uint8Array
  readonly weight: Uint16Array
  /** Bytes of a coded company: up to `bounds[0]` those for all words, from there to `bounds[1]` those of word 0, … */
  readonly bounds: Int32Array
  /** Of each byte: where its rows begin in the table. A row holds the failing measures, then the open ones. */
  readonly start: RowStarts
  readonly table: Int32Array
  readonly numbering: Numbering
  /** Of each fact, by place in a row: the digits and the derived statements that read it. */
  readonly digitsOfFact: readonly (readonly number[])[]
  readonly derivedOfFact: readonly (readonly number[])[]
}

/** Places in the table; sixteen bits each while it is small enough. */
export type RowStarts = Uint16Array | Uint32Array

export interface Derived {
  /** Places of its facts in a row. */
  readonly columns: readonly number[]
  /** Its class. Reads the classes of single facts, and where those do not suffice the numbers or the facts. */
  verdict(classes: Uint8Array, row: Float64Array, facts: FactValues): Verdict
}

/** What is known of one company, coded. */
export interface Coded {
  facts: FactValues
  readonly row: Float64Array
  /** Of each digit, derived ones last. */
  readonly classes: Uint8Array
  /** Of each byte: where the row of its value begins. */
  readonly rows: RowStarts
  /** Facts of which only an interval is known: no class holds one, so what reads them is decided without tables. */
  spread: string[]
}

/** Room for one company. */
export const blankCoded = (masks: Masks): Coded => ({
  facts: {},
  row: new Float64Array(masks.numbering.ids.length).fill(Number.NaN),
  classes: new Uint8Array(masks.place.length),
  rows: masks.start.slice(),
  spread: [],
})

/** Codes a company from its row of numbers, which stands in `coded` with its facts. */
export function codeRow(masks: Masks, coded: Coded): void {
  const { digits, derived, place, weight } = masks
  const { row, classes, rows, facts } = coded
  classify(masks.digitTable, row, classes)
  for (let index = 0; index < derived.length; index++) {
    classes[digits.length + index] = (derived[index] as Derived).verdict(classes, row, facts)
  }
  rows.set(masks.start)
  for (let index = 0; index < classes.length; index++) {
    const byte = place[index] as number
    rows[byte] = (rows[byte] as number) + (classes[index] as number) * (weight[index] as number)
  }
}

/** Codes a company, into room that is there already where many are coded one after another. */
export function code(masks: Masks, facts: FactValues, coded: Coded = blankCoded(masks)): Coded {
  coded.facts = facts
  coded.spread = []
  rowOf(masks.numbering, facts, coded.row, coded.spread)
  codeRow(masks, coded)
  return coded
}

/** After one fact of a company changed: codes anew what reads it, and nothing else. The facts hold the new value already. */
export function recode(masks: Masks, coded: Coded, column: number, value: number): void {
  const { row, classes, facts } = coded
  row[column] = value
  for (const index of masks.digitsOfFact[column] ?? []) {
    reclass(masks, coded, index, classOf(masks.digits[index] as Digit, value))
  }
  for (const index of masks.derivedOfFact[column] ?? []) {
    const verdict = (masks.derived[index] as Derived).verdict(classes, row, facts)
    reclass(masks, coded, masks.digits.length + index, verdict)
  }
}

function reclass({ place, weight }: Masks, { classes, rows }: Coded, index: number, klass: number): void {
  const byte = place[index] as number
  rows[byte] = (rows[byte] as number) + (klass - (classes[index] as number)) * (weight[index] as number)
  classes[index] = klass
}

/**
 * Decides all measures for a coded company: `out` takes the failing words, then the open ones (of measures that do not
 * fail). Whoever is in neither is eligible. The day of a document is not looked at here.
 */
export function runMasks(masks: Masks, rows: RowStarts, out: Int32Array, at = 0): void {
  if (masks.words === 3) runThree(masks, rows, out, at)
  else runAny(masks, rows, out, at)
}

function runAny({ table, words, bounds }: Masks, rows: RowStarts, out: Int32Array, at: number): void {
  out.fill(0)
  const shared = bounds[0] as number
  for (let byte = 0; byte < shared; byte++) {
    const row = rows[at + byte] as number
    for (let word = 0; word < words * 2; word++) out[word] = (out[word] as number) | (table[row + word] as number)
  }
  for (let word = 0; word < words; word++) {
    let fail = out[word] as number
    let open = out[words + word] as number
    const end = bounds[word + 1] as number
    for (let byte = bounds[word] as number; byte < end; byte++) {
      const row = rows[at + byte] as number
      fail |= table[row] as number
      open |= table[row + 1] as number
    }
    out[word] = fail
    out[words + word] = open & ~fail
  }
}

/** The same for up to 96 measures, which is what there are: all six words stay in registers, nothing is written before the end. */
function runThree({ table, bounds }: Masks, rows: RowStarts, out: Int32Array, at: number): void {
  let fail0 = 0
  let fail1 = 0
  let fail2 = 0
  let open0 = 0
  let open1 = 0
  let open2 = 0
  let byte = 0
  for (const end = bounds[0] as number; byte < end; byte++) {
    const row = rows[at + byte] as number
    fail0 |= table[row] as number
    fail1 |= table[row + 1] as number
    fail2 |= table[row + 2] as number
    open0 |= table[row + 3] as number
    open1 |= table[row + 4] as number
    open2 |= table[row + 5] as number
  }
  for (const end = bounds[1] as number; byte < end; byte++) {
    const row = rows[at + byte] as number
    fail0 |= table[row] as number
    open0 |= table[row + 1] as number
  }
  for (const end = bounds[2] as number; byte < end; byte++) {
    const row = rows[at + byte] as number
    fail1 |= table[row] as number
    open1 |= table[row + 1] as number
  }
  for (const end = bounds[3] as number; byte < end; byte++) {
    const row = rows[at + byte] as number
    fail2 |= table[row] as number
    open2 |= table[row + 1] as number
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
