import type { FormColumn } from './form'
import { type CellValue, type FormRow, type FormValue, rowsOf } from './form-values'
import { valueText } from './value-text'

/** What is known of rows that a person filled in otherwise. */
export interface RowOffers {
  /** By row of the person's own: what is known of it; empty where it is the person's alone. */
  readonly known: readonly FormRow[]
  /** By row of the person's own: cells that are known to be something else, or are still empty. */
  readonly cells: readonly Readonly<Record<string, CellValue>>[]
  /** Rows that the person has not: a contract that came later. */
  readonly more: readonly FormRow[]
}

/** Cells that tell one row from another: those of other types are often the same in all rows. */
const TELLING: ReadonlySet<FormColumn['type']> = new Set(['text', 'fen', 'credit code', 'date'])

const blank = (row: FormRow): boolean => Object.values(row).every((cell) => cell === '')

/** How surely two rows are about the same thing: its number or name counts before all the rest. */
function likeness(columns: readonly FormColumn[], a: FormRow, b: FormRow): number {
  const same = columns.filter(({ id, type }) => TELLING.has(type) && a[id] !== undefined && a[id] === b[id])
  const first = same.some(({ id }) => id === columns[0]?.id)
  return same.length + (first ? columns.length : 0)
}

interface Pair {
  readonly own: number
  readonly known: number
  readonly likeness: number
}

/** Each row goes with one at most, the most alike first; what was left empty takes what nobody has. */
function pairsOf(columns: readonly FormColumn[], own: readonly FormRow[], known: readonly FormRow[]): readonly Pair[] {
  const all = own.flatMap((mine, at) =>
    known.map((theirs, index) => ({
      own: at,
      known: index,
      likeness: blank(mine) ? 0.1 : likeness(columns, mine, theirs),
    })),
  )
  const taken: Pair[] = []
  for (const pair of all.filter((one) => one.likeness > 0).sort((a, b) => b.likeness - a.likeness)) {
    if (!taken.some((one) => one.own === pair.own || one.known === pair.known)) taken.push(pair)
  }
  return taken
}

/** What to offer, cell by cell. */
export function rowOffers(columns: readonly FormColumn[], value: FormValue | undefined, known: FormValue): RowOffers {
  const [own, found] = [rowsOf(value), rowsOf(known)]
  const pairs = pairsOf(columns, own, found)
  const matched = own.map((_, at): FormRow => found[pairs.find((pair) => pair.own === at)?.known ?? -1] ?? {})
  const cells = own.map((row, at) =>
    Object.fromEntries(Object.entries(matched[at] ?? {}).filter(([id, cell]) => row[id] !== cell)),
  )
  return { known: matched, cells, more: found.filter((_, index) => !pairs.some((pair) => pair.known === index)) }
}

/** A row in words; cells without anything in them are left out. */
export const rowText = (columns: readonly FormColumn[], row: FormRow): string =>
  columns
    .map((column) => valueText(column, row[column.id]))
    .filter((text) => text !== '')
    .join('，')
