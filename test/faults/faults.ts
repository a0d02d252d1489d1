import type { Fault } from './fault'
import { kill } from './kill'

/** `npm run faults` runs all of these, by name one of them; one line each. */
export const faults: Readonly<Record<string, Fault>> = {
  kill,
}
