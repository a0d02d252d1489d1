import type { Catalogue } from './catalogue'
import type { Condition, Leaf } from './condition'
import { digitTable } from './digit'
import type { Derived, Masks } from './masks'
import type { Measure } from './measure'
import { type Numbering, numberingOf } from './number'
import { type Pack, packed } from './packing'
import { leavesOfPays, paysConditions, paysTest } from './pays'
import { leavesOf } from './representatives'
import { classTest, type DigitPlaces, placeOfLeaf, placesOf, TRUE, UNKNOWN } from './statement'

/** What measures read of one digit: of each, the verdict that every class allows. */
export interface Column {
  readonly size: number
  readonly verdicts: Map<number, Uint8Array>
}

/** The name of a statement that reads several facts: two measures that make the same one share its digit. */
export const derivedKey = (condition: Condition): string => {
  const { cite: _cite, ...statement } = condition as Condition & { readonly cite?: string }
  return JSON.stringify(statement)
}

/** A conjunction falls apart into its members: each can fail a measure by itself. */
export const conjuncts = (condition: Condition): readonly Condition[] =>
  'all' in condition ? condition.all.flatMap(conjuncts) : [condition]

/** One of two verdicts, the worse: a failure over an unknown over a pass. */
const worse = (a: number, b: number): number => (a === TRUE ? b : b === TRUE ? a : Math.max(a, b))

class Gathering {
  readonly columns: Column[]
  readonly derived: Derived[] = []
  readonly derivedPlace = new Map<string, number>()

  constructor(
    readonly places: DigitPlaces,
    readonly numbering: Numbering,
  ) {
    this.columns = places.digits.map(({ size }) => ({ size, verdicts: new Map() }))
  }

  /** A statement about one fact; where `forgiving`, an unknown one does no harm. */
  leaf(leaf: Leaf, measure: number, forgiving: boolean): void {
    const place = placeOfLeaf(this.places, leaf)
    if (place === undefined) return
    const verdicts = Uint8Array.from(place.verdicts)
    verdicts[0] = forgiving ? TRUE : UNKNOWN
    this.merge(place.digit, measure, verdicts)
  }

  /** Several facts in one statement: a digit of its own. */
  several(key: string, facts: readonly string[], verdict: Derived['verdict'], measure: number): void {
    const digit = this.derivedPlace.get(key) ?? this.columns.push({ size: 3, verdicts: new Map() }) - 1
    if (!this.derivedPlace.has(key)) {
      this.derivedPlace.set(key, digit)
      this.derived.push({ columns: facts.flatMap((fact) => this.numbering.placeOf.get(fact) ?? []), verdict })
    }
    this.merge(digit, measure, Uint8Array.of(0, 1, 2))
  }

  private merge(digit: number, measure: number, verdicts: Uint8Array): void {
    const column = this.columns[digit]
    const known = column?.verdicts.get(measure)
    column?.verdicts.set(
      measure,
      known ? verdicts.map((verdict, klass) => worse(verdict, known[klass] ?? TRUE)) : verdicts,
    )
  }
}

function gather(measures: readonly Measure[], places: DigitPlaces, numbering: Numbering): Gathering {
  const gathering = new Gathering(places, numbering)
  for (const [index, measure] of measures.entries()) {
    for (const condition of measure.criteria.flatMap(conjuncts)) {
      if ('fact' in condition) gathering.leaf(condition, index, false)
      else {
        const read = [...new Set(leavesOf(condition).map((leaf): string => leaf.fact))]
        gathering.several(derivedKey(condition), read, classTest(places, condition), index)
      }
    }
    const paying = paysConditions(measure.amount)
    if (paying.kind === 'leaves') for (const leaf of paying.leaves) gathering.leaf(leaf, index, true)
    else gathering.several(`pays ${index}`, paying.facts, paysTest(measure.amount, places, numbering), index)
  }
  return gathering
}

/** Every statement about a single fact that anything reads: these cut the classes. */
const leavesRead = (measures: readonly Measure[]): readonly Leaf[] =>
  measures.flatMap(({ criteria, amount }) => [...criteria.flatMap(leavesOf), ...leavesOfPays(amount)])

/** Of each fact: the numbers of those that read it. */
function readersOf(count: number, reads: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const readers: number[][] = Array.from({ length: count }, () => [])
  for (const [index, columns] of reads.entries()) for (const column of columns) readers[column]?.push(index)
  return readers
}

/** Masks, with what criteria need to be read from the same classes. */
export interface Compiled extends Masks {
  readonly places: DigitPlaces
  readonly derivedPlace: ReadonlyMap<string, number>
}

/** Builds the tables from a catalogue's JSON. A few milliseconds, once. */
export function compileMasks(catalogue: Pick<Catalogue, 'documents' | 'facts'>): Compiled {
  const measures = catalogue.documents.flatMap((document) => document.measures)
  const numbering = numberingOf(catalogue.facts)
  const places = placesOf(leavesRead(measures), catalogue.facts, numbering)
  const { columns, derived, derivedPlace } = gather(measures, places, numbering)
  // Three are run without a loop over words: a smaller catalogue leaves the last ones empty.
  const words = Math.max(3, (measures.length + 31) >> 5)
  const pack: Pack = packed(columns, words)
  const facts = numbering.ids.length
  return {
    measures,
    words,
    digits: places.digits,
    digitTable: digitTable(places.digits),
    derived,
    ...pack,
    numbering,
    digitsOfFact: readersOf(
      facts,
      places.digits.map(({ column }) => [column]),
    ),
    derivedOfFact: readersOf(
      facts,
      derived.map((one) => one.columns),
    ),
    places,
    derivedPlace,
  }
}

/** A criterion over digits: it holds when every digit stands in a class that passes. */
export interface CodedCriterion {
  readonly digits: readonly number[]
  /** Of each digit, by class: 0 unknown, 1 fails, 2 passes. */
  readonly verdicts: readonly Uint8Array[]
}

const DERIVED_VERDICTS = Uint8Array.of(0, 1, 2)
/** A fact that the table does not define is unknown for good. */
const NEVER_KNOWN = new Uint8Array(256)

/** The criterion as the tables read it; the masks must be those of its catalogue. */
export function codedCriterion(masks: Compiled, criterion: Condition): CodedCriterion {
  const parts = conjuncts(criterion).map((part) => {
    if (!('fact' in part)) return { digit: masks.derivedPlace.get(derivedKey(part)) ?? 0, verdicts: DERIVED_VERDICTS }
    return placeOfLeaf(masks.places, part) ?? { digit: 0, verdicts: NEVER_KNOWN }
  })
  return { digits: parts.map(({ digit }) => digit), verdicts: parts.map(({ verdicts }) => verdicts) }
}

/** 0 unknown, 1 unmet, 2 met. */
export function verdictOf(criterion: CodedCriterion, classes: Uint8Array): number {
  const { digits, verdicts } = criterion
  let verdict = 2
  for (let index = 0; index < digits.length; index++) {
    const one = (verdicts[index] as Uint8Array)[classes[digits[index] as number] as number] as number
    if (one === 1) return 1
    if (one === 0) verdict = 0
  }
  return verdict
}
