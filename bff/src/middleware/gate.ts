/** Requests of one process that may be under way at once; at 1 ms each, the last one waits a quarter of a second. */
export const MOST_AT_ONCE = 256

/**
 * Counts the requests that wait for something (the database, a file), and those that came in during one turn of the
 * event loop: a handler that only computes is done before the next one begins, so a queue of these shows nowhere else.
 * A clock would be fooled by other work on the machine.
 */
export interface Gate {
  /** Whether one more would only wait. */
  isFull(): boolean
  enter(): void
  leave(): void
}

export function openGate(most = MOST_AT_ONCE): Gate {
  let underWay = 0
  let thisTurn = 0
  const turnEnded = (): void => {
    thisTurn = 0
  }
  return {
    isFull: () => underWay >= most || thisTurn >= most,
    enter() {
      if (thisTurn === 0) setImmediate(turnEnded)
      thisTurn += 1
      underWay += 1
    },
    leave() {
      underWay -= 1
    },
  }
}
