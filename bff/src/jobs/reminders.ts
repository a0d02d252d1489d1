import type { Deps } from '../deps'
import type { RemindingWorld } from '../services/messages/remind/companies'
import { remindOfCorrections } from '../services/messages/remind/corrections'
import { remindOfDocuments } from '../services/messages/remind/documents'
import { remindOfFilings } from '../services/messages/remind/filings'
import { tellOfMeasures } from '../services/messages/remind/measures'
import { remindOfRounds } from '../services/messages/remind/rounds'
import { remindOfVouchers } from '../services/messages/remind/vouchers'
import type { Database } from '../stores/database'
import type { JobHandler, Outcome } from './handler'
import { enqueue } from './queue'

type World = RemindingWorld & Pick<Deps, 'wakeJobs'>

const MINUTE_MS = 60_000

/** What is looked for, and how often: each is told once, however often one looks. */
const ROUNDS: Readonly<Record<string, { readonly look: (world: World) => Promise<void>; readonly everyMs: number }>> = {
  'remind-filings': { look: remindOfFilings, everyMs: 60 * MINUTE_MS },
  'remind-corrections': { look: remindOfCorrections, everyMs: 60 * MINUTE_MS },
  'remind-vouchers': { look: remindOfVouchers, everyMs: 60 * MINUTE_MS },
  'remind-rounds': { look: remindOfRounds, everyMs: 60 * MINUTE_MS },
  'remind-documents': { look: remindOfDocuments, everyMs: 6 * 60 * MINUTE_MS },
  'tell-measures': { look: tellOfMeasures, everyMs: MINUTE_MS },
}

/** The standing jobs that look for what falls due. */
export const reminders = (world: World): readonly JobHandler[] =>
  Object.entries(ROUNDS).map(([kind, { look, everyMs }]) => ({
    kind,
    // A standing job never dies.
    attempts: Number.MAX_SAFE_INTEGER,
    atOnce: 1,
    leaseMs: 30 * MINUTE_MS,
    async run(): Promise<Outcome> {
      await look(world)
      world.wakeJobs()
      return { outcome: 'later', afterMs: everyMs }
    },
  }))

/** One job of each kind for all processes; called at every start. */
export const standReminders = (database: Database): Promise<void> =>
  database.transaction(async (transaction) => {
    for (const kind of Object.keys(ROUNDS)) {
      await enqueue(transaction, { kind, dedupeKey: 'standing', payload: {} })
    }
  })
