import type { FactTable } from '../facts'
import { scanFailing, scanUnknown } from './column-scan'
import { conjuncts, derivedKey } from './compile'
import type { Condition, Leaf } from './condition'
import { passes } from './digit'
import type { Measure } from './measure'
import { type Numbering, type NumberTest, numberTest } from './number'
import { paysConditions } from './pays'
import { endAt, type Plane, planeFor, unite, uniteLess } from './plane-unions'
import { type Country, conditionAtRow, paysAtRow, type RowStatement } from './row-statement'
import { FALSE, TRUE, UNKNOWN } from './statement'

/** What a statement says of every company: who fails it, and of whom it is not known. */
interface StatementPlanes {
  readonly fail: Plane
  /** Shared by all statements about a fact. Absent where an unknown fact does not matter, as for the base of a sum. */
  readonly open?: Plane
}

/** Who fails a measure, and whom it still depends on; whoever is in neither qualifies. */
export interface MeasurePlanes {
  readonly fail: Plane
  readonly open: Plane
}

/** A statement about one fact. */
interface Single {
  readonly test: NumberTest
  readonly fail: Plane
}

interface Readers {
  /** The plane of whom the fact is unknown; none as long as nobody asked for it. */
  readonly unknown: Plane[]
  readonly singles: Single[]
  readonly severals: Several[]
}

/** A statement about several facts. */
interface Several extends MeasurePlanes {
  readonly statement: RowStatement
}

/**
 * Every company of a country against every measure: facts stand in columns, what rules say of them in bit planes,
 * one bit a company. A measure is an OR of planes; a new one costs only the statements that no other makes.
 */
export class PlaneIndex {
  private readonly country: Country
  /** By place of the fact: of whom it is unknown. */
  private readonly unknown = new Map<number, Plane>()
  private readonly singles = new Map<string, Single>()
  private readonly severals = new Map<string, Several>()
  /** What reads each column. */
  private readonly readers: readonly Readers[]
  private readonly every: readonly number[]
  private readonly prepared = new WeakMap<Measure, readonly StatementPlanes[]>()
  /** 32-bit words of a plane. */
  readonly words: number

  /** Columns stand in the numbering's order, all of `count` rows; NaN is unknown. */
  constructor(
    table: FactTable,
    numbering: Numbering,
    readonly columns: readonly Float64Array[],
    readonly count: number,
  ) {
    this.country = { table, numbering, columns, count }
    this.words = planeFor(count).length
    this.every = [...columns.keys()]
    this.readers = columns.map(() => ({ unknown: [], singles: [], severals: [] }))
  }

  /** Makes the planes that a measure needs and that are not there yet. */
  prepare(measure: Measure): readonly StatementPlanes[] {
    const known = this.prepared.get(measure)
    if (known) return known
    const planes = this.planesOf(measure)
    this.prepared.set(measure, planes)
    return planes
  }

  private planesOf(measure: Measure): readonly StatementPlanes[] {
    const criteria = measure.criteria.flatMap(conjuncts).map((condition) => this.statement(condition))
    const paying = paysConditions(measure.amount)
    if (paying.kind === 'leaves') return [...criteria, ...paying.leaves.map((leaf) => ({ fail: this.leaf(leaf).fail }))]
    const key = `pays ${JSON.stringify(measure.amount)}`
    const pays = this.several(key, () => this.byRow(paysAtRow(this.country, measure.amount, paying.facts)))
    return [...criteria, pays]
  }

  /** All measures for all companies. */
  decide(measures: readonly Measure[], into = measures.map(() => this.blank())): readonly MeasurePlanes[] {
    for (const [index, measure] of measures.entries()) {
      const planes = into[index]
      if (planes === undefined) continue
      const sources = this.prepare(measure)
      unite(planes.fail, [...new Set(sources.map((one) => one.fail))])
      uniteLess(planes.open, [...new Set(sources.flatMap((one) => one.open ?? []))], planes.fail)
    }
    return into
  }

  /** Two empty planes of this index's length. */
  blank(): MeasurePlanes {
    return { fail: planeFor(this.count), open: planeFor(this.count) }
  }

