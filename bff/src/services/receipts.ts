import { createHash } from 'node:crypto'
import { type Receipt, type ReceiptCheck, ReceiptContent } from '@suanhui/shared/api'
import type { IsoDate } from '@suanhui/shared/date'
import { match } from '@suanhui/shared/decision'
import type { FactValues } from '@suanhui/shared/facts'
import { compactVerify, createLocalJWKSet } from 'jose'
import { type PublishedCatalogue, RECEIPT_TYPE } from './publish-catalogue'

/** The same facts have one text: by id, without those that are not known. */
export function canonicalFacts(facts: FactValues): string {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined && value !== null)
  return JSON.stringify(Object.fromEntries(known.sort(([a], [b]) => (a < b ? -1 : 1))))
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Decides, and signs what was decided. Nothing is kept, and the facts do not stand in it. */
export async function issueReceipt(
  { catalogue, signReceipt }: PublishedCatalogue,
  facts: FactValues,
  asOf: IsoDate,
  now: Date,
): Promise<Receipt> {
  const answer = match(catalogue, facts, asOf, 'none')
  const content: ReceiptContent = {
    catalogueVersion: answer.catalogueVersion,
    asOf: answer.asOf,
    factsSha256: sha256(canonicalFacts(facts)),
    decisions: answer.decisions.map(({ measureId, status, amount }) => ({
      measureId,
      status,
      amount: amount === null ? null : { ...amount },
    })),
    issuedAt: now.toISOString(),
  }
  return { receipt: await signReceipt(content), content }
}

const NOT_GENUINE = '这张凭证不是我们开的，或者被改过，请不要采信'

/** Whether we signed it, just so. */
export async function checkReceipt({ keys }: PublishedCatalogue, receipt: string): Promise<ReceiptCheck> {
  const jwks = createLocalJWKSet({ keys: keys.keys.map((key) => ({ ...key })) })
  try {
    const { payload, protectedHeader } = await compactVerify(receipt.trim(), jwks, { algorithms: ['ES256'] })
    if (protectedHeader.typ !== RECEIPT_TYPE) return { valid: false, message: NOT_GENUINE }
    const content = ReceiptContent.safeParse(JSON.parse(new TextDecoder().decode(payload)))
    if (!content.success) return { valid: false, message: NOT_GENUINE }
    return { valid: true, message: '这张凭证是真的，内容没有被改过', content: content.data }
  } catch {
    // Whatever is wrong with a text that someone pasted, the answer is the same.
    return { valid: false, message: NOT_GENUINE }
  }
}
