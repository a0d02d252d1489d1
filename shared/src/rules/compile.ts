import type { FactTable } from '../facts'
import type { Truth } from '../truth'
import type { Catalogue } from './catalogue'
import type { Condition, Leaf } from './condition'
import { type Digit, digitKey, digitsOf, exampleOf, passes } from './digit'
import { evaluate } from './interpret'
import { CLASS_OF_TRUTH, type Derived, type Masks } from './masks'
import type { Measure } from './measure'
import { type Numbering, numberingOf, numberTest } from './number'
import { paysConditions, paysTruth } from './pays'
import { leavesOf } from './representatives'

const ROWS_PER_BYTE = 96

/** What one measure reads of one digit: the verdict that each class allows. */
type Verdicts = readonly Truth[]

interface Column {
  readonly size: number
  readonly verdicts: Map<number, Verdicts>
}

function merge(column: Column, measure: number, verdicts: Verdicts): void {
  const known = column.verdicts.get(measure)
  const both = verdicts.map((truth, klass) => worse(truth, known?.[klass] ?? 'true'))
  column.verdicts.set(measure, both)
}

const worse = (a: Truth, b: Truth): Truth =>
  a === 'false' || b === 'false' ? 'false' : a === 'unknown' || b === 'unknown' ? 'unknown' : 'true'

/** The name of a statement that reads several facts: two measures that make the same one share its digit. */
export const derivedKey = (condition: Condition): string => {
  const { cite: _cite, ...statement } = condition as Condition & { readonly cite?: string }
  return JSON.stringify(statement)
}

/** A conjunction falls apart into its members: each can fail a measure by itself. */
export const conjuncts = (condition: Condition): readonly Condition[] =>
  'all' in condition ? condition.all.flatMap(conjuncts) : [condition]

class Gathering {
  readonly columns = new Map<string, Column>()
  readonly derived = new Map<string, Derived>()

  constructor(
    readonly digits: ReadonlyMap<string, Digit>,
    readonly facts: FactTable,
    readonly numbering: Numbering,
  ) {}

  leaf(leaf: Leaf, measure: number, whenUnknown: Truth): void {
    const definition = this.facts[leaf.fact]
    const key = definition && digitKey(leaf, definition)
    const digit = key === undefined ? undefined : this.digits.get(key)
    if (definition === undefined || key === undefined || digit === undefined) return
    const test = numberTest(leaf, definition)
    const verdicts = Array.from({ length: digit.size }, (_, klass): Truth => {
      if (klass === 0) return whenUnknown
      return passes(test, exampleOf(digit, klass)) ? 'true' : 'false'
    })
    merge(this.column(key, digit.size), measure, verdicts)
  }

  /** Several facts in one statement: a digit of its own, shared by all measures that make the same statement. */
  several(key: string, facts: readonly string[], truth: Derived['truth'], measure: number): void {
    const columns = facts.flatMap((fact) => this.numbering.placeOf.get(fact) ?? [])
    this.derived.set(key, this.derived.get(key) ?? { columns, blank: CLASS_OF_TRUTH[truth({})], truth })
    merge(this.column(key, 3), measure, ['unknown', 'false', 'true'])
  }

  private column(key: string, size: number): Column {
    const column = this.columns.get(key) ?? { size, verdicts: new Map() }
    this.columns.set(key, column)
    return column
  }
}

function gather(
  measures: readonly Measure[],
  digits: ReadonlyMap<string, Digit>,
  facts: FactTable,
  numbering: Numbering,
): Gathering {
  const gathering = new Gathering(digits, facts, numbering)
  for (const [index, measure] of measures.entries()) {
    for (const condition of measure.criteria.flatMap(conjuncts)) {
      if ('fact' in condition) gathering.leaf(condition, index, 'unknown')
      else {
        const read = [...new Set(leavesOf(condition).map((leaf): string => leaf.fact))]
        gathering.several(derivedKey(condition), read, (of) => evaluate(condition, of), index)
      }
    }
    const paying = paysConditions(measure.amount)
    if (paying.kind === 'leaves') for (const leaf of paying.leaves) gathering.leaf(leaf, index, 'true')
    else gathering.several(`pays ${index}`, paying.facts, (of) => paysTruth(measure.amount, of), index)
  }
  return gathering
}

/** Packs digits into bytes, large ones first, each into the first byte whose rows stay few. */
function pack(sizes: readonly number[]): { place: Uint8Array; weight: Uint8Array; rows: readonly number[] } {
  const place = new Uint8Array(sizes.length)
  const weight = new Uint8Array(sizes.length)
  const rows: number[] = []
  const order = sizes.map((_, index) => index).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0))
  for (const digit of order) {
    const size = sizes[digit] ?? 1
    let byte = rows.findIndex((count) => count * size <= ROWS_PER_BYTE)
    if (byte < 0) byte = rows.push(1) - 1
    place[digit] = byte
    weight[digit] = rows[byte] ?? 1
    rows[byte] = (rows[byte] ?? 1) * size
  }
  return { place, weight, rows }
}

