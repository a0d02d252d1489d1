import type { Answer, Decision } from '@suanhui/shared/decision'

const utf8 = (text: string): Buffer<ArrayBuffer> => Buffer.from(text)

/**
 * Of decisions that many companies share, and which the engine therefore gives as one and the same object; each with a
 * comma behind it.
 */
const written = new WeakMap<Decision, Buffer>()

/** One with its criteria in words is made for one company: nobody asks for its bytes again. */
const isExplained = ({ criteria }: Decision): boolean => criteria !== undefined

function bytesOf(decision: Decision): Buffer {
  if (isExplained(decision)) return utf8(`${JSON.stringify(decision)},`)
  const known = written.get(decision)
  if (known !== undefined) return known
  const bytes = utf8(`${JSON.stringify(decision)},`)
  written.set(decision, bytes)
  return bytes
}

/**
 * The answer as JSON in UTF-8, byte for byte as `JSON.stringify` writes it. Most of its decisions were written before:
 * put together from their bytes, it is not turned from text to bytes once more for each company.
 */
export function answerBytes(answer: Answer): Uint8Array<ArrayBuffer> {
  const { decisions, plan, nextQuestions, ...head } = answer
  if (decisions.every(isExplained)) return utf8(JSON.stringify(answer))
  const start = utf8(`${JSON.stringify(head).slice(0, -1)},"decisions":[`)
  const end = utf8(`],${JSON.stringify({ plan, nextQuestions }).slice(1)}`)
  const parts = decisions.map(bytesOf)
  // The comma behind the last decision gives way to the end.
  const spare = parts.length > 0 ? 1 : 0
  const all = Buffer.allocUnsafe(parts.reduce((sum, { length }) => sum + length, start.length + end.length - spare))
  all.set(start)
  let at = start.length
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  all.set(end, at - spare)
  return all
}
