export interface WaitingRoom<T> {
  /** @returns whether there was a place; who got none is to be answered now. */
  enter(one: T): boolean
}

interface Settings<T> {
  /** Who came within one tick is called together, after so many. */
  readonly ticks: number
  readonly tickMs: number
  /** Places. */
  readonly most: number
  readonly call: (one: T) => void
  /** Whether nobody is to wait any longer; absent, never. */
  readonly closing?: () => boolean
}

/** Lets thousands wait for a moment by one timer for all of them, which stands still while nobody waits. */
export function openWaitingRoom<T>({ ticks, tickMs, most, call, closing }: Settings<T>): WaitingRoom<T> {
  /** By tick of arrival, the newest last. */
  let batches: T[][] = [[]]
  let waiting = 0
  let timer: NodeJS.Timeout | undefined

  function tick(): void {
    const due = batches.splice(0, closing?.() ? batches.length : batches.length - ticks + 1)
    batches.push([])
    for (const batch of due) {
      waiting -= batch.length
      batch.forEach(call)
    }
    if (waiting > 0) return
    clearInterval(timer)
    timer = undefined
    batches = [[]]
  }
  return {
    enter(one) {
      if (waiting >= most || closing?.()) return false
      timer ??= setInterval(tick, tickMs).unref()
      batches.at(-1)?.push(one)
      waiting += 1
      return true
    },
  }
}
