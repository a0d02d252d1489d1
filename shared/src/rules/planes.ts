import type { FactTable, FactValues } from '../facts'
import type { Truth } from '../truth'
import { conjuncts, derivedKey } from './compile'
import type { Condition } from './condition'
import { passes } from './digit'
import { evaluate } from './interpret'
import type { Measure } from './measure'
import { factsOfRow, type Numbering, type NumberTest, numberTest } from './number'
import { paysConditions, paysTruth } from './pays'
import { leavesOf } from './representatives'

/** One bit a company. */
export type Plane = Int32Array

/** What a statement says of every company: who fails it, and of whom it is not known. */
interface StatementPlanes {
  readonly fail: Plane
  /** Absent where an unknown fact does not matter, as for the base of a sum. */
  readonly open?: Plane
}

/** Who fails a measure, and whom it still depends on; whoever is in neither qualifies. */
export interface MeasurePlanes {
  readonly fail: Plane
  readonly open: Plane
}

interface Statement {
  readonly key: string
  /** For a statement about one fact: the test of its number, scanned without a call a row. */
  readonly single?: { readonly column: Float64Array; readonly test: NumberTest }
  readonly columns: readonly number[]
  readonly ignoresUnknown: boolean
  verdict(row: number): Truth
}

/** Words worked on at once: all planes of a block fit the processor's second cache. */
const BLOCK = 1024

/**
 * Every company of a country against every measure: facts stand in columns, what rules say of them in bit planes,
 * one bit a company. A measure is an OR of planes; a new one costs only the statements that no other makes.
 */
export class PlaneIndex {
  private readonly planes = new Map<string, StatementPlanes>()
  private readonly statements = new Map<string, Statement>()
  /** 32-bit words of a plane. */
  readonly words: number

  /** Columns stand in the numbering's order, all of `count` rows; NaN is unknown. */
  constructor(
    private readonly table: FactTable,
    private readonly numbering: Numbering,
    readonly columns: readonly Float64Array[],
    readonly count: number,
  ) {
    this.words = (count + 31) >> 5
  }

  /** Makes the planes that a measure needs and that are not there yet. */
  prepare(measure: Measure): readonly StatementPlanes[] {
    return this.statementsOf(measure).map((statement) => {
      const planes = this.planes.get(statement.key) ?? this.scan(statement)
      this.planes.set(statement.key, planes)
      this.statements.set(statement.key, statement)
      return planes
    })
  }

  /** All measures for all companies. */
  decide(measures: readonly Measure[], into = measures.map(() => this.blank())): readonly MeasurePlanes[] {
    const sources = measures.map((measure) => {
      const prepared = this.prepare(measure)
      return { fails: prepared.map((one) => one.fail), opens: prepared.flatMap((one) => one.open ?? []) }
    })
    for (let from = 0; from < this.words; from += BLOCK) {
      const to = Math.min(this.words, from + BLOCK)
      for (let index = 0; index < sources.length; index++) {
        const source = sources[index]
        const planes = into[index]
        if (source === undefined || planes === undefined) continue
        unite(planes.fail, source.fails, from, to)
        unite(planes.open, source.opens, from, to)
        for (let word = from; word < to; word++)
          planes.open[word] = (planes.open[word] as number) & ~(planes.fail[word] as number)
      }
    }
    return into
  }

  /** Two empty planes of this index's length. */
  blank(): MeasurePlanes {
    return { fail: new Int32Array(this.words), open: new Int32Array(this.words) }
  }

  /** After facts of a company changed in the columns: sets its bits anew, everywhere. */
  update(row: number): void {
    const word = row >> 5
    const bit = 1 << (row & 31)
    for (const [key, planes] of this.planes) {
      const truth = this.statements.get(key)?.verdict(row)
      planes.fail[word] = ((planes.fail[word] as number) & ~bit) | (truth === 'false' ? bit : 0)
      if (planes.open) planes.open[word] = ((planes.open[word] as number) & ~bit) | (truth === 'unknown' ? bit : 0)
    }
  }

  private scan(statement: Statement): StatementPlanes {
    const fail = new Int32Array(this.words)
    const open = new Int32Array(this.words)
    if (statement.single) scanColumn(statement.single.column, statement.single.test, fail, open, this.count)
    else this.scanRows(statement, fail, open)
    return statement.ignoresUnknown ? { fail } : { fail, open }
  }

  private scanRows(statement: Statement, fail: Plane, open: Plane): void {
    for (let row = 0; row < this.count; row++) {
      const truth = statement.verdict(row)
      if (truth === 'true') continue
      const plane = truth === 'false' ? fail : open
      plane[row >> 5] = (plane[row >> 5] as number) | (1 << (row & 31))
    }
  }

