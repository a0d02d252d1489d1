import { formatDate } from '../../date'
import { dateOf, type Paper } from '../paper'
import { contractsOf } from '../service-period'
import type { Check, Given, Problem } from './check'

function reversed(paper: Paper, { names }: Given): readonly Problem[] {
  const [from, to] = [dateOf(paper, 'startsOn'), dateOf(paper, 'endsOn')]
  if (from === undefined || to === undefined || from <= to) return []
  return [
    {
      severity: 'error',
      paper,
      field: 'endsOn',
      message: `${names(paper)}的结束日期${formatDate(to)}，比开始日期${formatDate(from)}还早。`,
      remedy: '请对着纸核对这两个日期，读错了就改过来。',
    },
  ]
}

function beforeSigning(paper: Paper, given: Given): readonly Problem[] {
  const issuedOn = dateOf(paper, 'issuedOn')
  const contracts = contractsOf(paper, given.contracts)
  const signed = contracts.map((contract) => dateOf(contract, 'signedOn'))
  if (issuedOn === undefined || signed.length === 0) return []
  if (signed.some((day) => day === undefined || day <= issuedOn)) return []
  return [
    {
      severity: 'warning',
      paper,
      field: 'issuedOn',
      message: `${given.names(paper)}是${formatDate(issuedOn)}开的，那时合同还没有签。`,
      remedy: '请核对开票日期和合同签订日期；合同是后来补签的，请准备好说明。',
      related: contracts,
    },
  ]
}

export const datesInOrder: Check = {
  rule: 'dates-in-order',
  cite: 'papers',
  find: (given) => [
    ...given.papers.flatMap((paper) => reversed(paper, given)),
    ...given.invoices.flatMap((paper) => beforeSigning(paper, given)),
  ],
}
