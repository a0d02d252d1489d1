import type { FactValues } from '../facts'
import {
  type Catalogue,
  type Criterion,
  evaluate,
  explainCondition,
  factsOf,
  idOf,
  type Measure,
  type PolicyDocument,
  shortfallOf,
} from '../rules'
import type { CriterionResult } from './answer'

const RESULT_OF = { true: 'met', false: 'unmet', unknown: 'unknown' } as const

function explained(
  catalogue: Catalogue,
  document: PolicyDocument,
  criterion: Criterion,
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

/** Each criterion of a measure in words, with its clause. Made only for what is shown. */
export const explainMeasure = (
  catalogue: Catalogue,
  document: PolicyDocument,
  measure: Measure,
  facts: FactValues,
): readonly CriterionResult[] => measure.criteria.map((criterion) => explained(catalogue, document, criterion, facts))
