import { textOf } from '../paper'
import { alike } from '../parties'
import { sameParty } from '../same-party'
import type { Check } from './check'

/** What the person says of it; and a bill made out to somebody else, who seems to use what the company bought. */
export const resold: Check = {
  rule: 'resold',
  cite: 'resold',
  find: ({ papers, bills, names, context }) => {
    const [first] = papers
    const told =
      context.resold === true && first !== undefined
        ? [
            {
              severity: 'error' as const,
              paper: first,
              message: '您填了“把买来的算力转租或者转卖给别人”，转租转卖的不能申请。',
              remedy: '填错了的，请改过来；只转卖了一部分的，请先向主管部门问清楚。',
            },
          ]
        : []
    const others = bills.flatMap((paper) => {
      const customer = textOf(paper, 'customerName')
      if (customer === undefined || alike(sameParty({ name: customer }, context.company))) return []
      return [
        {
          severity: 'warning' as const,
          paper,
          field: 'customerName',
          message: `${names(paper)}上的用户是“${customer}”，不是贵公司。`,
          remedy: '请核对；把算力转租或者转卖给了别人的，不能申请。是贵公司自己的账户，请准备好说明。',
        },
      ]
    })
    return [...told, ...others]
  },
}
