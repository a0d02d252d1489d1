export interface WaitingRoom<T> {
  /** @returns whether there was a place; who got none is to be answered now. */
  enter(one: T): boolean
}

interface Settings<T> {
  /** Each is called after so many. */
  readonly ticks: number
  readonly tickMs: number
  /** So many at most are called in one; the others wait on. */
  readonly callATick: number
  /** Places. */
  readonly most: number
  readonly call: (one: T) => void
  /** Whether nobody is to wait any longer; absent, never. */
  readonly closing?: () => boolean
}

/** Lets thousands wait for a moment by one timer for all of them, which stands still while nobody waits. */
export function openWaitingRoom<T>(settings: Settings<T>): WaitingRoom<T> {
  const { ticks, tickMs, callATick, most, call, closing } = settings
  /** In the order they came. */
  const seats: { readonly one: T; readonly due: number }[] = []
  let now = 0
  let timer: NodeJS.Timeout | undefined

  function due(): number {
    if (closing?.()) return seats.length
    let count = 0
    while (count < callATick && (seats[count]?.due ?? Number.POSITIVE_INFINITY) <= now) count += 1
    return count
  }
  function tick(): void {
    now += 1
    for (const { one } of seats.splice(0, due())) call(one)
    if (seats.length > 0) return
    clearInterval(timer)
    timer = undefined
  }
  return {
    enter(one) {
      if (seats.length >= most || closing?.()) return false
      timer ??= setInterval(tick, tickMs).unref()
      seats.push({ one, due: now + ticks })
      return true
    },
  }
}