  /** After facts of a company changed in the columns: sets its bits anew. Told which columns, it looks at no others. */
  update(row: number, changed: readonly number[] = this.every): void {
    const again: Several[] = []
    for (const column of changed) {
      const { unknown, singles, severals } = this.readers[column] as Readers
      const value = (this.columns[column] as Float64Array)[row] as number
      const known = !Number.isNaN(value)
      for (const plane of unknown) setBit(plane, row, !known)
      for (const { test, fail } of singles) setBit(fail, row, known && !passes(test, value))
      for (const one of severals) if (!again.includes(one)) again.push(one)
    }
    for (const { statement, fail, open } of again) {
      const verdict = statement.verdict(row)
      setBit(fail, row, verdict === FALSE)
      setBit(open, row, verdict === UNKNOWN)
    }
  }

  private statement(condition: Condition): StatementPlanes {
    if ('fact' in condition) return this.leaf(condition)
    return this.several(derivedKey(condition), () => ({
      ...this.combined(condition),
      statement: conditionAtRow(this.country, condition),
    }))
  }

  private leaf(leaf: Leaf): MeasurePlanes {
    const key = derivedKey(leaf)
    const { table, numbering } = this.country
    const column = numbering.placeOf.get(leaf.fact) ?? -1
    const open = this.unknownOf(column)
    const known = this.singles.get(key)
    if (known) return { fail: known.fail, open }
    const fail = planeFor(this.count)
    const values = this.columns[column]
    const definition = table[leaf.fact]
    if (definition && values) {
      const test = numberTest(leaf, definition)
      scanFailing(values, test, open, fail, this.count)
      const single = { test, fail }
      this.singles.set(key, single)
      this.readers[column]?.singles.push(single)
    }
    return { fail, open }
  }

  private unknownOf(column: number): Plane {
    const known = this.unknown.get(column)
    if (known) return known
    const plane = planeFor(this.count)
    const values = this.columns[column]
    // A fact that the table does not have is unknown for good.
    if (values) scanUnknown(values, plane, this.count)
    else endAt(plane.fill(-1), this.count)
    this.unknown.set(column, plane)
    this.readers[column]?.unknown.push(plane)
    return plane
  }

  private several(key: string, make: () => Several): Several {
    const known = this.severals.get(key)
    if (known) return known
    const planes = make()
    this.severals.set(key, planes)
    for (const column of planes.statement.columns) this.readers[column]?.severals.push(planes)
    return planes
  }

  /** A tree of statements in Kleene's logic, 32 companies at a time. */
  private combined(condition: Condition): MeasurePlanes {
    if ('fact' in condition) return this.leaf(condition)
    const all = 'all' in condition
    const parts = (all ? condition.all : condition.any).map((part) => this.combined(part))
    const { fail, open } = this.blank()
    if (all) {
      unite(
        fail,
        parts.map((part) => part.fail),
      )
      uniteLess(
        open,
        parts.map((part) => part.open),
        fail,
      )
      return { fail, open }
    }
    for (let word = 0; word < fail.length; word++) {
      let failing = -1
      let doubtful = -1
      for (const part of parts) {
        failing &= part.fail[word] as number
        doubtful &= (part.fail[word] as number) | (part.open[word] as number)
      }
      fail[word] = failing
      open[word] = doubtful & ~failing
    }
    endAt(fail, this.count)
    return { fail, open }
  }

  private byRow(statement: RowStatement): Several {
    const { fail, open } = this.blank()
    for (let row = 0; row < this.count; row++) {
      const verdict = statement.verdict(row)
      if (verdict !== TRUE) setBit(verdict === FALSE ? fail : open, row, true)
    }
    return { statement, fail, open }
  }
}

function setBit(plane: Plane, row: number, on: boolean): void {
  const bit = 1 << (row & 31)
  const rest = (plane[row >> 5] as number) & ~bit
  plane[row >> 5] = on ? rest | bit : rest
}

/** The numbers of the companies whose bit is set. */
export function* rowsOf(plane: Plane, count: number): Generator<number> {
  for (let word = 0; word < plane.length; word++) {
    let rest = plane[word] as number
    while (rest !== 0) {
      const bit = 31 - Math.clz32(rest & -rest)
      const row = word * 32 + bit
      if (row >= count) return
      yield row
      rest &= rest - 1
    }
  }
}
