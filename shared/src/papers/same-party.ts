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

/** Whether at most `limit` characters are to be changed, added or dropped between two texts. */
export function withinEdits(a: string, b: string, limit: number): boolean {
  const [from, to] = [[...a], [...b]]
  if (Math.abs(from.length - to.length) > limit) return false
  let row = to.map((_, index) => index + 1)
  row.unshift(0)
  for (const [i, character] of from.entries()) {
    const next = [i + 1]
    for (const [j, other] of to.entries()) {
      const changed = (row[j] ?? 0) + (character === other ? 0 : 1)
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return (row[to.length] ?? 0) <= limit
}

/** Short names are other names with two characters changed; of long ones it is a misreading. */
const editsAllowed = (key: string): number => (key.length >= 10 ? 2 : key.length >= 6 ? 1 : 0)

function sameName(name: string, party: Party): Sameness {
  const key = nameKey(name)
  const known = [party.name, ...(party.formerNames ?? [])].map(nameKey)
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