/** Builds the tables from a catalogue's JSON. A few milliseconds, once. */
export function compileMasks(catalogue: Pick<Catalogue, 'documents' | 'facts'>): Masks {
  const measures = catalogue.documents.flatMap((document) => document.measures)
  const leaves = measures.flatMap((measure) => {
    const paying = paysConditions(measure.amount)
    const single = measure.criteria.flatMap(conjuncts).filter((one): one is Leaf & { cite: string } => 'fact' in one)
    return [...single, ...(paying.kind === 'leaves' ? paying.leaves : [])]
  })
  const tested = leaves.flatMap((leaf) => {
    const definition = catalogue.facts[leaf.fact]
    return definition ? [{ leaf, definition }] : []
  })
  const numbering = numberingOf(catalogue.facts)
  const byKey = digitsOf(tested, numbering)
  const { columns, derived } = gather(measures, byKey, catalogue.facts, numbering)
  const keys = [...byKey.keys(), ...derived.keys()]
  const inOrder = keys.map((key) => columns.get(key) ?? { size: byKey.get(key)?.size ?? 1, verdicts: new Map() })
  const { place, weight, rows } = pack(inOrder.map((column) => column.size))
  const words = (measures.length + 31) >> 5
  const start = new Int32Array(rows.length)
  let total = 0
  for (const [byte, count] of rows.entries()) {
    start[byte] = total
    total += count * words * 2
  }
  const table = new Int32Array(total)
  for (const [index, column] of inOrder.entries()) {
    fillColumn(table, column, {
      start: start[place[index] ?? 0] ?? 0,
      rows: rows[place[index] ?? 0] ?? 1,
      weight: weight[index] ?? 1,
      words,
    })
  }
  return {
    measures,
    words,
    digits: [...byKey.values()],
    derived: [...derived.values()],
    length: rows.length,
    place,
    weight,
    start,
    table,
    numbering,
    keyOf: new Map(keys.map((key, index) => [key, index])),
  }
}

interface Slot {
  readonly start: number
  readonly rows: number
  readonly weight: number
  readonly words: number
}

function fillColumn(table: Int32Array, column: Column, { start, rows, weight, words }: Slot): void {
  for (const [measure, verdicts] of column.verdicts) {
    const word = measure >> 5
    const bit = 1 << (measure & 31)
    for (let row = 0; row < rows; row++) {
      const truth = verdicts[Math.floor(row / weight) % column.size]
      const at = start + row * words * 2 + word
      if (truth === 'false') table[at] = (table[at] as number) | bit
      else if (truth === 'unknown') table[at + words] = (table[at + words] as number) | bit
    }
  }
}

/** A criterion over digits: it holds when every digit stands in a class that passes. */
export interface CodedCriterion {
  readonly digits: readonly number[]
  /** Of each digit, by class: 0 unknown, 1 fails, 2 passes. */
  readonly verdicts: readonly Uint8Array[]
}

const DERIVED_VERDICTS = Uint8Array.of(0, 1, 2)

/** The criterion as the tables read it; the masks must be those of its catalogue. */
export function codedCriterion(masks: Masks, facts: FactTable, criterion: Condition): CodedCriterion {
  const parts = conjuncts(criterion).map((part): readonly [number, Uint8Array] => {
    if (!('fact' in part)) return [masks.keyOf.get(derivedKey(part)) ?? -1, DERIVED_VERDICTS]
    const definition = facts[part.fact]
    const digit = definition ? (masks.keyOf.get(digitKey(part, definition)) ?? -1) : -1
    const read = masks.digits[digit]
    // A fact that this table does not define is unknown for good: class 0 of no digit.
    if (definition === undefined || read === undefined) return [-1, DERIVED_VERDICTS]
    const test = numberTest(part, definition)
    const classes = Array.from({ length: read.size }, (_, klass) =>
      klass === 0 ? 0 : passes(test, exampleOf(read, klass)) ? 2 : 1,
    )
    return [digit, Uint8Array.from(classes)]
  })
  return { digits: parts.map(([digit]) => digit), verdicts: parts.map(([, verdicts]) => verdicts) }
}

/** 0 unknown, 1 unmet, 2 met. */
export function verdictOf(criterion: CodedCriterion, classes: Uint8Array): number {
  const { digits, verdicts } = criterion
  let verdict = 2
  for (let index = 0; index < digits.length; index++) {
    const one = verdicts[index]?.[classes[digits[index] as number] ?? 0] ?? 0
    if (one === 1) return 1
    if (one === 0) verdict = 0
  }
  return verdict
}
