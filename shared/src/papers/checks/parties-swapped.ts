import type { Paper } from '../paper'
import { alike, buyerOn, sellerOn } from '../parties'
import { sameParty } from '../same-party'
import type { Check, Given } from './check'

/** The company stands where the seller belongs, and somebody else where the company belongs. */
export function isSwapped(paper: Paper, { context: { company } }: Given): boolean {
  return sameParty(sellerOn(paper), company) === 'same' && !alike(sameParty(buyerOn(paper), company))
}

export const partiesSwapped: Check = {
  rule: 'parties-swapped',
  cite: 'buyer',
  find: (given) =>
    [...given.invoices, ...given.contracts]
      .filter((paper) => isSwapped(paper, given))
      .map((paper) => ({
        severity: 'error' as const,
        paper,
        field: 'buyerName',
        message: `${given.names(paper)}上，贵公司是卖方，不是买方。`,
        remedy: '请看一眼买方和卖方是不是读反了，反了就改过来；贵公司真是卖方的，请拿掉这一份，它不能申请补贴。',
      })),
}
