/** One thing that the server said it has kept, and the way to read it back. */
interface Kept {
  readonly what: string
  readonly value: unknown
  readonly read: () => Promise<unknown>
  /** It was written since everything was last looked at. */
  fresh: boolean
}

export interface Checked {
  readonly looked: number
  /** What was promised and is not there, or not so. */
  readonly lost: readonly string[]
}

/** Everything that was acknowledged: the last value of each thing. */
export interface Ledger {
  /** Answers that said "kept", repetitions not counted. */
  readonly acknowledged: () => number
  keep(key: string, what: string, value: unknown, read: () => Promise<unknown>): void
  /** No longer promised: it became something else. */
  forget(key: string): void
  /** Reads back what is new since the last time, or everything. */
  check(all: boolean): Promise<Checked>
}

export function openLedger(): Ledger {
  const kept = new Map<string, Kept>()
  let acknowledged = 0
  return {
    acknowledged: () => acknowledged,
    keep(key, what, value, read) {
      acknowledged += 1
      kept.set(key, { what, value, read, fresh: true })
    },
    forget: (key) => void kept.delete(key),
    async check(all) {
      const lost: string[] = []
      let looked = 0
      for (const one of kept.values()) {
        if (!all && !one.fresh) continue
        const found = await one.read().catch((error: unknown) => `unreadable: ${String(error)}`)
        looked += 1
        one.fresh = false
        if (JSON.stringify(found) === JSON.stringify(one.value)) continue
        lost.push(`${one.what}: ${JSON.stringify(one.value)} became ${JSON.stringify(found)}`.slice(0, 300))
      }
      return { looked, lost }
    },
  }
}
