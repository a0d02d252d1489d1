/** Token buckets in memory, one a caller. */
export interface TokenBuckets {
  /** Takes one. @returns 0, or the milliseconds until there is one again. */
  take(caller: string): number
}

interface Bucket {
  left: number
  atMs: number
}

const MOST_CALLERS = 20_000

/**
 * `perMinute` at once, refilled evenly. Bounded: beyond 20,000 callers the one seen longest ago is forgotten, and
 * begins anew with a full bucket.
 */
export function tokenBuckets(perMinute: number, elapsedMs: () => number): TokenBuckets {
  const perMs = perMinute / 60_000
  const buckets = new Map<string, Bucket>()
  return {
    take(caller) {
      const nowMs = elapsedMs()
      const bucket = buckets.get(caller) ?? { left: perMinute, atMs: nowMs }
      // Put in anew, so that the map's order is the order of last use.
      buckets.delete(caller)
      buckets.set(caller, bucket)
      if (buckets.size > MOST_CALLERS) for (const oldest of buckets.keys()) if (buckets.delete(oldest)) break
      bucket.left = Math.min(perMinute, bucket.left + (nowMs - bucket.atMs) * perMs)
      bucket.atMs = nowMs
      if (bucket.left < 1) return (1 - bucket.left) / perMs
      bucket.left -= 1
      return 0
    },
  }
}
