import { invoiceKey } from './invoice'
import { dateOf, numberOf, type Paper, textOf } from './paper'

/** What makes two papers one: the file, or what stands on it. */
function keysOf(paper: Paper): readonly string[] {
  const keys = paper.hash === undefined ? [] : [`file ${paper.hash}`]
  const invoice = paper.kind === 'invoice' ? invoiceKey(paper) : undefined
  if (invoice !== undefined) return [...keys, `invoice ${invoice}`]
  const serial = paper.kind === 'payment_slip' ? textOf(paper, 'serial') : undefined
  // Banks number by day and branch: the number alone is no proof.
  if (serial !== undefined)
    return [...keys, `payment ${serial} ${numberOf(paper, 'amountFen')} ${dateOf(paper, 'paidOn')}`]
  return keys
}

/** By id: the earlier paper (by id, whatever the order) that a paper repeats. */
export function duplicatesOf(papers: readonly Paper[]): ReadonlyMap<string, Paper> {
  const first = new Map<string, Paper>()
  const repeats = new Map<string, Paper>()
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  for (const paper of [...papers].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const told = paper.duplicateOf === undefined ? undefined : byId.get(paper.duplicateOf)
    const keys = keysOf(paper)
    const earlier = told ?? keys.map((key) => first.get(key)).find((found) => found !== undefined)
    if (earlier && earlier.id !== paper.id) repeats.set(paper.id, earlier)
    else for (const key of keys) first.set(key, paper)
  }
  return repeats
}
