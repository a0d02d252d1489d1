import type { Answered, Attempt } from './phone'

/** A try that had no good answer, with what is needed to find out why. */
export interface Trouble extends Attempt {
  readonly what: string
  /** Whether it was sent again, and then was answered. */
  readonly mended: boolean
  /** Since the load began. */
  readonly atS: number
  /** Since the owner's access token was fetched. */
  readonly tokenS: number
}

interface Entry {
  readonly ms: number
  readonly good: boolean
  readonly sentAgain: boolean
}

/** What became of every request of a load. */
export class Diary {
  readonly times = new Map<string, Entry[]>()
  readonly troubles: Trouble[] = []
  private readonly started = performance.now()

  /** @param tokenAt when the owner's token was fetched, on the clock of `performance`. */
  async note(what: string, tokenAt: number, work: () => Promise<Answered>): Promise<void> {
    const began = performance.now()
    const { status, attempts } = await work().catch(
      (error: unknown): Answered => ({ status: 0, text: '', attempts: [{ status: 0, error: String(error) }] }),
    )
    const good = status > 0 && status < 400
    const kept = this.times.get(what) ?? []
    kept.push({ ms: performance.now() - began, good, sentAgain: attempts.length > 1 })
    this.times.set(what, kept)
    for (const attempt of attempts) {
      if (attempt.status > 0 && attempt.status < 400) continue
      this.troubles.push({
        ...attempt,
        what,
        mended: good,
        atS: (began - this.started) / 1000,
        tokenS: (began - tokenAt) / 1000,
      })
    }
  }

  count(which: (entry: Entry) => boolean): number {
    return [...this.times.values()].flat().filter(which).length
  }
}
