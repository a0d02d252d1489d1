import type { FactTable, FactValues } from '../facts'
import type { Truth } from '../truth'
import type { Catalogue } from './catalogue'
import type { Condition, Leaf } from './condition'
import { classOf, type Digit, digitKey, digitsOf, exampleOf, passes } from './digit'
import { evaluate } from './interpret'
import type { Measure } from './measure'
import { numberTest, toNumber } from './number'
import { paysConditions, paysTruth } from './pays'
import { leavesOf } from './representatives'

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
  readonly facts: FactTable
}

export interface Derived {
  readonly facts: readonly string[]
  truth(facts: FactValues): Truth
}

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

/** A conjunction falls apart into its members: each can fail a measure by itself. */
const conjuncts = (condition: Condition): readonly Condition[] =>
  'all' in condition ? condition.all.flatMap(conjuncts) : [condition]

class Gathering {
  readonly columns = new Map<string, Column>()
  readonly derived = new Map<string, Derived>()

  constructor(
    readonly digits: ReadonlyMap<string, Digit>,
    readonly facts: FactTable,
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
  several(key: string, derived: Derived, measure: number): void {
    this.derived.set(key, this.derived.get(key) ?? derived)
    merge(this.column(key, 3), measure, ['unknown', 'false', 'true'])
  }

  private column(key: string, size: number): Column {
    const column = this.columns.get(key) ?? { size, verdicts: new Map() }
    this.columns.set(key, column)
    return column
  }
}

function gather(measures: readonly Measure[], digits: ReadonlyMap<string, Digit>, facts: FactTable): Gathering {
  const gathering = new Gathering(digits, facts)
  for (const [index, measure] of measures.entries()) {
    for (const condition of measure.criteria.flatMap(conjuncts)) {
      if ('fact' in condition) gathering.leaf(condition, index, 'unknown')
      else {
        const read = [...new Set(leavesOf(condition).map((leaf): string => leaf.fact))]
        gathering.several(JSON.stringify(condition), { facts: read, truth: (of) => evaluate(condition, of) }, index)
      }
    }
    const paying = paysConditions(measure.amount)
    if (paying.kind === 'leaves') for (const leaf of paying.leaves) gathering.leaf(leaf, index, 'true')
    else
      gathering.several(`pays ${index}`, { facts: paying.facts, truth: (of) => paysTruth(measure.amount, of) }, index)
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
  const byKey = digitsOf(tested)
  const { columns, derived } = gather(measures, byKey, catalogue.facts)
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
    facts: catalogue.facts,
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

const CLASS_OF_TRUTH: Record<Truth, number> = { unknown: 0, false: 1, true: 2 }

/** The class of each digit of a company, derived ones last. */
export function classesOf(masks: Masks, facts: FactValues): Uint8Array {
  const classes = new Uint8Array(masks.place.length)
  for (const [index, digit] of masks.digits.entries()) {
    const definition = masks.facts[digit.fact]
    if (definition) classes[index] = classOf(digit, toNumber(definition, facts[digit.fact]))
  }
  for (const [index, one] of masks.derived.entries()) {
    classes[masks.digits.length + index] = CLASS_OF_TRUTH[one.truth(facts)]
  }
  return classes
}

/** A company as bytes: what {@link runMasks} reads. */
export function encode(masks: Masks, facts: FactValues): Uint8Array {
  const bytes = new Uint8Array(masks.length)
  for (const [index, klass] of classesOf(masks, facts).entries()) {
    const byte = masks.place[index] as number
    bytes[byte] = (bytes[byte] as number) + klass * (masks.weight[index] as number)
  }
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
