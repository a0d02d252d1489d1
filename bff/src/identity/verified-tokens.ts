import type { Caller } from '../deps'

const MOST_TOKENS = 10_000
const MOST_ENDED = 10_000

/** Access tokens that were checked a moment ago, by digest. Bounded: the oldest make room. */
export interface VerifiedTokens {
  get(digest: string, nowMs: number): Caller | undefined
  /** @returns false where the session was ended meanwhile, in this process: then it is not kept. */
  keep(digest: string, caller: Caller, untilMs: number): boolean
  /** The session was ended, or is no longer this person's. */
  forget(caller: Caller): void
}

function trim(held: Map<string, unknown> | Set<string>, most: number): void {
  for (const key of held.keys()) {
    if (held.size <= most) return
    held.delete(key)
  }
}

const nameOf = ({ sessionId, personId }: Caller): string => `${sessionId} ${personId}`

export function verifiedTokens(): VerifiedTokens {
  const known = new Map<string, { readonly caller: Caller; readonly untilMs: number }>()
  /** Sessions ended here: a check that was under way at that moment must not bring one back. */
  const ended = new Set<string>()
  return {
    get(digest, nowMs) {
      const found = known.get(digest)
      if (found === undefined) return undefined
      if (nowMs < found.untilMs) return found.caller
      known.delete(digest)
      return undefined
    },
    keep(digest, caller, untilMs) {
      if (ended.has(nameOf(caller))) return false
      known.set(digest, { caller, untilMs })
      trim(known, MOST_TOKENS)
      return true
    },
    forget(gone) {
      const name = nameOf(gone)
      for (const [digest, { caller }] of known) if (nameOf(caller) === name) known.delete(digest)
      ended.add(name)
      trim(ended, MOST_ENDED)
    },
  }
}
