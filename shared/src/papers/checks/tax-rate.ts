import type { IsoDate } from '../../date'
import type { Paper, PaperLine } from '../paper'
import { dateOf } from '../paper'
import type { Check } from './check'

/** Rates of value-added tax by the day they began to apply (财政部 税务总局 海关总署公告2019年第39号; 3% and 1% for small ones). */
const RATES: readonly { readonly from: IsoDate; readonly percent: readonly number[] }[] = [
  { from: '2019-04-01', percent: [13, 9, 6, 5, 3, 1.5, 1, 0] },
  { from: '2018-05-01', percent: [16, 10, 6, 5, 3, 1.5, 0] },
]
/** A line is rounded to the fen, and one tax may be put together from several. */
const ROUNDING_FEN = 6

const percentOf = (rate: string): number | undefined =>
  rate.endsWith('%') && Number.isFinite(Number(rate.slice(0, -1))) ? Number(rate.slice(0, -1)) : undefined

function isOdd(line: PaperLine, issuedOn: IsoDate): boolean {
  const rates = RATES.find(({ from }) => from <= issuedOn)?.percent
  // 免税, 不征税, *** stand for no rate.
  const percent = line.taxRate === undefined ? undefined : percentOf(line.taxRate.normalize('NFKC').trim())
  if (rates === undefined || percent === undefined) return false
  if (!rates.includes(percent)) return true
  if (line.amountFen === undefined || line.taxFen === undefined) return false
  return Math.abs(Math.round((line.amountFen * percent) / 100) - line.taxFen) > ROUNDING_FEN
}

const oddLines = (paper: Paper): readonly PaperLine[] => {
  const issuedOn = dateOf(paper, 'issuedOn')
  return issuedOn === undefined ? [] : paper.lines.filter((line) => isOdd(line, issuedOn))
}

export const taxRate: Check = {
  rule: 'tax-rate',
  cite: 'papers',
  find: ({ invoices, names }) =>
    invoices.flatMap((paper) => {
      const [line] = oddLines(paper)
      return line === undefined
        ? []
        : [
            {
              severity: 'warning' as const,
              paper,
              field: 'taxFen',
              message: `${names(paper)}里“${line.name}”的税率${line.taxRate}和税额对不上，或者没有这个税率。`,
              remedy: '请对着发票核对税率和税额；发票上就是这样的（比如差额征税），可以继续交。',
            },
          ]
    }),
}
