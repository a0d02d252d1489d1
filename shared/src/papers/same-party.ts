import { isCreditCode, normaliseCreditCode } from '../credit-code'
import type { Party } from './context'

/** `near`: one or two characters differ, as when a picture is read: a person looks again. */
export type Sameness = 'same' | 'near' | 'other' | 'unknown'

/** What does not tell one company from another: width, blanks, brackets, dots, capitals. */
const SILENT = new Set([...' \t\n()[]{}<>〔〕【】〈〉《》·•.,，。、-—_'])

/** The name as it is compared: NFKC (which narrows full-width brackets too), without blanks and marks. */
export function nameKey(name: string): string {
  let key = ''
  for (const character of name.normalize('NFKC').toUpperCase()) if (!SILENT.has(character)) key += character
  return key
}

/** Whether at most `limit` characters (a few: each triples the work) are to be changed, added or dropped. */
export function withinEdits(a: string, b: string, limit: number, from = 0, to = 0): boolean {
  let [i, j] = [from, to]
  while (i < a.length && a.charAt(i) === b.charAt(j)) {
    i += 1
    j += 1
  }
  const [left, right] = [a.length - i, b.length - j]
  if (left === 0 || right === 0 || Math.abs(left - right) > limit) return Math.max(left, right) <= limit
  if (limit === 0) return false
  return (
    withinEdits(a, b, limit - 1, i + 1, j + 1) ||
    withinEdits(a, b, limit - 1, i + 1, j) ||
    withinEdits(a, b, limit - 1, i, j + 1)
  )
}

/** Short names are other names with two characters changed; of long ones it is a misreading. */
const editsAllowed = (key: string): number => (key.length >= 10 ? 2 : key.length >= 6 ? 1 : 0)

/** A register is compared with every invoice: its names are brought into form once. */
const keysByParty = new WeakMap<Party, readonly string[]>()

function keysOf(party: Party): readonly string[] {
  const known = keysByParty.get(party)
  if (known !== undefined) return known
  const keys = [party.name, ...(party.formerNames ?? [])].map(nameKey)
  keysByParty.set(party, keys)
  return keys
}

function sameName(name: string, party: Party): Sameness {
  const key = nameKey(name)
  const known = keysOf(party)
  if (known.includes(key)) return 'same'
  return known.some((other) => withinEdits(key, other, editsAllowed(other))) ? 'near' : 'other'
}

function sameCode(code: string, party: Party): Sameness {
  if (party.creditCode === undefined) return 'unknown'
  const [a, b] = [normaliseCreditCode(code), normaliseCreditCode(party.creditCode)]
  if (a === b) return 'same'
  return isCreditCode(b) && withinEdits(a, b, 2) ? 'near' : 'other'
}

/**
 * Whether a name and a code on a paper are a company's. Equal codes settle it unless the name is quite another;
 * a code that differs outweighs a name that agrees.
 */
export function sameParty(on: { readonly name?: string; readonly code?: string }, party: Party): Sameness {
  const name = on.name === undefined ? 'unknown' : sameName(on.name, party)
  const code = on.code === undefined ? 'unknown' : sameCode(on.code, party)
  if (code === 'unknown') return name
  if (code === 'same') return name === 'other' ? 'near' : 'same'
  if (code === 'near') return name === 'other' ? 'other' : 'near'
  return name === 'same' ? 'near' : 'other'
}
