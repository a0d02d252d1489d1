import { hasRightCheckCharacter, isCreditCode, normaliseCreditCode } from '../credit-code'
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

interface Keys {
  readonly names: readonly string[]
  readonly code: string | undefined
}

/** A register is compared with every invoice: its names are brought into form once. */
const keysByParty = new WeakMap<Party, Keys>()

function keysOf(party: Party): Keys {
  const known = keysByParty.get(party)
  if (known !== undefined) return known
  const keys = {
    names: [party.name, ...(party.formerNames ?? [])].map(nameKey),
    code: party.creditCode === undefined ? undefined : normaliseCreditCode(party.creditCode),
  }
  keysByParty.set(party, keys)
  return keys
}

function sameName(key: string | undefined, names: readonly string[]): Sameness {
  if (key === undefined) return 'unknown'
  if (names.includes(key)) return 'same'
  return names.some((other) => withinEdits(key, other, editsAllowed(other))) ? 'near' : 'other'
}

function sameCode(code: string | undefined, of: string | undefined): Sameness {
  if (code === undefined || of === undefined) return 'unknown'
  if (code === of) return 'same'
  // A check digit that fits is no misreading: it is another company's code.
  const sound = isCreditCode(code) && hasRightCheckCharacter(code)
  return !sound && withinEdits(code, of, 2) ? 'near' : 'other'
}

/** A name and a code as they stand on a paper. */
export interface Written {
  readonly name?: string
  readonly code?: string
}

/** {@link sameParty} for many parties: what stands on the paper is brought into form once. */
export function comparing({ name, code }: Written): (party: Party) => Sameness {
  const key = name === undefined ? undefined : nameKey(name)
  const plain = code === undefined ? undefined : normaliseCreditCode(code)
  return (party) => {
    const keys = keysOf(party)
    const codes = sameCode(plain, keys.code)
    const names = sameName(key, keys.names)
    if (codes === 'unknown') return names
    if (codes === 'same') return names === 'other' ? 'near' : 'same'
    if (codes === 'near') return names === 'other' ? 'other' : 'near'
    return names === 'same' ? 'near' : 'other'
  }
}

/**
 * Whether a name and a code on a paper are a company's. Equal codes settle it unless the name is quite another;
 * a code that differs outweighs a name that agrees.
 */
export const sameParty = (on: Written, party: Party): Sameness => comparing(on)(party)

/** What a person has to look at where a paper is near to a party: the code, another name, or the spelling of one. */
export type Difference = 'code' | 'name' | 'spelling'

/** How a paper that is `near` to a party differs from it. */
export function differenceFrom({ name }: Written, party: Party): Difference {
  const names = sameName(name === undefined ? undefined : nameKey(name), keysOf(party).names)
  if (names === 'near') return 'spelling'
  return names === 'other' ? 'name' : 'code'
}
