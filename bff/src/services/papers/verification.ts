import type { FieldValue, Reading } from '@suanhui/shared/papers'
import { z } from 'zod'
import { readAtMost } from '../../platforms/read-at-most'

/** What the tax authority's side is asked: as much as stands on the invoice. */
export interface InvoiceQuestion {
  readonly number: string
  readonly code?: string
  readonly issuedOn: string
  /** Without tax; at least one of the two sums. */
  readonly amountFen?: number
  /** With tax. */
  readonly totalFen?: number
  readonly checkCode?: string
}

export type InvoiceAnswer =
  | { readonly result: 'matched'; readonly fields: Readonly<Record<string, FieldValue>> }
  | { readonly result: 'mismatch' | 'not_found' | 'too_many' | 'unavailable' }

/** 发票查验. Never throws: whoever does not answer is `unavailable`. */
export type VerifyInvoice = (question: InvoiceQuestion) => Promise<InvoiceAnswer>

interface Options {
  /** `INVOICE_VERIFICATION_URL`, without the last slash. */
  readonly url: string
  readonly key: string
  readonly fetch: typeof globalThis.fetch
}

const TIMEOUT_MS = 10_000
const LIMIT_BYTES = 64 * 1024

const Answer = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('一致'),
    invoice: z.object({
      type: z.string(),
      code: z.string().optional(),
      number: z.string(),
      issuedOn: z.string(),
      checkCode: z.string().optional(),
      buyerName: z.string(),
      buyerCode: z.string(),
      sellerName: z.string(),
      sellerCode: z.string(),
      amountFen: z.int(),
      taxFen: z.int(),
      totalFen: z.int(),
      remark: z.string().optional(),
      red: z.boolean().optional(),
      blueNumber: z.string().optional(),
      voided: z.boolean().optional(),
    }),
  }),
  z.object({ result: z.literal('不一致') }),
  z.object({ result: z.literal('查无此票') }),
  z.object({ result: z.literal('超过次数') }),
])

const OTHERS = { 不一致: 'mismatch', 查无此票: 'not_found', 超过次数: 'too_many' } as const

export const invoiceVerification =
  ({ url, key, fetch }: Options): VerifyInvoice =>
  async (question) => {
    try {
      const response = await fetch(`${url}/verify`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(question),
        // The question and our key are for this address, not for where it may point to.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      const bytes = await readAtMost(response.body, LIMIT_BYTES)
      const answer = Answer.parse(JSON.parse(new TextDecoder().decode(bytes)))
      if (answer.result !== '一致') return { result: OTHERS[answer.result] }
      const fields: Record<string, FieldValue> = {}
      for (const [name, value] of Object.entries(answer.invoice)) if (value !== undefined) fields[name] = value
      return { result: 'matched', fields }
    } catch {
      return { result: 'unavailable' }
    }
  }

/** What can be asked about an invoice that was read; undefined while number, day or sum are missing. */
export function questionOf({ fields }: Reading): InvoiceQuestion | undefined {
  const text = (name: string): string | undefined => {
    const value = fields[name]?.value
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const fen = (name: string): number | undefined => {
    const value = fields[name]?.value
    return typeof value === 'number' ? value : undefined
  }
  const [number, issuedOn, code, checkCode] = [text('number'), text('issuedOn'), text('code'), text('checkCode')]
  const [amountFen, totalFen] = [fen('amountFen'), fen('totalFen')]
  if (number === undefined || issuedOn === undefined || (amountFen ?? totalFen) === undefined) return undefined
  return {
    number,
    issuedOn,
    ...(code !== undefined && { code }),
    ...(amountFen !== undefined && { amountFen }),
    ...(totalFen !== undefined && { totalFen }),
    ...(checkCode !== undefined && { checkCode }),
  }
}

/** The reading with the official content over it: those fields are verified, and nobody disagrees any more. */
export function withVerified(reading: Reading, official: Readonly<Record<string, FieldValue>>): Reading {
  const fields = { ...reading.fields }
  for (const [name, value] of Object.entries(official)) {
    const place = reading.fields[name]?.place
    fields[name] = { value, source: 'verification', confidence: 1, status: 'verified', ...(place && { place }) }
  }
  const disagreements = reading.disagreements.filter((name) => !Object.hasOwn(official, name))
  return { ...reading, fields, disagreements }
}
