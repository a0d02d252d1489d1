import type { Given } from './checks/check'
import type { CheckContext } from './context'
import { namesOf } from './naming'
import type { Paper } from './paper'

/** The papers sorted by kind and named, once for all that looks at them. */
export function givenOf(papers: readonly Paper[], context: CheckContext): Given {
  return {
    papers,
    invoices: papers.filter((paper) => paper.kind === 'invoice'),
    contracts: papers.filter((paper) => paper.kind === 'contract'),
    payments: papers.filter((paper) => paper.kind === 'payment_slip'),
    bills: papers.filter((paper) => paper.kind === 'compute_bill'),
    context,
    names: namesOf(papers),
  }
}
