import type { Paper } from '../paper'
import { buyerOn } from '../parties'
import { sameParty } from '../same-party'
import type { Check, Given, Problem } from './check'
import { isSwapped } from './parties-swapped'

function problemOf(paper: Paper, { context, names }: Given): readonly Problem[] {
  const buyer = buyerOn(paper)
  const sameness = sameParty(buyer, context.company)
  if (sameness === 'same' || sameness === 'unknown') return []
  const at = { paper, field: 'buyerName' }
  const written = buyer.name === undefined ? '' : `是“${buyer.name}”，`
  if (sameness === 'near')
    return [
      {
        ...at,
        severity: 'warning',
        message: `${names(paper)}的买方${written}和贵公司“${context.company.name}”差一点。`,
        remedy:
          '请对着纸核对名称和税号：读错了就改过来；公司改过名的，把旧名字加到公司资料里；纸上就写错了的，请让对方重开。',
      },
    ]
  const remedy =
    paper.kind === 'invoice'
      ? '只有开给贵公司的发票才能申请。请核对；确实开给别人的，请拿掉这张。'
      : '只有贵公司自己签的合同才能申请。请核对；确实是别人签的，请拿掉这份。'
  return [{ ...at, severity: 'error', message: `${names(paper)}的买方${written}不是贵公司。`, remedy }]
}

export const buyerIsCompany: Check = {
  rule: 'buyer-is-company',
  cite: 'buyer',
  find: (given) =>
    [...given.invoices, ...given.contracts]
      .filter((paper) => !isSwapped(paper, given))
      .flatMap((paper) => problemOf(paper, given)),
}
