export {
  type AnswerProblem,
  type CheckUp,
  type CheckUpContext,
  checkUp,
  type NeededField,
  papersOf,
  type SlotProblem,
} from './check-up'
export { canonicalText, type SentPaper, type Submission, submissionOf } from './content'
export type { Answer, Answers, ApplicationDraft, DecisionSnapshot, FilingDraft, SubmissionDraft } from './draft'
export { type PaperSlot, type SlotId, slotsOf } from './slots'
