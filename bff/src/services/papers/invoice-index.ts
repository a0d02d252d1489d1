import { type Confirmed, invoiceKey, mergeConfirmed, type Reading } from '@suanhui/shared/papers'
import type { Vault } from '../../vault/vault'

/** Equal for equal invoices, and tells nothing about them. */
export const indexOfInvoice = (vault: Vault, key: string): string => vault.blindIndex('invoice', key)

/** Undefined for other papers, and while the number is not known. */
export function invoiceIndexOf(vault: Vault, id: string, reading: Reading, confirmed: Confirmed): string | undefined {
  const paper = mergeConfirmed({ id }, reading, confirmed)
  const key = paper.kind === 'invoice' ? invoiceKey(paper) : undefined
  return key === undefined ? undefined : indexOfInvoice(vault, key)
}
