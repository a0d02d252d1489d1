export { type Applied, type AppliedStep, type ApplyOutcome, apply } from './apply'
export type { ApplicantAct, Holder, Step } from './step'
export {
  actsOf,
  isStatusOf,
  isTerminal,
  labelOf,
  mayAct,
  reachableFrom,
  statusesOf,
  stepOf,
  steps,
  successorsOf,
  UNKNOWN_LABEL,
} from './steps'
export {
  type ApplicationStatus,
  type Change,
  type CorrectionItem,
  DEPARTMENTS,
  type Department,
  type FilingStatus,
  newSubject,
  openItems,
  type RegistrationStatus,
  type Status,
  type StatusEvent,
  type SubjectKind,
  type SubjectState,
  type VoucherStatus,
} from './subject'
