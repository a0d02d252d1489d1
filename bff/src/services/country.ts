import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { FactValues } from '@suanhui/shared/facts'
import { type Catalogue, type Numbering, numberingOf } from '@suanhui/shared/rules'
import { threadEntry } from '../thread-entry'

/** How many companies qualify for a measure, and of how many it is still open. */
export interface MeasureCount {
  readonly measureId: string
  readonly eligible: number
  readonly undetermined: number
}

/** What a thread is given: the rules, all columns, and the rows that are its own. */
export interface Range {
  readonly catalogue: Catalogue
  readonly columns: readonly Float64Array[]
  readonly from: number
  readonly to: number
}

/** Facts of many companies as columns that threads share: one number a fact and company, NaN where unknown. */
export class SharedColumns {
  private readonly numbering: Numbering
  private room = 1024
  private held: readonly Float64Array[]
  count = 0

  constructor(readonly catalogue: Catalogue) {
    this.numbering = numberingOf(catalogue.facts)
    this.held = this.numbering.ids.map(() => this.column())
  }

  /** Adds one company. Facts are checked and told exactly; an interval has no place in a column and stays unknown. */
  add(facts: FactValues): void {
    if (this.count === this.room) this.grow()
    const { ids, convert } = this.numbering
    for (let place = 0; place < this.held.length; place++) {
      const value = facts[ids[place] as string]
      const exact = typeof value !== 'object' || Array.isArray(value)
      const known = value !== undefined && value !== null && exact
      const column = this.held[place] as Float64Array
      column[this.count] = known ? (convert[place]?.(value as never) ?? Number.NaN) : Number.NaN
    }
    this.count++
  }

  /** One column a fact, in the numbering's order, as long as there are companies. */
  get columns(): readonly Float64Array[] {
    return this.held.map((column) => column.subarray(0, this.count))
  }

  private column(): Float64Array {
    return new Float64Array(new SharedArrayBuffer(this.room * Float64Array.BYTES_PER_ELEMENT))
  }

  private grow(): void {
    this.room *= 2
    this.held = this.held.map((column) => {
      const larger = this.column()
      larger.set(column)
      return larger
    })
  }
}

/** Rows a thread begins and ends at lie between words of a plane, so that no two threads share one. */
const WORD = 32

function ranges(count: number, threads: number): readonly (readonly [number, number])[] {
  const step = Math.ceil(count / threads / WORD) * WORD
  return Array.from(
    { length: threads },
    (_, index) => [index * step, Math.min(count, (index + 1) * step)] as const,
  ).filter(([from, to]) => from < to)
}

function countRange(range: Range): Promise<readonly MeasureCount[]> {
  const fromSource = import.meta.url.endsWith('.ts')
  const file = new URL(fromSource ? './country-worker.ts' : './country-worker.js', import.meta.url)
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadEntry(file), { workerData: range })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** Counts, for every measure of the catalogue, who qualifies: all companies, split over threads by ranges of rows. */
export async function countCountry(
  { catalogue, columns, count }: SharedColumns,
  threads = availableParallelism(),
): Promise<readonly MeasureCount[]> {
  const parts = await Promise.all(
    ranges(count, threads).map(([from, to]) => countRange({ catalogue, columns, from, to })),
  )
  const [first = [], ...others] = parts
  return first.map((one, index) => ({
    measureId: one.measureId,
    eligible: others.reduce((sum, part) => sum + (part[index]?.eligible ?? 0), one.eligible),
    undetermined: others.reduce((sum, part) => sum + (part[index]?.undetermined ?? 0), one.undetermined),
  }))
}
