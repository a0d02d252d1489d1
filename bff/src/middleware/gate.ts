/** Requests of one process that may be under way at once; at 1 ms each, the last one waits a quarter of a second. */
export const MOST_AT_ONCE = 256

/**
 * Counts the requests that wait for something (the database, a file), and those that stand in line: a handler that only
 * computes is done before the next one begins, so a queue of these shows nowhere else. A clock would be fooled by other
 * work on the machine.
 */
export interface Gate {
  /** Whether one more would only wait. */
  isFull(): boolean
  enter(): void
  leave(): void
}

interface Settings {
  readonly most?: number
  /** How many have come that have not begun; absent, each begins at once. */
  readonly standing?: () => number
}

export function openGate({ most = MOST_AT_ONCE, standing = () => 0 }: Settings = {}): Gate {
  let underWay = 0
  return {
    isFull: () => underWay + standing() >= most,
    enter() {
      underWay += 1
    },
    leave() {
      underWay -= 1
    },
  }
}
