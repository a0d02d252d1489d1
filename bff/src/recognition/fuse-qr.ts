import type { FieldValue, PagePlace, ReadField, Reading } from '@suanhui/shared/papers'
import type { QrInvoice } from './image/qr-payload'
import { sameDigits } from './text/codes'

/** No QR code was ever read wrong, but a code can be pasted over. */
const QR_CONFIDENCE = 0.99

/** Whether two readings are one; OCR may merge equal digits that follow one another. */
const agree = (qr: FieldValue, read: ReadField): boolean =>
  read.value === qr || (typeof qr === 'string' && typeof read.value === 'string' && sameDigits(qr, read.value))

function fused(value: FieldValue, read: ReadField | undefined): ReadField {
  const place: { readonly place?: PagePlace } = read?.place ? { place: read.place } : {}
  const status = read && agree(value, read) ? 'verified' : 'suggested'
  return { value, source: 'qr', confidence: QR_CONFIDENCE, status, ...place }
}

/**
 * A photographed invoice with its QR code. What both say alike is verified; where they differ, the QR code's value
 * stands, suggested, and the field is among the disagreements. Sums were compared when they were read.
 */
export function fuseQr(reading: Reading, qr: QrInvoice): Reading {
  const { sum, ...texts } = qr
  const fields: Record<string, ReadField> = { ...reading.fields }
  const disagreements = new Set(reading.disagreements)
  for (const [name, value] of Object.entries(texts)) {
    const read = fields[name]
    fields[name] = fused(value, read)
    if (read && !agree(value, read)) disagreements.add(name)
  }
  const name = sum?.of === 'total' ? 'totalFen' : 'amountFen'
  const read = fields[name]
  if (sum && (!read || read.value !== sum.fen)) {
    if (read) disagreements.add(name)
    fields[name] = fused(sum.fen, read)
  }
  return { ...reading, fields, disagreements: [...disagreements] }
}
