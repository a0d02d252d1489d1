import type { FieldSource, PaperKind, ReadField, Reading } from '@suanhui/shared/papers'
import type { Candidate, Candidates, Extracted } from './candidate'
import { billCandidates } from './compute-bill'
import { contractCandidates } from './contract'
import { invoiceCandidates } from './invoice'
import { invoiceLines } from './invoice-lines'
import type { PrintedSum } from './invoice-totals'
import { kindOf } from './kind'
import { type Piece, piecesOf } from './layout'
import type { TextPage } from './line'
import { paymentCandidates } from './payment-slip'
import { placeOf } from './place'

export interface TextOptions {
  readonly kind?: PaperKind | undefined
  /** A file's own text, or OCR. */
  readonly source: FieldSource
  /** What the QR code on the paper says about the sums. */
  readonly sum?: PrintedSum | undefined
}

const NOTHING: Extracted = { candidates: {}, disagreements: [] }

function extracted(kind: PaperKind, pieces: readonly Piece[], sum: PrintedSum | undefined): Extracted {
  if (kind === 'invoice') return invoiceCandidates(pieces, sum)
  if (kind === 'contract') return contractCandidates(pieces)
  if (kind === 'payment_slip') return paymentCandidates(pieces)
  if (kind === 'compute_bill') return billCandidates(pieces)
  return NOTHING
}

/** Lines that OCR is less sure of confirm nothing, whatever adds up. */
const CLEAR = 0.8

/** The file's own characters are exact where they stand at their label; what OCR read has to confirm itself. */
function statusOf({ trust, confidence }: Candidate, source: FieldSource): ReadField['status'] {
  if (source === 'ocr') return trust === 'checked' && confidence >= CLEAR ? 'verified' : 'suggested'
  return trust === 'guessed' ? 'suggested' : 'verified'
}

const GUESS = 0.6

function fieldsOf(
  candidates: Candidates,
  pages: readonly TextPage[],
  source: FieldSource,
): Readonly<Record<string, ReadField>> {
  const fields: Record<string, ReadField> = {}
  for (const [name, found] of Object.entries(candidates)) {
    if (!found) continue
    const place = placeOf(found.pieces, pages)
    const confidence = found.trust === 'guessed' ? Math.min(found.confidence, GUESS) : found.confidence
    fields[name] = { value: found.value, source, confidence, status: statusOf(found, source), ...(place && { place }) }
  }
  return fields
}

const doubted = (fields: Readonly<Record<string, ReadField>>, names: readonly string[]) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]): [string, ReadField] => [
      name,
      names.includes(name) ? { ...field, status: 'suggested' } : field,
    ]),
  )

/** What the text of the pages says about a paper. */
export function readText(pages: readonly TextPage[], options: TextOptions): Reading {
  const pieces = pages.flatMap((page, index) => piecesOf(page, index))
  const { kind, confidence } = kindOf(pieces, options.kind)
  const { candidates, disagreements } = extracted(kind, pieces, options.sum)
  return {
    kind,
    kindConfidence: confidence,
    fields: doubted(fieldsOf(candidates, pages, options.source), disagreements),
    lines: kind === 'invoice' ? invoiceLines(pieces) : [],
    seals: [],
    pages: pages.map(({ width, height }) => ({ width, height, problems: [] })),
    disagreements,
  }
}
