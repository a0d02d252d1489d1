import type { Act, Failure } from './upload-happening'

/** What the server, or no server, said. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly httpStatus?: number | undefined
  readonly fields: readonly { readonly field: string; readonly message: string }[]
  readonly retryAfterSeconds?: number | undefined
}

const PASSING = new Set(['OFFLINE', 'NO_SERVER', 'UNAUTHENTICATED', 'TOO_MANY_REQUESTS', 'UNEXPECTED'])

const passes = ({ code, httpStatus = 0 }: Refusal): boolean => PASSING.has(code) || httpStatus >= 500

const missingParts = ({ fields }: Refusal): readonly number[] =>
  fields.flatMap(({ field }) => (/^parts\.\d+$/.test(field) ? [Number(field.slice(6))] : []))

function conflict(act: Act, refusal: Refusal): Failure {
  const { message: words, fields } = refusal
  const parts = missingParts(refusal)
  if (parts.length > 0) return { kind: 'missing', parts }
  if (fields.some(({ field }) => field === 'sha1' || field === 'sha256')) return { kind: 'damaged', words }
  // A part of an upload that is over already, two that complete at once, a draft saved elsewhere: asked again, it is seen.
  return act.kind === 'begin' || act.kind === 'make paper' ? { kind: 'stopped', words } : { kind: 'passing', words }
}

/** Of what goes on by itself: the server's own words would ask the person to try again. */
function passingWords({ code, message, httpStatus = 0 }: Refusal): string {
  if (code === 'OFFLINE') return '没有连上网络'
  return httpStatus >= 500 ? '服务器暂时收不了文件，已经传好的都在' : message
}

/** What a refusal means for the queue. */
export function failureOf(act: Act, refusal: Refusal): Failure {
  const { code, fields, message, httpStatus, retryAfterSeconds } = refusal
  const words = fields[0]?.message ?? message
  if (code === 'CONFLICT') return conflict(act, refusal)
  if (httpStatus === 404 && (act.kind === 'part' || act.kind === 'look' || act.kind === 'complete'))
    return { kind: 'gone', words }
  if (act.kind === 'part' && code === 'INVALID_INPUT') return { kind: 'damaged', words }
  if (!passes(refusal)) return { kind: 'stopped', words }
  return {
    kind: 'passing',
    words: passingWords(refusal),
    ...(retryAfterSeconds !== undefined && { afterMs: retryAfterSeconds * 1000 }),
  }
}
