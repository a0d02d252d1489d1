export type { FieldType, FieldValue, PaperField, PaperFields } from './field'
export { type FieldOf, type PaperKind, paperFields, paperNames } from './kinds'
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
