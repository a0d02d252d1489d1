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
export type {
  FactGiven,
  FactId,
  FactOption,
  FactScalar,
  Facts,
  FactsOfType,
  FactTable,
  FactValue,
  FactValues,
  Interval,
} from './value'
export { isInterval, isKnown } from './value'
