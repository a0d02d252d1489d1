import type { ReadField, ReadLine } from '@suanhui/shared/papers'
import { exactFields } from '../read-field'
import { billCandidates } from '../text/compute-bill'
import { piecesOf } from '../text/layout'
import { boxQuad, type TextPage } from '../text/line'
import { dateOf, fenOf, numberOf, plainText } from '../text/values'
import { known } from './invoice-facts'
import type { FoundTable } from './table-columns'
import { cellOf, daysOf, wholeColumn } from './usage-log'

/** Rows of a label and its value, as they would stand on a page. */
function labelsAsPage(rows: readonly (readonly string[])[]): TextPage {
  const lines = rows.flatMap((row, y) =>
    row.flatMap((label, x) => {
      const value = row[x + 1]
      const text = /[:：]/.test(label) || value === undefined ? label : `${label}:${value}`
      return text === '' ? [] : [{ text, confidence: 1, quad: boxQuad(x * 1000, y * 20, 900, 10) }]
    }),
  )
  return { width: 10_000, height: 20 * rows.length, lines }
}

/** The total below the table, in its column or beside its label. */
function printedTotal(table: FoundTable): number | undefined {
  const column = table.columns.amount
  const row = table.after.find(([label]) => /^(合计|总计|应付|total)/i.test(label ?? ''))
  if (!row) return undefined
  return (
    fenOf(column === undefined ? undefined : row[column]) ??
    row
      .slice(1)
      .map(fenOf)
      .find((fen) => fen !== undefined)
  )
}

function lineOf(table: FoundTable, row: readonly string[]): ReadLine {
  const text = (value: string | undefined) => (value ? plainText(value) : undefined)
  const day = dateOf(cellOf(table, row, 'start')) ?? dateOf(cellOf(table, row, 'day'))
  return known({
    name: plainText(cellOf(table, row, 'name') ?? ''),
    quantity: numberOf(cellOf(table, row, 'quantity')) ?? numberOf(cellOf(table, row, 'cardHours')),
    unit: text(cellOf(table, row, 'unit')),
    amountFen: fenOf(cellOf(table, row, 'amount')),
    from: day,
    to: dateOf(cellOf(table, row, 'end')) ?? day,
  })
}

/** Total: printed and added up alike, it is exact; one of both alone, a person has to look. */
function totalFields(table: FoundTable, labelled: number | undefined): Readonly<Record<string, ReadField>> {
  const sums = wholeColumn(table.rows.map((row) => fenOf(cellOf(table, row, 'amount'))))
  const added = sums?.reduce((total, fen) => total + fen, 0)
  const printed = labelled ?? printedTotal(table)
  return exactFields({ totalFen: printed ?? added }, 'table', printed === added ? 'verified' : 'suggested')
}

export interface BillTable {
  readonly fields: Readonly<Record<string, ReadField>>
  readonly lines: readonly ReadLine[]
}

/** What a bill in a table says. */
export function billTable(table: FoundTable): BillTable {
  const { candidates } = billCandidates(piecesOf(labelsAsPage([...table.before, ...table.after]), 0))
  const named = (name: string) => candidates[name]?.value
  const { from, to } = daysOf(table)
  const total = named('totalFen')
  return {
    fields: {
      ...exactFields({ startsOn: from, endsOn: to }, 'table', 'suggested'),
      ...exactFields(
        {
          number: named('number'),
          providerName: named('providerName'),
          customerName: named('customerName'),
          startsOn: named('startsOn'),
          endsOn: named('endsOn'),
        },
        'table',
      ),
      ...totalFields(table, typeof total === 'number' ? total : undefined),
    },
    lines: table.rows.map((row) => lineOf(table, row)),
  }
}
