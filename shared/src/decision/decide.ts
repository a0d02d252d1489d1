import type { IsoDate } from '../date'
import type { FactValues } from '../facts'
import {
  type Catalogue,
  type Criterion,
  evaluate,
  explainCondition,
  factsOf,
  idOf,
  type Measure,
  openFacts,
  type PolicyDocument,
  pays,
  type SumRange,
  shortfallOf,
  sumRange,
} from '../rules'
import { and, type Truth } from '../truth'
import type { Amount, Answer, CriterionResult, Decision, Explain, Status } from './answer'
import { bestCombination } from './combination'
import { nextQuestions } from './questions'
import { nothingPaid, warningsOf } from './warnings'

const STATUS_OF: Record<Truth, Status> = { true: 'eligible', false: 'ineligible', unknown: 'undetermined' }
const RESULT_OF = { true: 'met', false: 'unmet', unknown: 'unknown' } as const

function inactiveReason(document: PolicyDocument, on: IsoDate): 'expired' | 'not_yet_in_force' | undefined {
  if (on < document.inForce.from) return 'not_yet_in_force'
  return on > document.inForce.to ? 'expired' : undefined
}

function amountOf(measure: Measure, range: SumRange | undefined, status: Status): Amount | null {
  const { basis } = measure.amount
  if (status !== 'eligible' && status !== 'undetermined') return null
  if (basis === 'case_by_case') return { basis, minFen: 0, maxFen: null }
  if (range === undefined) return { basis, minFen: null, maxFen: null }
  const minimum = 'sum' in measure.amount ? (measure.amount.minimum ?? 0) : 0
  const known = basis !== 'up_to' && range.bases.length === 0 && range.least >= minimum
  return { basis, minFen: known ? range.least : 0, maxFen: range.most }
}

function explained(
  document: PolicyDocument,
  criterion: Criterion,
  catalogue: Catalogue,
  facts: FactValues,
): CriterionResult {
  const truth = evaluate(criterion, facts)
  const shortfall = truth === 'false' ? shortfallOf(criterion, catalogue.facts, facts) : undefined
  return {
    id: idOf(criterion),
    status: RESULT_OF[truth],
    facts: factsOf(criterion),
    text: explainCondition(criterion, catalogue),
    cite: { document: document.id, clause: criterion.cite },
    ...(shortfall && { shortfall }),
  }
}

function decideMeasure(
  catalogue: Catalogue,
  document: PolicyDocument,
  measure: Measure,
  facts: FactValues,
  on: IsoDate,
  withCriteria: boolean,
): Decision {
  const truths = measure.criteria.map((criterion) => evaluate(criterion, facts))
  const range = 'sum' in measure.amount ? sumRange(measure.amount.sum, facts) : undefined
  const paid = range && 'sum' in measure.amount ? pays(range, measure.amount.minimum) : 'true'
  const inactive = inactiveReason(document, on)
  const status = inactive ? 'inactive' : STATUS_OF[and([...truths, paid])]
  const open = status === 'eligible' || status === 'undetermined'
  const decided = range === undefined || range.least === range.most
  const missing = open
    ? [
        ...measure.criteria.flatMap((one) => openFacts(one, facts)),
        ...(decided ? [] : [...range.classes, ...range.bases]),
      ]
    : []
  const refused =
    status === 'ineligible' && paid === 'false' && range ? [nothingPaid(measure, facts, range.most ?? 0)] : []
  return {
    measureId: `${document.id}/${measure.slug}`,
    status,
    ...(inactive && { inactiveReason: inactive }),
    amount: amountOf(measure, range, status),
    met: truths.filter((truth) => truth === 'true').length,
    total: truths.length,
    missing: [...new Set(missing)],
    warnings: open ? warningsOf(measure, facts, on) : refused,
    ...(withCriteria && { criteria: measure.criteria.map((one) => explained(document, one, catalogue, facts)) }),
  }
}

/** Every measure of the catalogue on a day, once, in the catalogue's order. */
export function decide(
  catalogue: Catalogue,
  facts: FactValues,
  on: IsoDate,
  explain: Explain = 'none',
): readonly Decision[] {
  const wanted = (id: string): boolean => explain === 'all' || (explain !== 'none' && explain.includes(id))
  return catalogue.documents.flatMap((document) =>
    document.measures.map((measure) =>
      decideMeasure(catalogue, document, measure, facts, on, wanted(`${document.id}/${measure.slug}`)),
    ),
  )
}

/**
 * The whole answer to what is known of a company: decisions, best combination, next questions.
 * Pure: the day comes in, facts are taken as they are (check them first with `checkFacts`).
 */
export function match(catalogue: Catalogue, facts: FactValues, on: IsoDate, explain: Explain = 'none'): Answer {
  const decisions = decide(catalogue, facts, on, explain)
  return {
    catalogueVersion: catalogue.version,
    asOf: on,
    decisions,
    plan: bestCombination(decisions, catalogue.groups),
    nextQuestions: nextQuestions(catalogue, decisions, facts),
  }
}
