import { cancels, isRed } from '../invoice'
import { isTrue } from '../paper'
import type { Check, Problem } from './check'

/** Voided invoices, and red ones with the blue ones they take back. */
export const invoiceStands: Check = {
  rule: 'invoice-stands',
  cite: 'settled',
  find: ({ invoices, names }) =>
    invoices.flatMap((paper): readonly Problem[] => {
      if (isTrue(paper, 'voided'))
        return [
          {
            severity: 'error',
            paper,
            field: 'voided',
            message: `${names(paper)}已经作废。`,
            remedy: '作废的发票不能申请，请拿掉这张，换成重开的。',
          },
        ]
      if (!isRed(paper)) return []
      const blue = invoices.find((other) => cancels(paper, other))
      return [
        {
          severity: 'warning',
          paper,
          field: 'red',
          message:
            blue === undefined
              ? `${names(paper)}是红字发票，它冲掉的那张不在这里。`
              : `${names(paper)}是红字发票，冲掉了${names(blue)}，金额已经减掉。`,
          remedy:
            blue === undefined
              ? '请看看被冲掉的是哪一张：在这里的，把它的号码填上；不在的，请拿掉这张红字发票。'
              : '全部冲掉的，请把两张都拿掉；后来重开了的，换成重开的那张。',
          related: blue === undefined ? [] : [blue],
        },
      ]
    }),
}
