import { alike, closest, sellerOn } from '../parties'
import { sameParty } from '../same-party'
import type { Check } from './check'

/** Investment, superior and subordinate, built together: known from the company's data, or told by the person. */
export const relatedParty: Check = {
  rule: 'related-party',
  cite: 'related',
  find: ({ contracts, invoices, names, context }) => {
    const { related = [] } = context.company
    const papers = contracts.length > 0 ? contracts : invoices
    return papers.flatMap((paper) => {
      const seller = sellerOn(paper)
      if (seller.name === undefined) return []
      const { sameness, party } = closest(seller, related)
      // Bought from oneself: the parties are read the wrong way round, and another check tells it.
      if (sameParty(seller, context.company) === 'same') return []
      if (!alike(sameness) && context.relatedParty !== true) return []
      const near = sameness === 'near' && context.relatedParty !== true
      const who = party === undefined || !alike(sameness) ? '' : `（“${party.name}”）`
      return [
        {
          severity: near ? ('warning' as const) : ('error' as const),
          paper,
          field: 'sellerName',
          message: `${names(paper)}的卖方“${seller.name}”${near ? '可能是' : '是'}贵公司的关联单位${who}。`,
          remedy: near
            ? '请核对：是同一家的，这笔费用不能申请，请拿掉。'
            : '和卖方有投资、隶属、共建这些关系的，不能申请，请拿掉这家的合同和发票；关系填错了的，请改公司资料。',
        },
      ]
    })
  },
}
