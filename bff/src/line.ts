/**
 * Requests that begin in one turn of the event loop. Node takes in one new connection a turn, and looks once for timers:
 * with all that have come in one turn, newcomers waited for seconds while a few hundred connections were served over
 * and over.
 */
const BEGIN_A_TURN = 8

/** Where requests stand that have been read, until it is their turn. */
export interface Line {
  /** Begins it now, or after those before it. */
  join(begin: () => void): void
  /** How many stand in it. */
  length(): number
}

export function openLine(most = BEGIN_A_TURN): Line {
  const standing: (() => void)[] = []
  let begun = 0

  const begin = (one: () => void): void => {
    if (begun === 0) setImmediate(nextTurn)
    begun += 1
    one()
  }
  function nextTurn(): void {
    begun = 0
    for (const one of standing.splice(0, most)) begin(one)
  }
  return {
    join(one) {
      if (begun < most) begin(one)
      else standing.push(one)
    },
    length: () => standing.length,
  }
}
