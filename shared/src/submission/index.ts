export {
  type AnswerProblem,
  type CheckUp,
  type CheckUpContext,
  checkUp,
  type NeededField,
  papersOf,
  RULES_FIELD,
  type SlotProblem,
} from './check-up'
export { canonicalText, type SentPaper, type Submission, submissionOf } from './content'
export type {
  Answer,
  Answers,
  ApplicationDraft,
  ClaimDraft,
  DecisionSnapshot,
  FilingDraft,
  RedemptionDraft,
  SubmissionDraft,
  SubmissionStep,
} from './draft'
export { type PaperSlot, type SlotId, slotsOf } from './slots'
