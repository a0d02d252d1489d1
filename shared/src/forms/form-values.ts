export type CellValue = string | number | boolean
export type FormRow = Readonly<Record<string, CellValue>>

/**
 * One answer: text, `YYYY-MM-DD`, fen, a ratio, yes or no, the key of an option, keys of several, or rows.
 * It is what a submission keeps as its answer.
 */
export type FormValue = CellValue | readonly string[] | readonly FormRow[]

/** Who said it: the company's profile, a paper, the matcher, a person, or an earlier form. */
export type ValueSource = 'company' | 'paper' | 'matcher' | 'person' | 'form'

export interface FilledValue {
  readonly value: FormValue
  readonly source: ValueSource
  /** The paper, fact or form that it comes from. */
  readonly sourceId?: string
  /** A person has looked at it. */
  readonly confirmed: boolean
}

export type FormValues = Readonly<Record<string, FilledValue>>

export function isBlank(value: FormValue | undefined): boolean {
  if (value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  return typeof value === 'object' && value.length === 0
}

const isRow = (item: string | FormRow): item is FormRow => typeof item === 'object'

/** The rows of a value; none where it holds no rows. */
export const rowsOf = (value: FormValue | undefined): readonly FormRow[] =>
  typeof value === 'object' ? value.flatMap((item: string | FormRow) => (isRow(item) ? [item] : [])) : []

/** The chosen keys of a value. */
export const choicesOf = (value: FormValue | undefined): readonly string[] =>
  typeof value === 'object' ? value.flatMap((item: string | FormRow) => (isRow(item) ? [] : [item])) : []

/** The bare answers, as a submission keeps them. */
export const answersOf = (values: FormValues): Readonly<Record<string, FormValue>> =>
  Object.fromEntries(Object.entries(values).map(([id, { value }]) => [id, value]))

/** What a person typed over what stood there. */
export const withAnswer = (values: FormValues, field: string, value: FormValue): FormValues => ({
  ...values,
  [field]: { value, source: 'person', confirmed: true },
})
