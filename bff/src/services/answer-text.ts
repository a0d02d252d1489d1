import type { Answer, Decision } from '@suanhui/shared/decision'

/** Of decisions that many companies share, and which the engine therefore gives as one and the same object. */
const texts = new WeakMap<Decision, string>()

function textOf(decision: Decision): string {
  const known = texts.get(decision)
  if (known !== undefined) return known
  const text = JSON.stringify(decision)
  texts.set(decision, text)
  return text
}

/** The answer as JSON, letter for letter as `JSON.stringify` writes it; most of its decisions were written before. */
export function answerText({ decisions, plan, nextQuestions, ...head }: Answer): string {
  const start = JSON.stringify(head).slice(0, -1)
  const end = JSON.stringify({ plan, nextQuestions }).slice(1)
  return `${start},"decisions":[${decisions.map(textOf).join(',')}],${end}`
}
