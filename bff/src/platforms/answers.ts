import type { z } from 'zod'
import type { CallAnswer } from './client'
import type { ReadAnswer, WriteAnswer } from './platform'
import { WireAccepted, WireRefusal } from './wire/shared'

const refused = (reason: string): WriteAnswer => ({ result: 'refused', reason, fields: [] })

/** What a write was answered, as a value. An answer that is not of the contract means nothing: try again. */
export function writeAnswer(answer: CallAnswer): WriteAnswer {
  if (answer.result === 'unavailable') return answer
  const { status, body } = answer
  if (status === 200 || status === 201) {
    const accepted = WireAccepted.safeParse(body)
    if (!accepted.success) return { result: 'unavailable' }
    return { result: 'accepted', platformId: accepted.data.id, receiptNumber: accepted.data.receiptNumber }
  }
  // Keys and clock are the operator's to mend, not the applicant's, whatever reason stands there.
  if (status === 401) return { result: 'unavailable' }
  const refusal = WireRefusal.safeParse(body)
  if (status >= 400 && status < 500 && refusal.success) {
    return { result: 'refused', reason: refusal.data.reason, fields: refusal.data.fields ?? [] }
  }
  // The operator's as well, where nothing is said.
  if (status === 403 || status < 400 || status >= 500) return { result: 'unavailable' }
  return refused('平台没有接收，也没有说明原因，请联系平台的工作人员')
}

export function readAnswer<T extends z.ZodType, V>(
  answer: CallAnswer,
  schema: T,
  value: (read: z.output<T>) => V,
): ReadAnswer<V> {
  if (answer.result === 'unavailable') return answer
  if (answer.status === 404) return { result: 'absent' }
  const parsed = schema.safeParse(answer.body)
  return answer.status === 200 && parsed.success
    ? { result: 'read', value: value(parsed.data) }
    : { result: 'unavailable' }
}
