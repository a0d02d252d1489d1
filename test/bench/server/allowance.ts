interface Settings {
  /** Of one core. */
  readonly share: number
  readonly periodMs: number
  readonly nowMs: number
  /** Processor time taken so far. */
  readonly usedMs: number
}

/**
 * How much processor time a process may still take: its share of each period, given at the beginning of it. What it
 * leaves is lost, what it takes too much comes off the next period's, as with the quota of a container.
 */
export class Allowance {
  private readonly share: number
  private readonly periodMs: number
  private periodEndsMs: number
  private used: number
  private left: number

  constructor({ share, periodMs, nowMs, usedMs }: Settings) {
    this.share = share
    this.periodMs = periodMs
    this.periodEndsMs = nowMs + periodMs
    this.used = usedMs
    this.left = share * periodMs
  }

  /** Counts what was taken since; who was stopped has taken nothing, and need not be looked at. */
  take(usedMs: number): void {
    this.left -= usedMs - this.used
    this.used = usedMs
  }

  /** Whether it may run. */
  mayRun(nowMs: number): boolean {
    while (nowMs >= this.periodEndsMs) {
      this.periodEndsMs += this.periodMs
      this.left = Math.min(this.left, 0) + this.share * this.periodMs
    }
    return this.left > 0
  }
}
