import type { Paper } from '../paper'
import { dateOf, textOf } from '../paper'
import type { Check, Given, Problem } from './check'

const digits = (text: string): boolean => /^\d+$/.test(text)

function problemOf(paper: Paper, { names }: Given): readonly Problem[] {
  const number = textOf(paper, 'number')
  if (number === undefined) return []
  const at = { paper, field: 'number', severity: 'error' as const }
  const told = names(paper)
  if (!digits(number) || (number.length !== 8 && number.length !== 20))
    return [
      {
        ...at,
        message: `${told}的号码“${number}”有${number.length}位，应该是8位或者20位数字。`,
        remedy: '请对着发票核对号码；看不清就重新拍一张，或者上传电子发票的文件。',
      },
    ]
  const code = textOf(paper, 'code')
  if (number.length === 8 && (code === undefined || !digits(code) || (code.length !== 10 && code.length !== 12)))
    return [
      {
        ...at,
        field: 'code',
        message: `${told}的号码是8位的，还要有10位或者12位的发票代码。`,
        remedy: '请对着发票左上角把发票代码填上。',
      },
    ]
  const issuedOn = dateOf(paper, 'issuedOn')
  if (number.length === 20 && issuedOn !== undefined && number.slice(0, 2) !== issuedOn.slice(2, 4))
    return [
      {
        ...at,
        severity: 'warning',
        message: `${told}的号码开头是“${number.slice(0, 2)}”，和开票年份${issuedOn.slice(0, 4)}对不上。`,
        remedy: '请对着发票核对号码和开票日期，读错了就改过来。',
      },
    ]
  return []
}

/** Digital invoices have 20 digits that begin with the year; older ones 8, and a code. */
export const invoiceNumber: Check = {
  rule: 'invoice-number',
  cite: 'papers',
  find: (given) => given.invoices.flatMap((paper) => problemOf(paper, given)),
}
