import type { Paper } from '../paper'
import { buyerOn } from '../parties'
import { type Difference, differenceFrom, sameParty, type Written } from '../same-party'
import type { Check, Given, Problem } from './check'
import { isSwapped } from './parties-swapped'

const WHOLE =
  '请对着纸核对名称和税号：读错了就改过来；公司改过名的，把旧名字加到公司资料里；纸上就写错了的，请让对方重开。'
const REMEDY: Readonly<Record<Difference, string>> = {
  code: '请对着纸核对税号：读错了就改过来；再看看公司资料里的税号对不对；纸上就写错了的，请让对方重开。',
  name: WHOLE,
  spelling: WHOLE,
}

/** What is otherwise than it has to be, and what is right beside it. */
function nearWords(difference: Difference, { name, code }: Written, company: Given['context']['company']): string {
  const written = name === undefined ? '' : `是“${name}”，`
  if (difference === 'spelling') return `${written}和贵公司“${company.name}”差一点。`
  if (difference === 'name') return `${written}税号是贵公司的，名称却和“${company.name}”不一样。`
  const right = name === undefined ? '' : '名称对得上，'
  return `${right}税号“${code}”却和贵公司的“${company.creditCode}”不一样。`
}

function problemOf(paper: Paper, { context, names }: Given): readonly Problem[] {
  const buyer = buyerOn(paper)
  const sameness = sameParty(buyer, context.company)
  if (sameness === 'same' || sameness === 'unknown') return []
  if (sameness === 'near') {
    const difference = differenceFrom(buyer, context.company)
    return [
      {
        paper,
        field: difference === 'code' ? 'buyerCode' : 'buyerName',
        severity: 'warning',
        message: `${names(paper)}的买方${nearWords(difference, buyer, context.company)}`,
        remedy: REMEDY[difference],
      },
    ]
  }
  const written = buyer.name === undefined ? '' : `是“${buyer.name}”，`
  const remedy =
    paper.kind === 'invoice'
      ? '只有开给贵公司的发票才能申请。请核对；确实开给别人的，请拿掉这张。'
      : '只有贵公司自己签的合同才能申请。请核对；确实是别人签的，请拿掉这份。'
  return [
    {
      paper,
      field: 'buyerName',
      severity: 'error',
      message: `${names(paper)}的买方${written}不是贵公司。`,
      remedy,
    },
  ]
}

export const buyerIsCompany: Check = {
  rule: 'buyer-is-company',
  cite: 'buyer',
  find: (given) =>
    [...given.invoices, ...given.contracts]
      .filter((paper) => !isSwapped(paper, given))
      .flatMap((paper) => problemOf(paper, given)),
}
