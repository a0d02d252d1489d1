export { checkFact, checkFacts, type FactProblem } from './check'
export type {
  AmountFact,
  BoolFact,
  ChoiceFact,
  ChoicesFact,
  FactDefinition,
  QuantityFact,
  RatioFact,
} from './definition'
export { factDefinitions } from './table'
export type { FactId, FactOption, FactScalar, Facts, FactsOfType, FactTable, FactValue, FactValues } from './value'
export { isKnown } from './value'
