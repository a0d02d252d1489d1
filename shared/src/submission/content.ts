import type { FieldValue, Paper, PaperKind, PaperLine } from '../papers'
import type { CheckUp } from './check-up'
import type { Answers, DecisionSnapshot, SubmissionDraft } from './draft'
import type { SlotId } from './slots'

/** A paper as it was sent: the file by its hash, and the values that were confirmed. */
export interface SentPaper {
  readonly id: string
  readonly slot: SlotId
  readonly kind: PaperKind
  readonly hash: string | null
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly lines: readonly PaperLine[]
}

/** What is sent and kept as evidence: all that was said, and nothing of the device or the moment it was said on. */
export interface Submission {
  readonly format: 1
  readonly step: SubmissionDraft['step']
  readonly companyId: string
  readonly measureId: string
  readonly catalogueVersion: string
  readonly answers: Answers
  readonly papers: readonly SentPaper[]
  /** Warnings that stood when it was sent, each confirmed by a person. */
  readonly confirmedFindings: readonly { readonly id: string; readonly message: string; readonly cite: string }[]
  readonly claimedFen: number | null
  readonly decided: DecisionSnapshot | null
  readonly filingId: string | null
}

const order = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : 1))

const valuesOf = (paper: Paper): Readonly<Record<string, FieldValue>> =>
  Object.fromEntries(Object.entries(paper.fields).map(([name, { value }]) => [name, value]))

const SLOTS: readonly SlotId[] = [
  'contract',
  'invoice',
  'payment',
  'proof',
  'demand-form',
  'filing-form',
  'application-form',
  'report',
  'other',
]

function sentPapers(draft: SubmissionDraft, papers: readonly Paper[]): readonly SentPaper[] {
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  return SLOTS.flatMap((slot) =>
    (draft.papers[slot] ?? []).flatMap((id) => {
      const paper = byId.get(id)
      if (paper === undefined) return []
      const { kind, hash, lines } = paper
      return [{ id, slot, kind, hash: hash ?? null, fields: valuesOf(paper), lines }]
    }),
  )
}

/**
 * The content of what is sent, once the check-up lets it go.
 * @throws {RangeError} while something stands against sending it.
 */
export function submissionOf(draft: SubmissionDraft, papers: readonly Paper[], checked: CheckUp): Submission {
  if (!checked.ready) throw new RangeError('the check-up has not passed')
  const application = draft.step === 'application' ? draft : undefined
  const asking = draft.step === 'claim' ? draft : application
  return {
    format: 1,
    step: draft.step,
    companyId: draft.companyId,
    measureId: draft.measureId,
    catalogueVersion: draft.catalogueVersion,
    answers: draft.answers,
    papers: sentPapers(draft, papers),
    confirmedFindings: order(checked.findings.map(({ id, message, cite }) => ({ id, message, cite }))),
    claimedFen: asking?.claimedFen ?? null,
    decided: asking?.decided ?? null,
    filingId: application?.filingId ?? null,
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/**
 * The one text of a submission: JSON with sorted keys and no blanks (as RFC 8785 for the values that occur here). Its
 * hash, made where there is cryptography, covers everything in {@link Submission}; files are covered by their hashes.
 */
export const canonicalText = (submission: Submission): string => JSON.stringify(sorted(submission))
