import type { Deps } from '../deps'
import { forgetWhatIsOver, type RetentionWorld } from '../services/privacy/retention'
import type { Database } from '../stores/database'
import type { JobHandler, Outcome } from './handler'
import { enqueue } from './queue'

const SWEEP = 'sweep'
const DAILY_MS = 24 * 3_600_000
const AGAIN_MS = 3_600_000

/** Once a day, what is over goes; see `services/privacy/retention`. */
export const sweepJob = (world: RetentionWorld & Pick<Deps, 'log'>): JobHandler => ({
  kind: SWEEP,
  // A standing job never dies.
  attempts: Number.MAX_SAFE_INTEGER,
  atOnce: 1,
  leaseMs: 30 * 60_000,
  async run(): Promise<Outcome> {
    const failed = await forgetWhatIsOver(world)
    return { outcome: 'later', afterMs: failed.length === 0 ? DAILY_MS : AGAIN_MS }
  },
})

/** One job for all processes; called at every start. */
export const standSweep = (database: Database): Promise<unknown> =>
  database.transaction((transaction) => enqueue(transaction, { kind: SWEEP, dedupeKey: 'daily', payload: {} }))
