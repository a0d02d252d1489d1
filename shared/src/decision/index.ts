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
export { decide, match } from './decide'
export { nextQuestions } from './questions'
