import { daysBetween, type IsoDate } from '@suanhui/shared/date'
import type { Answer, Decision } from '@suanhui/shared/decision'
import type { FactValues } from '@suanhui/shared/facts'
import { type Catalogue, type Measure, nearestPass, type PolicyDocument, type Shortfall } from '@suanhui/shared/rules'
import { validityOf } from '../../../words/deadline'

/** A measure with its verdict, as a card shows it. */
export interface Result {
  readonly id: string
  readonly decision: Decision
  readonly measure: Measure
  readonly document: PolicyDocument
}

/** Nothing but numbers and dates in the way: which, and by how much. */
export interface NearResult extends Result {
  readonly shortfalls: readonly Shortfall[]
  /** Criteria that nobody knows yet. */
  readonly unknown: number
}

/** A document that ends soon, with what of it is still open to this company. */
export interface EndingDocument {
  readonly document: PolicyDocument
  readonly days: number
  readonly eligible: number
  readonly undetermined: number
}

export interface Groups {
  readonly eligible: readonly Result[]
  readonly undetermined: readonly Result[]
  readonly near: readonly NearResult[]
  readonly notYet: readonly Result[]
  readonly ending: readonly EndingDocument[]
  readonly ineligible: readonly Result[]
  readonly expired: readonly Result[]
}

/** 一事一议 may be anything, so it stands after the sums that are named and before those without one. */
function worth({ decision }: Result): number {
  if (decision.amount === null || decision.amount.basis === 'unspecified') return -1
  return decision.amount.maxFen ?? 0
}

const byWorth = (results: readonly Result[]): readonly Result[] => [...results].sort((a, b) => worth(b) - worth(a))

function nearOf(result: Result, catalogue: Catalogue, facts: FactValues): readonly NearResult[] {
  const shortfalls = nearestPass(result.measure, catalogue.facts, facts)
  if (shortfalls === undefined) return []
  const unknown = (result.decision.criteria ?? []).filter((criterion) => criterion.status === 'unknown').length
  return [{ ...result, shortfalls, unknown }]
}

/** What lacks one number before what lacks two. */
const byLack = (results: readonly NearResult[]): readonly NearResult[] =>
  [...results].sort((a, b) => a.shortfalls.length - b.shortfalls.length)

function endingOf(catalogue: Catalogue, results: readonly Result[], on: IsoDate): readonly EndingDocument[] {
  return catalogue.documents.flatMap((document) => {
    if (validityOf(document, on) !== 'ending') return []
    const of = (status: Decision['status']) =>
      results.filter((result) => result.document.id === document.id && result.decision.status === status).length
    const [eligible, undetermined] = [of('eligible'), of('undetermined')]
    // A document that gives this company nothing needs no reminder.
    if (eligible + undetermined === 0) return []
    return [{ document, days: daysBetween(on, document.inForce.to), eligible, undetermined }]
  })
}

/** Every measure of the answer with its text, in the catalogue's order. */
export function resultsOf(catalogue: Catalogue, answer: Answer): readonly Result[] {
  const decisions = new Map(answer.decisions.map((decision) => [decision.measureId, decision]))
  return catalogue.documents.flatMap((document) =>
    document.measures.flatMap((measure) => {
      const id = `${document.id}/${measure.slug}`
      const decision = decisions.get(id)
      return decision === undefined ? [] : [{ id, decision, measure, document }]
    }),
  )
}

/** The results in the groups people read them in. The answer must carry its criteria. Each measure stands in one group. */
export function groupResults(catalogue: Catalogue, answer: Answer, facts: FactValues): Groups {
  const all = resultsOf(catalogue, answer)
  const of = (status: Decision['status']) => all.filter((result) => result.decision.status === status)
  const near = byLack(of('ineligible').flatMap((result) => nearOf(result, catalogue, facts)))
  const inactive = of('inactive')
  return {
    eligible: byWorth(of('eligible')),
    undetermined: byWorth(of('undetermined')),
    near,
    notYet: inactive.filter((result) => result.decision.inactiveReason === 'not_yet_in_force'),
    ending: endingOf(catalogue, all, answer.asOf),
    ineligible: of('ineligible').filter((result) => !near.some((one) => one.id === result.id)),
    expired: inactive.filter((result) => result.decision.inactiveReason === 'expired'),
  }
}

/** Why not, in one sentence: the first criterion that fails, or why the sum pays nothing. */
export function firstReason({ decision }: Result): string {
  const unmet = decision.criteria?.find((criterion) => criterion.status === 'unmet')
  return unmet === undefined ? (decision.warnings[0]?.text ?? '') : `要求：${unmet.text}`
}
