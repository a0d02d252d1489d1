export type { BaseFact } from './base-facts'
export { checkPapers } from './check-papers'
export type { CheckContext, ClaimElsewhere, Party, PublishedPrice, RegisteredProvider, UsedBy } from './context'
export type { FieldType, FieldValue, PaperField, PaperFields } from './field'
export { type Finding, isError, type Severity } from './finding'
export { invoiceKey } from './invoice'
export { type PaperKind, paperFields, paperNames } from './kinds'
export { namesOf, type PaperNames } from './naming'
export {
  type Confirmed,
  dateOf,
  isTrue,
  mergeConfirmed,
  numberOf,
  type Paper,
  type PaperLine,
  type PaperOrigin,
  type PaperValue,
  textOf,
} from './paper'
export type { PaperRules, PaperTopic } from './paper-rules'
export { qualityAdvice } from './quality-advice'
export type {
  FieldSource,
  FoundSeal,
  PagePlace,
  PageReading,
  QualityProblem,
  ReadField,
  Reading,
  ReadLine,
} from './reading'
export { type Sameness, sameParty } from './same-party'
export { type InvoiceTrail, type SubsidyBase, subsidyBase } from './subsidy-base'
export { type UnreadableReason, unreadableWords } from './unreadable'
