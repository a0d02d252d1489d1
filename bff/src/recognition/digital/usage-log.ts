import type { ReadField } from '@suanhui/shared/papers'
import { exactFields } from '../read-field'
import { dateOf, numberOf, plainText } from '../text/values'
import type { Column, FoundTable } from './table-columns'

const cell = (table: FoundTable, row: readonly string[], column: Column): string | undefined => {
  const at = table.columns[column]
  return at === undefined ? undefined : row[at]
}

const wholeColumn = <T>(values: readonly (T | undefined)[]): readonly T[] | undefined => {
  const known = values.filter((value) => value !== undefined)
  return known.length === values.length ? known : undefined
}

const least = (values: readonly string[]): string | undefined => [...values].sort()[0]
const most = (values: readonly string[]): string | undefined => [...values].sort().at(-1)

/** Sums of decimals as people write them, not as floats add them up. */
const sum = (values: readonly number[]): number => Number(values.reduce((total, one) => total + one, 0).toFixed(6))

/** Card hours as they are written; else cards times hours, which a person has to look at. None where a row has none. */
function cardHours(table: FoundTable): Readonly<Record<string, ReadField>> {
  const { rows } = table
  const written = wholeColumn(rows.map((row) => numberOf(cell(table, row, 'cardHours'))))
  if (written) return exactFields({ cardHours: sum(written) }, 'table')
  const counted = wholeColumn(
    rows.map((row) => {
      const [cards, hours] = [numberOf(cell(table, row, 'cards')), numberOf(cell(table, row, 'hours'))]
      return cards === undefined || hours === undefined ? undefined : cards * hours
    }),
  )
  return exactFields({ cardHours: counted && sum(counted) }, 'table', 'suggested')
}

/** The days of all rows; a row without a readable one leaves them to a person. */
function days(table: FoundTable): { readonly from?: string; readonly to?: string; readonly whole: boolean } {
  const read = table.rows.map((row) => {
    const start = dateOf(cell(table, row, 'start')) ?? dateOf(cell(table, row, 'day'))
    return { start, end: dateOf(cell(table, row, 'end')) ?? start }
  })
  const starts = read.flatMap(({ start }) => start ?? [])
  const ends = read.flatMap(({ end }) => end ?? [])
  const [from, to] = [least(starts), most(ends)]
  return { ...(from && { from }), ...(to && { to }), whole: starts.length === read.length }
}

/** What a log of use says in all. */
export function usageLogFields(table: FoundTable): Readonly<Record<string, ReadField>> {
  const { from, to, whole } = days(table)
  const chips = new Set(
    table.rows.map((row) => plainText(cell(table, row, 'chip') ?? '')).filter((chip) => chip !== ''),
  )
  return {
    ...exactFields({ startsOn: from, endsOn: to }, 'table', whole ? 'verified' : 'suggested'),
    ...cardHours(table),
    ...exactFields({ records: table.rows.length }, 'table'),
    ...exactFields({ chip: chips.size === 1 ? [...chips][0] : undefined }, 'table'),
  }
}

/** First and last day of the rows of a bill. */
export const daysOf = days
export { cell as cellOf, wholeColumn }
