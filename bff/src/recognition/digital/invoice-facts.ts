import type { FieldSource, Reading, ReadLine } from '@suanhui/shared/papers'
import { exactFields } from '../read-field'

/** What a file says about an invoice, by the fields of the paper. */
export interface InvoiceFacts {
  readonly type?: string | undefined
  readonly code?: string | undefined
  readonly number?: string | undefined
  readonly issuedOn?: string | undefined
  readonly checkCode?: string | undefined
  readonly buyerName?: string | undefined
  readonly buyerCode?: string | undefined
  readonly sellerName?: string | undefined
  readonly sellerCode?: string | undefined
  readonly amountFen?: number | undefined
  readonly taxFen?: number | undefined
  readonly totalFen?: number | undefined
  readonly remark?: string | undefined
  readonly red?: boolean | undefined
}

export interface InvoiceFile {
  readonly facts: InvoiceFacts
  readonly lines: readonly ReadLine[]
}

/** A reading that needs no second source: the file is the invoice. */
export const invoiceReading = ({ facts, lines }: InvoiceFile, source: FieldSource): Reading => ({
  kind: 'invoice',
  kindConfidence: 1,
  fields: exactFields({ ...facts }, source),
  lines,
  seals: [],
  pages: [],
  disagreements: [],
})

/** Without the parts that are not known. */
export function known<T extends object>(parts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never
}
