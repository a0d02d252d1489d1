import type { Paper } from '../paper'
import { closest, partyOf, payeeOn, payerOn, sellerOn } from '../parties'
import { sameParty } from '../same-party'
import type { Check, Given, Problem } from './check'

function payer(paper: Paper, { context, names }: Given): readonly Problem[] {
  const on = payerOn(paper)
  const sameness = sameParty(on, context.company)
  if (sameness === 'same' || sameness === 'unknown') return []
  const near = sameness === 'near'
  return [
    {
      severity: near ? 'warning' : 'error',
      paper,
      field: 'payerName',
      message: `${names(paper)}的付款人是“${on.name}”，${near ? '和贵公司名称差一点' : '不是贵公司'}。`,
      remedy: near
        ? '请对着纸核对付款人，读错了就改过来。'
        : '要用贵公司的账户付给卖方的凭证。请核对；别人代付的，不算贵公司的结算，请拿掉这张。',
    },
  ]
}

function payee(paper: Paper, { invoices, contracts, names }: Given): readonly Problem[] {
  const on = payeeOn(paper)
  const sellers = [...invoices, ...contracts].flatMap((other) => partyOf(sellerOn(other)) ?? [])
  if (on.name === undefined || sellers.length === 0) return []
  const { sameness } = closest(on, sellers)
  if (sameness === 'same') return []
  const near = sameness === 'near'
  return [
    {
      severity: near ? 'warning' : 'error',
      paper,
      field: 'payeeName',
      message: `${names(paper)}的收款人是“${on.name}”，${near ? '和卖方名称差一点' : '不是发票和合同上的卖方'}。`,
      remedy: near
        ? '请对着纸核对收款人，读错了就改过来。'
        : '请核对；这笔钱确实付给了别人的，请拿掉这张，换成付给卖方的凭证。',
    },
  ]
}

export const paymentParties: Check = {
  rule: 'payment-parties',
  cite: 'settled',
  find: (given) => given.payments.flatMap((paper) => [...payer(paper, given), ...payee(paper, given)]),
}
