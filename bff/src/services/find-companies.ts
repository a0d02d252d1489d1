import type { FactValues } from '@suanhui/shared/facts'
import {
  type Catalogue,
  factsOf,
  factsOfSum,
  type Measure,
  type Numbering,
  numberingOf,
  PlaneIndex,
  rowsOf,
} from '@suanhui/shared/rules'

export interface KnownCompany {
  readonly companyId: string
  readonly facts: FactValues
}

export interface Found {
  readonly companies: number
  /** Who qualifies, as far as anyone knows. */
  readonly eligible: readonly string[]
  /** Of whom something is still unknown that decides it. */
  readonly undetermined: number
}

/** Columns of numbers that grow as companies come in: only those that the measure reads, for a million take 8 MB each. */
class Columns {
  private room = 1024
  private readonly held = new Map<number, Float64Array>()
  count = 0

  constructor(
    private readonly numbering: Numbering,
    places: readonly number[],
  ) {
    for (const place of places) this.held.set(place, new Float64Array(this.room))
  }

  add(facts: FactValues): void {
    if (this.count === this.room) this.grow()
    for (const [place, column] of this.held) {
      const value = facts[this.numbering.ids[place] as string]
      const convert = this.numbering.convert[place]
      const known = value !== undefined && value !== null
      column[this.count] = known && convert ? convert(value as never) : Number.NaN
    }
    this.count++
  }

  /** One column a fact of the table, empty where the measure does not read it. */
  all(): readonly Float64Array[] {
    return this.numbering.ids.map((_, place) => this.held.get(place)?.slice(0, this.count) ?? new Float64Array(0))
  }

  private grow(): void {
    this.room *= 2
    for (const [place, column] of this.held) {
      const larger = new Float64Array(this.room)
      larger.set(column)
      this.held.set(place, larger)
    }
  }
}

const factsRead = ({ criteria, amount }: Measure): readonly string[] => [
  ...new Set([...criteria.flatMap(factsOf), ...('sum' in amount ? factsOfSum(amount.sum) : [])]),
]

/** Which of the companies qualify for a measure, over all of them at once. */
export async function findCompanies(
  catalogue: Catalogue,
  measure: Measure,
  companies: AsyncIterable<KnownCompany> | Iterable<KnownCompany>,
): Promise<Found> {
  const numbering = numberingOf(catalogue.facts)
  const columns = new Columns(
    numbering,
    factsRead(measure).flatMap((fact) => numbering.placeOf.get(fact) ?? []),
  )
  const ids: string[] = []
  for await (const { companyId, facts } of companies) {
    ids.push(companyId)
    columns.add(facts)
  }
  const index = new PlaneIndex(catalogue.facts, numbering, columns.all(), ids.length)
  const [planes] = index.decide([measure])
  if (planes === undefined) return { companies: 0, eligible: [], undetermined: 0 }
  const failed = new Set(rowsOf(planes.fail, ids.length))
  const open = new Set(rowsOf(planes.open, ids.length))
  const eligible = ids.filter((_, row) => !failed.has(row) && !open.has(row))
  return { companies: ids.length, eligible, undetermined: open.size }
}
