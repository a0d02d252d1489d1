import { formatFen } from '../../money'
import { numberOf } from '../paper'
import type { Check } from './check'

/** Sums are rounded to the fen when invoices are made out. */
const ROUNDING_FEN = 1

/** 金额 + 税额 = 价税合计. An invoice without tax has no second term. */
export const invoiceSums: Check = {
  rule: 'invoice-sums',
  cite: 'papers',
  find: ({ invoices, names }) =>
    invoices.flatMap((paper) => {
      const amount = numberOf(paper, 'amountFen')
      const total = numberOf(paper, 'totalFen')
      if (amount === undefined || total === undefined) return []
      const tax = numberOf(paper, 'taxFen') ?? (amount === total ? 0 : undefined)
      if (tax === undefined || Math.abs(amount + tax - total) <= ROUNDING_FEN) return []
      const sum = [amount, tax].map((fen) => formatFen(Math.abs(fen))).join('加税额')
      return [
        {
          severity: 'error' as const,
          paper,
          field: 'totalFen',
          message: `${names(paper)}的金额${sum}，不等于价税合计${formatFen(Math.abs(total))}。`,
          remedy: '请对着发票核对这三个数，读错了就改过来。',
        },
      ]
    }),
}
