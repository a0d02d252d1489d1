import type { IsoDate } from '../date'
import type { FactValues } from '../facts'
import { type Catalogue, evaluate, type Measure, openFacts, type PolicyDocument, paysTruth, sumRange } from '../rules'
import { and } from '../truth'
import type { Decision } from './answer'
import { closedDecision, inactiveReason, openDecision } from './verdict'

/** One measure, from its conditions as they are written. */
export function decideMeasure(document: PolicyDocument, measure: Measure, facts: FactValues, on: IsoDate): Decision {
  const id = `${document.id}/${measure.slug}`
  const truths = measure.criteria.map((criterion) => evaluate(criterion, facts))
  const met = truths.filter((truth) => truth === 'true').length
  const inactive = inactiveReason(document, on)
  const criteria = and(truths)
  if (inactive || criteria === 'false') return closedDecision({ id, measure, inactive, met })
  const open = [...new Set(measure.criteria.flatMap((criterion) => openFacts(criterion, facts)))]
  const range = 'sum' in measure.amount ? sumRange(measure.amount.sum, facts) : undefined
  return openDecision({ id, measure, criteria, paid: paysTruth(measure.amount, facts), met, open, range }, facts, on)
}

/**
 * Every measure of the catalogue on a day, read from the conditions as they are written: the reference with which
 * the tables of the {@link Engine} are compared. Pure: the day comes in, facts are taken as they are.
 */
export const decide = (catalogue: Catalogue, facts: FactValues, on: IsoDate): readonly Decision[] =>
  catalogue.documents.flatMap((document) =>
    document.measures.map((measure) => decideMeasure(document, measure, facts, on)),
  )
