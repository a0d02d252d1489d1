import type { Fault } from './fault'
import { kill } from './kill'
import { twoProcesses } from './two-processes'

/** `npm run faults` runs all of these, by name one of them; one line each. */
export const faults: Readonly<Record<string, Fault>> = {
  kill,
  'two-processes': twoProcesses,
}
