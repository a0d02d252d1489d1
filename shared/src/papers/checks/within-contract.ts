import { formatFen } from '../../money'
import { duplicatesOf } from '../duplicates'
import { invoicedFen } from '../invoice'
import { isTrue, numberOf, type Paper } from '../paper'
import { contractsOf } from '../service-period'
import type { Check, Given, Problem } from './check'

/** Invoices that share the same contracts are held against them together. */
function together(given: Given): readonly { readonly contracts: readonly Paper[]; readonly invoices: Paper[] }[] {
  const repeats = duplicatesOf(given.papers)
  const known = given.contracts.filter((contract) => !repeats.has(contract.id))
  const groups = new Map<string, { contracts: readonly Paper[]; invoices: Paper[] }>()
  for (const invoice of given.invoices) {
    if (repeats.has(invoice.id) || isTrue(invoice, 'voided')) continue
    const contracts = contractsOf(invoice, known)
    const key = contracts.map(({ id }) => id).join(' ')
    const group = groups.get(key) ?? { contracts, invoices: [] }
    group.invoices.push(invoice)
    groups.set(key, group)
  }
  return [...groups.values()]
}

export const withinContract: Check = {
  rule: 'within-contract',
  cite: 'settled',
  find: (given) =>
    together(given).flatMap(({ contracts, invoices }): readonly Problem[] => {
      const totals = contracts.map((contract) => numberOf(contract, 'totalFen'))
      const [first] = contracts
      // A framework contract names no sum: nothing can be above it.
      if (first === undefined || totals.includes(undefined)) return []
      const agreed = totals.reduce<number>((sum, fen) => sum + (fen ?? 0), 0)
      const invoiced = invoices.reduce((sum, invoice) => sum + invoicedFen(invoice), 0)
      if (invoiced <= agreed) return []
      return [
        {
          severity: 'error',
          paper: first,
          field: 'totalFen',
          message: `发票一共${formatFen(invoiced)}，比${given.names(first)}${contracts.length > 1 ? `等${contracts.length}份合同` : ''}的${formatFen(agreed)}多出${formatFen(invoiced - agreed)}。`,
          remedy: '请核对合同金额和发票金额；后来签过补充协议的，请把补充协议也拍进来；都不是的，请拿掉多出来的发票。',
          related: invoices,
        },
      ]
    }),
}