  private statementsOf(measure: Measure): readonly Statement[] {
    const paying = paysConditions(measure.amount)
    const criteria = measure.criteria.flatMap(conjuncts).map((one) => this.statement(one, false))
    const sums = paying.kind === 'leaves' ? paying.leaves.map((one) => this.statement(one, true)) : []
    if (paying.kind === 'leaves') return [...criteria, ...sums]
    const computed = this.several(`pays ${JSON.stringify(measure.amount)}`, paying.facts, (of) =>
      paysTruth(measure.amount, of),
    )
    return [...criteria, computed]
  }

  private statement(condition: Condition, ignoresUnknown: boolean): Statement {
    const key = `${ignoresUnknown ? 'pays ' : ''}${derivedKey(condition)}`
    if (!('fact' in condition)) {
      const read = [...new Set(leavesOf(condition).map((leaf): string => leaf.fact))]
      return this.several(key, read, (of) => evaluate(condition, of))
    }
    const definition = this.table[condition.fact]
    const place = this.numbering.placeOf.get(condition.fact) ?? -1
    const column = this.columns[place]
    if (definition === undefined || column === undefined)
      return { key, columns: [], ignoresUnknown, verdict: () => 'unknown' }
    const test = numberTest(condition, definition)
    return {
      key,
      columns: [place],
      single: { column, test },
      ignoresUnknown,
      verdict: (row) => {
        const value = column[row] as number
        return Number.isNaN(value) ? 'unknown' : passes(test, value) ? 'true' : 'false'
      },
    }
  }

  private several(key: string, facts: readonly string[], truth: (facts: FactValues) => Truth): Statement {
    const columns = facts.flatMap((fact) => this.numbering.placeOf.get(fact) ?? [])
    const blank = truth({})
    return {
      key,
      columns,
      ignoresUnknown: false,
      verdict: (row) => {
        const valueAt = (column: number): number => this.columns[column]?.[row] ?? Number.NaN
        if (columns.every((column) => Number.isNaN(valueAt(column)))) return blank
        return truth(factsOfRow(this.table, this.numbering, columns, valueAt))
      },
    }
  }
}

/** The range of values that passes a test by cuts, as at-least and below; every such test is one range. */
function rangeOf(test: Extract<NumberTest, { kind: 'cuts' }>): readonly [number, number] {
  const [first = 0, second] = test.cuts
  if (second !== undefined) return [first, second]
  const above = nextUp(first)
  if (test.passes(first))
    return test.passes(above) ? [first, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, above]
  return test.passes(above) ? [above, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, first]
}

/** The next larger number that a double can hold. */
function nextUp(value: number): number {
  const size = Math.max(Math.abs(value), Number.MIN_VALUE / Number.EPSILON)
  const step = 2 ** Math.floor(Math.log2(size)) * Number.EPSILON
  return value + step / 2 > value ? value + step / 2 : value + step
}

/** 32 rows a word, without a branch on the data: a mispredicted one would cost more than the comparison. */
function scanColumn(column: Float64Array, test: NumberTest, fail: Plane, open: Plane, count: number): void {
  const [least, below] = test.kind === 'cuts' ? rangeOf(test) : [0, 0]
  for (let word = 0, row = 0; row < count; word++) {
    const end = Math.min(row + 32, count)
    let failed = 0
    let unknown = 0
    for (let bit = 0; row < end; bit++, row++) {
      const value = column[row] as number
      const known = Number.isNaN(value) ? 0 : 1
      let passed: number
      if (test.kind === 'cuts') passed = (value >= least ? 1 : 0) & (value < below ? 1 : 0)
      else if (test.kind === 'place') passed = (test.bits >> value) & 1
      else passed = (value & test.bits) === 0 ? 0 : 1
      failed |= (known & (passed ^ 1)) << bit
      unknown |= (known ^ 1) << bit
    }
    fail[word] = failed
    open[word] = unknown
  }
}

/** dst = a | b | c | …, four sources a pass: fewer passes, fewer stores. */
function unite(dst: Plane, sources: readonly Plane[], from: number, to: number): void {
  const [a, b, c, d] = sources
  if (a === undefined) {
    dst.fill(0, from, to)
    return
  }
  const e = b ?? a
  const f = c ?? a
  const g = d ?? a
  for (let word = from; word < to; word++) {
    dst[word] = (a[word] as number) | (e[word] as number) | (f[word] as number) | (g[word] as number)
  }
  for (let next = 4; next < sources.length; next += 4) {
    const h = sources[next] as Plane
    const i = sources[next + 1] ?? h
    const j = sources[next + 2] ?? h
    const k = sources[next + 3] ?? h
    for (let word = from; word < to; word++) {
      dst[word] =
        (dst[word] as number) | (h[word] as number) | (i[word] as number) | (j[word] as number) | (k[word] as number)
    }
  }
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
