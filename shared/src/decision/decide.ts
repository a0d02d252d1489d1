import type { IsoDate } from '../date'
import type { FactValues } from '../facts'
import { type Catalogue, evaluate, type Measure, openFacts, type PolicyDocument, paysTruth, sumRange } from '../rules'
import { and } from '../truth'
import type { Decision } from './answer'
import { decisionOf, inactiveReason } from './verdict'

function decideMeasure(document: PolicyDocument, measure: Measure, facts: FactValues, on: IsoDate): Decision {
  const truths = measure.criteria.map((criterion) => evaluate(criterion, facts))
  const paid = paysTruth(measure.amount, facts)
  const found = {
    id: `${document.id}/${measure.slug}`,
    measure,
    inactive: inactiveReason(document, on),
    truth: and([...truths, paid]),
    paid,
    met: truths.filter((truth) => truth === 'true').length,
    open: [...new Set(measure.criteria.flatMap((criterion) => openFacts(criterion, facts)))],
    range: 'sum' in measure.amount ? sumRange(measure.amount.sum, facts) : undefined,
  }
  return decisionOf(found, facts, on)
}

/**
 * Every measure of the catalogue on a day, read from the conditions as they are written: the reference with which
 * the tables of the {@link Engine} are compared. Pure: the day comes in, facts are taken as they are.
 */
export const decide = (catalogue: Catalogue, facts: FactValues, on: IsoDate): readonly Decision[] =>
  catalogue.documents.flatMap((document) =>
    document.measures.map((measure) => decideMeasure(document, measure, facts, on)),
  )
