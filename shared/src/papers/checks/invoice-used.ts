import { invoiceKey } from '../invoice'
import type { Check } from './check'

/** Whose claim holds it is nobody's business: both cases read the same but for where the person can look. */
export const invoiceUsed: Check = {
  rule: 'invoice-used',
  cite: 'once',
  find: ({ invoices, names, context: { usedInvoices = {}, claimedElsewhere = [] } }) =>
    invoices.flatMap((paper) => {
      const key = invoiceKey(paper)
      if (key === undefined || !Object.hasOwn(usedInvoices, key)) return []
      // Told by another check, which knows where.
      if (claimedElsewhere.some(({ invoiceKeys }) => invoiceKeys.includes(key))) return []
      const ours = usedInvoices[key] === 'this company'
      return [
        {
          severity: 'error' as const,
          paper,
          field: 'number',
          message: `${names(paper)}已经用来申请过补贴${ours ? '，在贵公司的另一份申请里' : ''}。`,
          remedy: ours
            ? '一张发票只能申请一次，请从这份或者那份申请里拿掉。'
            : '一张发票只能申请一次。请核对发票号码；没有读错的，请拿掉这张，有疑问请联系客服。',
        },
      ]
    }),
}
