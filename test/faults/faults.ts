import { clock } from './clock'
import { databaseGone } from './database-gone'
import { diskFull } from './disk-full'
import type { Fault } from './fault'
import { journey } from './journey'
import { killOn } from './kill'
import { powerCut } from './power-cut'
import { storage } from './storage'
import { twoProcesses } from './two-processes'
import { vendors } from './vendors'

/** `npm run faults` runs all of these, by name one of them; one line each. */
export const faults: Readonly<Record<string, Fault>> = {
  'kill-embedded': killOn('embedded'),
  'kill-server': killOn('server'),
  'power-cut': powerCut,
  'disk-full': diskFull,
  'database-gone': databaseGone,
  storage,
  vendors,
  clock,
  'two-processes': twoProcesses,
  journey,
}
