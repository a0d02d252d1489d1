import { z } from 'zod'
import type { Journal } from './journal'
import { seededRandom } from './random'

const Share = z.coerce.number().min(0).max(1)
const Milliseconds = z.coerce.number().int().min(0).max(120_000)

/** What goes wrong on purpose. All zero: nothing does. Shares are from 0 to 1. */
export const FaultSettings = z.object({
  /** Each answer of the platforms and gateways waits so long. */
  latencyMs: Milliseconds.default(0),
  /** Answers with 503 before anything was done. */
  errorShare: Share.default(0),
  /** The connection is cut after the work was done: the caller cannot know. */
  dropShare: Share.default(0),
  /** A webhook is sent a second time. */
  duplicateShare: Share.default(0),
  /** A webhook is held back for up to three seconds, so that later ones pass it. */
  reorderShare: Share.default(0),
  /** How far the platforms' clocks are off. */
  clockSkewMs: z.coerce.number().int().min(-86_400_000).max(86_400_000).default(0),
  /** The vendors of SMS and WeChat messages refuse with a passing error. */
  vendorFailureShare: Share.default(0),
  /** Receipts of the vendors come so much later. */
  receiptDelayMs: Milliseconds.default(0),
  /** Receipts come twice. */
  receiptRepeatShare: Share.default(0),
  /** Receipts are held back for up to three seconds, so that later ones pass them. */
  receiptReorderShare: Share.default(0),
  /** A sent SMS does not reach the phone; its receipt says so. */
  undeliveredShare: Share.default(0),
  /** Where the random numbers begin: the same seed, the same faults. */
  seed: z.coerce.number().int().min(0).max(4_294_967_295).default(1),
})
export type FaultSettings = z.infer<typeof FaultSettings>
export type ShareName = Extract<keyof FaultSettings, `${string}Share`>

export const NO_FAULTS: FaultSettings = FaultSettings.parse({})

export interface Faults {
  settings(): FaultSettings
  /** Changes what is named; the random numbers begin anew. */
  change(wanted: Partial<FaultSettings>): FaultSettings
  /** Draws: does it happen this time? */
  happens(share: ShareName): boolean
  /** From 0 up to, but without, `below`. */
  upTo(below: number): number
}

/** The switches; kept in the journal, so that a restart does not quietly heal anything. */
export function openFaults(journal: Journal): Faults {
  const kept = journal.collection('faults', FaultSettings)
  const settings = (): FaultSettings => kept.get('now') ?? NO_FAULTS
  let random = seededRandom(settings().seed)
  return {
    settings,
    change(wanted) {
      const next = FaultSettings.parse({ ...settings(), ...wanted })
      journal.commit(() => kept.put('now', next))
      random = seededRandom(next.seed)
      return next
    },
    happens(share) {
      const of = settings()[share]
      return of > 0 && random() < of
    },
    upTo: (below) => Math.floor(random() * below),
  }
}
