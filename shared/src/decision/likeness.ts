import { type Coded, type Compiled, conjuncts, factsOf, type Measure } from '../rules'

/**
 * What open decisions of one measure have alike. While none of its criteria fails, what is still missing follows from
 * which facts are unknown; with alternatives also from what is said of the others, and of that their classes tell all.
 */
export interface Likeness {
  /** Places in a row of the facts that the criteria read. */
  readonly columns: readonly number[]
  /** The digits that alternatives read, and of each how many classes there are. */
  readonly digits: readonly number[]
  readonly sizes: readonly number[]
}

/** Above this a key would no longer be exact. */
const MOST_KEYS = Number.MAX_SAFE_INTEGER

/** Nothing where a warning may read more, a fact is not in the table, or there are too many to number. */
export function likenessOf(masks: Compiled, { criteria, warnings }: Measure): Likeness | undefined {
  if (warnings !== undefined) return undefined
  const { placeOf } = masks.numbering
  const facts = [...new Set(criteria.flatMap(factsOf))]
  const columns = facts.flatMap((fact) => placeOf.get(fact) ?? [])
  const alternatives = criteria.flatMap(conjuncts).filter((part) => !('fact' in part))
  const read = new Set(alternatives.flatMap(factsOf))
  const digits = masks.digits.flatMap(({ fact }, index) => (read.has(fact) ? [index] : []))
  const sizes = digits.map((digit) => masks.digits[digit]?.size ?? 1)
  const keys = sizes.reduce((product, size) => product * size, 2 ** columns.length)
  return columns.length === facts.length && keys <= MOST_KEYS ? { columns, digits, sizes } : undefined
}

/** The number of what a company has alike with others. */
export function keyOf({ columns, digits, sizes }: Likeness, { row, classes }: Coded): number {
  let key = 0
  for (let index = 0; index < columns.length; index++) {
    key = key * 2 + (Number.isNaN(row[columns[index] as number]) ? 1 : 0)
  }
  for (let index = 0; index < digits.length; index++) {
    key = key * (sizes[index] as number) + (classes[digits[index] as number] as number)
  }
  return key
}
