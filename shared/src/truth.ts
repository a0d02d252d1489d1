/** Kleene's three values, as words that survive JSON. A fact nobody gave is `unknown`, never `false`. */
export type Truth = 'true' | 'false' | 'unknown'

export const truth = (value: boolean): Truth => (value ? 'true' : 'false')

/** False as soon as one is false, whatever else is unknown. True for none at all. */
export function and(values: Iterable<Truth>): Truth {
  let result: Truth = 'true'
  for (const value of values) {
    if (value === 'false') return 'false'
    if (value === 'unknown') result = 'unknown'
  }
  return result
}

/** True as soon as one is true, whatever else is unknown. False for none at all. */
export function or(values: Iterable<Truth>): Truth {
  let result: Truth = 'false'
  for (const value of values) {
    if (value === 'true') return 'true'
    if (value === 'unknown') result = 'unknown'
  }
  return result
}
