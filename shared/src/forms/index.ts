export type { CompanyProfile, IdentityKind, Sex } from './company-profile'
export {
  type CellType,
  type FieldKind,
  type Form,
  type FormColumn,
  type FormField,
  type FormId,
  type FormSection,
  fieldOf,
  fieldsOf,
  type Made,
  type Option,
  type Origin,
  type PrintedFormId,
} from './form'
export {
  answersOf,
  type CellValue,
  choicesOf,
  type FilledValue,
  type FormRow,
  type FormValue,
  type FormValues,
  type FoundValue,
  isBlank,
  rowsOf,
  sameValue,
  type ValueSource,
  withAnswer,
  withoutAnswer,
} from './form-values'
export { forms } from './forms'
export { isResidentNumber } from './identity-number'
export { type FormPlace, placeLabel, placeName, placeNamed } from './place'
export { type FormProvider, type PrefillSource, prefill, reportLacks } from './prefill'
export { isShapeless, type Unprintable, unprintable, unprintableIn, unprintableWords } from './printable'
export { type RowOffers, rowOffers, rowText } from './row-offers'
export {
  claimLimits,
  type FormProblem,
  isAsked,
  neededFields,
  validateField,
  validateForm,
} from './validate'
export { doubtOf } from './validate-cell'
export { valueText } from './value-text'
export { percentText, wanText } from './wan'
