import { formatFen } from '../../money'
import { settlementOf } from '../settlement'
import type { Check, Problem } from './check'

/** Settled is what was invoiced and paid: without a slip nothing of an invoice is settled. */
export const paymentsCover: Check = {
  rule: 'payments-cover',
  cite: 'settled',
  find: (given) =>
    settlementOf(given).settled.flatMap(({ invoice, netFen, paidFen }): readonly Problem[] => {
      if (paidFen >= netFen) return []
      const told = given.names(invoice)
      const at = { paper: invoice, field: 'totalFen', related: given.payments }
      return paidFen === 0
        ? [
            {
              ...at,
              severity: 'error',
              message: `${told}没有对应的付款凭证，还差${formatFen(netFen)}。`,
              remedy: '请把付给卖方的银行回单拍进来；还没有付款的，这次先拿掉这张发票。',
            },
          ]
        : [
            {
              ...at,
              severity: 'warning',
              message: `${told}是${formatFen(netFen)}，付款凭证只够${formatFen(paidFen)}，只算付了的。`,
              remedy: '后来又付过的，请把银行回单也拍进来；确实只付了这些的，可以就这样交。',
            },
          ]
    }),
}
