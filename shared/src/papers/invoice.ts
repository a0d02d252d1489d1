import { normaliseCreditCode } from '../credit-code'
import type { Fen } from '../money'
import { isTrue, numberOf, type Paper, textOf } from './paper'

/** The number alone of a digital invoice (20 digits), code and number of older ones; undefined while unread. */
export function invoiceKey(invoice: Paper): string | undefined {
  const number = textOf(invoice, 'number')
  if (number === undefined) return undefined
  const plain = normaliseCreditCode(number)
  if (plain.length === 20) return plain
  const code = textOf(invoice, 'code')
  return code === undefined ? undefined : `${normaliseCreditCode(code)}-${plain}`
}

/** A red invoice takes an earlier one back; some are known by their sign only. */
export const isRed = (invoice: Paper): boolean => isTrue(invoice, 'red') || (numberOf(invoice, 'totalFen') ?? 0) < 0

/** What it adds to the sum of invoices: a red one takes away. */
export function invoicedFen(invoice: Paper): Fen {
  const total = numberOf(invoice, 'totalFen') ?? 0
  return isRed(invoice) ? -Math.abs(total) : total
}

/** Whether a red invoice names this one as taken back. */
export function cancels(red: Paper, blue: Paper): boolean {
  const number = textOf(red, 'blueNumber')
  return number !== undefined && number === textOf(blue, 'number') && !isRed(blue)
}
