import type { Party } from './context'
import { type Paper, textOf } from './paper'
import { comparing, type Sameness, type Written } from './same-party'

function written(paper: Paper, nameField: string, codeField?: string): Written {
  const name = textOf(paper, nameField)
  const code = codeField === undefined ? undefined : textOf(paper, codeField)
  return { ...(name !== undefined && { name }), ...(code !== undefined && { code }) }
}

/** The buyer on an invoice or a contract. */
export const buyerOn = (paper: Paper): Written => written(paper, 'buyerName', 'buyerCode')
/** The seller on an invoice or a contract. */
export const sellerOn = (paper: Paper): Written => written(paper, 'sellerName', 'sellerCode')
export const payerOn = (paper: Paper): Written => written(paper, 'payerName')
export const payeeOn = (paper: Paper): Written => written(paper, 'payeeName')

/** As a party that others are compared with; undefined where the paper has no name for it. */
export function partyOf(on: Written): Party | undefined {
  return on.name === undefined ? undefined : { name: on.name, ...(on.code !== undefined && { creditCode: on.code }) }
}

const ORDER: readonly Sameness[] = ['same', 'near', 'unknown', 'other']

/** The best that any of the parties gives, and which one it is. */
export function closest<P extends Party>(on: Written, parties: readonly P[]): { sameness: Sameness; party?: P } {
  let best: { sameness: Sameness; party?: P } = { sameness: 'other' }
  const compare = comparing(on)
  for (const party of parties) {
    if (best.sameness === 'same') break
    const sameness = compare(party)
    if (ORDER.indexOf(sameness) < ORDER.indexOf(best.sameness)) best = { sameness, party }
  }
  return best
}

/** Whether two may well be one: the same, or one misread. */
export const alike = (sameness: Sameness): boolean => sameness === 'same' || sameness === 'near'
