import { useState } from 'react'
import { readStored, writeStored } from '../../../stores/storage'

/** What was typed for one act on one submission: on the phone at once, and there again after a call or a restart. */
export function useKeptText(submissionId: string, act: string | undefined) {
  const name = `draft:${act ?? ''}:${submissionId}`
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const stored = act === undefined ? undefined : readStored(name)
  const text = typed[name] ?? (typeof stored === 'string' ? stored : '')
  const keep = (next: string): void => {
    setTyped((before) => ({ ...before, [name]: next }))
    writeStored(name, next === '' ? null : next)
  }
  return [text, keep] as const
}
