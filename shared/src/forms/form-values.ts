export type CellValue = string | number | boolean
export type FormRow = Readonly<Record<string, CellValue>>

/**
 * One answer: text, `YYYY-MM-DD`, fen, a ratio, yes or no, the key of an option, keys of several, or rows.
 * It is what a submission keeps as its answer.
 */
export type FormValue = CellValue | readonly string[] | readonly FormRow[]

/** Who said it: the company's profile, a paper, the matcher, a person, or an earlier form. */
export type ValueSource = 'company' | 'paper' | 'matcher' | 'person' | 'form'

/** A value with where it comes from. */
export interface FoundValue {
  readonly value: FormValue
  readonly source: ValueSource
  /** The paper, fact or form that it comes from. */
  readonly sourceId?: string
}

export interface FilledValue extends FoundValue {
  /** A person has looked at it. */
  readonly confirmed: boolean
  /** What would be filled in now, where a person wrote something else. */
  readonly known?: FoundValue
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

const ordered = (value: FormValue): unknown =>
  typeof value === 'object'
    ? value.map((item: string | FormRow) =>
        isRow(item) ? Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)) : item,
      )
    : value

/** Whether two answers say the same; the order of a row's cells says nothing. */
export const sameValue = (a: FormValue, b: FormValue): boolean =>
  JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))

/** What is known without asking a person. */
function knownIn(filled: FilledValue | undefined): FoundValue | undefined {
  if (filled === undefined || filled.source === 'person') return filled?.known
  const { value, source, sourceId } = filled
  return { value, source, ...(sourceId !== undefined && { sourceId }) }
}

/** What a person typed over what stood there; what stood there is kept beside it where it says something else. */
export function withAnswer(values: FormValues, field: string, value: FormValue): FormValues {
  const known = knownIn(values[field])
  const differs = known !== undefined && !sameValue(known.value, value)
  return { ...values, [field]: { value, source: 'person', confirmed: true, ...(differs && { known }) } }
}

/** The person's answer taken back: what is known without it stands there again. */
export function withoutAnswer(values: FormValues, field: string): FormValues {
  const { [field]: before, ...rest } = values
  const known = knownIn(before)
  return known === undefined ? rest : { ...rest, [field]: { ...known, confirmed: false } }
}
