import { z } from 'zod'
import type { Journal } from '../journal'

export const PlatformName = z.enum(['hunan-scheduling', 'hunan-projects', 'shanxi-dispatch'])
export type PlatformName = z.infer<typeof PlatformName>

export const CaseKind = z.enum(['registration', 'filing', 'application', 'voucher'])
export type CaseKind = z.infer<typeof CaseKind>

export const CorrectionKind = z.enum(['incorrect', 'incomplete', 'outdated'])

export const Correction = z.object({
  id: z.string(),
  /** A field of the form or a paper, by the name the product gave it. */
  target: z.string(),
  isPaper: z.boolean(),
  kind: CorrectionKind,
  note: z.string(),
  dueOn: z.string(),
  resolvedAt: z.number().optional(),
  /** The reviewer took it back. */
  withdrawnAt: z.number().optional(),
})
export type Correction = z.infer<typeof Correction>

export const CasePaper = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
})
export type CasePaper = z.infer<typeof CasePaper>

const HistoryLine = z.object({ at: z.number(), who: z.string(), text: z.string(), state: z.string() })

/** Whatever a platform works on: a registration, a filing, an application, a voucher. */
export const Case = z.object({
  /** The platform's receipt number. */
  id: z.string(),
  /** What the product called it. */
  reference: z.string(),
  platform: PlatformName,
  kind: CaseKind,
  creditCode: z.string(),
  companyName: z.string(),
  region: z.string(),
  state: z.string(),
  /** As sent, for the desk to show. */
  form: z.record(z.string(), z.unknown()),
  papers: z.array(CasePaper),
  corrections: z.array(Correction),
  /** Who passed it in the review under way. */
  passedBy: z.array(z.string()),
  /** By expert. */
  scores: z.record(z.string(), z.number()),
  /** What was settled, the base of the subsidy; in fen. */
  settledFen: z.number().int().optional(),
  /** What the applicant asks for; in fen. */
  requestedFen: z.number().int().optional(),
  rank: z.number().int().optional(),
  grantedFen: z.number().int().optional(),
  /** Where it goes back to when the explanation satisfies. */
  before: z.string().optional(),
  /** The number of its last event. */
  sequence: z.number().int(),
  submittedAt: z.number(),
  changedAt: z.number(),
  history: z.array(HistoryLine),
})
export type Case = z.infer<typeof Case>

export const casesIn = (journal: Journal) => journal.collection('cases', Case)

/** Neither resolved nor withdrawn. */
export const openCorrections = ({ corrections }: Case): readonly Correction[] =>
  corrections.filter(({ resolvedAt, withdrawnAt }) => resolvedAt === undefined && withdrawnAt === undefined)
