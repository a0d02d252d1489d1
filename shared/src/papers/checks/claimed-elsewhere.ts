import { invoiceKey } from '../invoice'
import { textOf } from '../paper'
import { nameKey } from '../same-party'
import type { Check } from './check'

/** One purchase is paid for once, whichever province was first. */
export const claimedElsewhere: Check = {
  rule: 'claimed-elsewhere',
  cite: 'once',
  find: ({ invoices, contracts, names, context: { claimedElsewhere = [] } }) =>
    [...contracts, ...invoices].flatMap((paper) => {
      const number = textOf(paper, 'number')
      const key = paper.kind === 'invoice' ? invoiceKey(paper) : undefined
      const claim = claimedElsewhere.find(({ contractNumbers, invoiceKeys }) =>
        paper.kind === 'contract'
          ? number !== undefined && contractNumbers.some((other) => nameKey(other) === nameKey(number))
          : key !== undefined && invoiceKeys.includes(key),
      )
      if (claim === undefined) return []
      return [
        {
          severity: 'error' as const,
          paper,
          field: 'number',
          message: `${names(paper)}已经在${claim.province}申请过补贴。`,
          remedy: '同一笔费用只能在一个省申请，请从这里或者那里拿掉。',
        },
      ]
    }),
}
