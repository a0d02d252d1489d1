export type {
  Amount,
  Answer,
  CriterionResult,
  Decision,
  Explain,
  Plan,
  Status,
  Warning,
  WarningCode,
} from './answer'
export { bestCombination } from './combination'
export { compareCatalogues, type MeasureChange } from './compare'
export { compareRulings, type DifferenceKind, isSameText, type RuleDifference } from './compare-rulings'
export { decide } from './decide'
export { Engine, engineOf, match, type State } from './engine'
export { explainMeasure } from './explained'
export { type Ruling, ruleOn, rulesOf } from './ruling'
export { Session } from './session'
