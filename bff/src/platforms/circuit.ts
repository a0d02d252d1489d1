/** Keeps a system that is down from being asked all the time, and us from waiting for it. */
export interface Circuit {
  /** Whether it may be asked now; in `half-open`, one may try. */
  enter(): { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number }
  succeeded(): void
  failed(): void
  readonly state: () => 'closed' | 'open' | 'half-open'
}

interface Settings {
  readonly elapsedMs: () => number
  /** So many failures in a row open it. Default 5. */
  readonly failures?: number
  /** It stays open for so long, then one may try. Default 30 seconds. */
  readonly openMs?: number
}

export function openCircuit({ elapsedMs, failures = 5, openMs = 30_000 }: Settings): Circuit {
  let failed = 0
  let openedAt: number | undefined
  let trying = false
  const restMs = (): number => (openedAt === undefined ? 0 : Math.max(0, openedAt + openMs - elapsedMs()))
  return {
    enter() {
      if (openedAt === undefined) return { ok: true }
      if (restMs() > 0) return { ok: false, retryAfterMs: restMs() }
      if (trying) return { ok: false, retryAfterMs: openMs }
      trying = true
      return { ok: true }
    },
    succeeded() {
      failed = 0
      openedAt = undefined
      trying = false
    },
    failed() {
      failed += 1
      // Whoever was let in to try and failed closes the door for another while.
      if (trying || failed >= failures) openedAt = elapsedMs()
      trying = false
    },
    state: () => {
      if (openedAt === undefined) return 'closed'
      return restMs() > 0 ? 'open' : 'half-open'
    },
  }
}
