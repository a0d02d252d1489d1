import { formatDate } from '../../date'
import { partsOf } from '../invoice-split'
import type { Paper } from '../paper'
import type { Check, Given, Problem } from './check'

function problemOf(paper: Paper, given: Given): readonly Problem[] {
  const { window } = given.context.rules
  const parts = partsOf(paper, given).flatMap(({ days, served, excluded }) =>
    days && served && excluded === undefined ? [{ days, by: served.by }] : [],
  )
  const clear = parts.every(({ days }) => days.inside === days.all)
  if (window === undefined || clear) return []
  const period = `${formatDate(window.from)}到${formatDate(window.to)}`
  const at = { paper, field: 'issuedOn' }
  if (parts.some(({ days }) => days.inside > 0))
    return [
      {
        ...at,
        severity: 'warning',
        message: `${given.names(paper)}的服务，有一部分不在补贴期（${period}）里。`,
        remedy: '只算补贴期里的天数，别的不算。有每月账单的，请把账单也拍进来，就按账单算。',
      },
    ]
  return parts.every(({ by }) => by === 'issue date')
    ? [
        {
          ...at,
          severity: 'error',
          message: `${given.names(paper)}的开票日期不在补贴期（${period}）里，也没有写服务日期。`,
          remedy: '服务是在补贴期里的，请把写有服务日期的合同或者账单拍进来；不是的，请拿掉这张发票。',
        },
      ]
    : [
        {
          ...at,
          severity: 'error',
          message: `${given.names(paper)}的服务不在补贴期（${period}）里。`,
          remedy: '请核对服务日期；确实不在补贴期里的，请拿掉这张发票。',
        },
      ]
}

export const withinWindow: Check = {
  rule: 'within-window',
  cite: 'window',
  find: (given) => given.invoices.flatMap((paper) => problemOf(paper, given)),
}
