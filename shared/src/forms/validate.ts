import { formatFen, share, wan } from '../money'
import { type Form, type FormField, type FormId, fieldsOf } from './form'
import { choicesOf, type FormValue, type FormValues, isBlank, rowsOf } from './form-values'
import { isResidentNumber } from './identity-number'
import { cellProblem, lengthOf } from './validate-cell'
import { percentText } from './wan'

/** What is wrong, and where: a row and its column for fields of rows. */
export interface FormProblem {
  readonly form: FormId
  readonly field: string
  readonly row?: number
  readonly column?: string
  readonly kind: 'missing' | 'wrong'
  readonly message: string
  readonly cite?: string
}

type Place = Pick<FormProblem, 'row' | 'column' | 'kind' | 'message'>

/** 附件3 and 三(二): at most 30% of what was settled, and at most 10 million yuan. */
export const claimLimits = { share: 0.3, mostFen: wan(1000), cite: '三(二)' } as const
/** 晋政办发〔2024〕35号: whatever the rate. What the rate gives is the decision's to say. */
const voucherLimits = { mostFen: wan(200), cite: '二(九)' } as const

/** Whether the field is asked for at all, as things stand. */
export function isAsked(field: FormField, values: FormValues): boolean {
  if (field.onlyIf === undefined) return true
  const { value } = values[field.onlyIf.field] ?? {}
  return value === field.onlyIf.holds || choicesOf(value).includes(field.onlyIf.holds)
}

const missing = (label: string): string => `还没有填“${label}”。`
const wrong = (message: string): Place => ({ kind: 'wrong', message })

function rowProblems(field: FormField & { readonly type: 'rows' }, value: FormValue): readonly Place[] {
  const rows = rowsOf(value)
  const cells = rows.flatMap((row, index) =>
    field.columns.flatMap((column): readonly Place[] => {
      const cell = row[column.id]
      const at = { row: index, column: column.id }
      const nth = `第${index + 1}份${field.rowName}`
      if (cell === undefined || isBlank(cell))
        return column.required ? [{ ...at, kind: 'missing', message: `${nth}${missing(column.label)}` }] : []
      const problem = cellProblem(column, cell)
      return problem === undefined ? [] : [{ ...at, ...wrong(`${nth}的“${column.label}”：${problem}`) }]
    }),
  )
  const { least, most, rowName } = field
  if (rows.length < least) return [wrong(`至少要填${least}份${rowName}。`), ...cells]
  if (rows.length > most) return [wrong(`最多填${most}份${rowName}，现在有${rows.length}份。`), ...cells]
  return cells
}

function longProblem(text: string, { least = 0, max }: { readonly least?: number; readonly max: number }) {
  const length = lengthOf(text)
  if (length > max) return `最多写${max}个字，现在有${length}个。`
  return length < least ? `写得太短了，至少写${least}个字，现在有${length}个。` : undefined
}

function identityProblem(text: string, kind: FormValue | undefined): string | undefined {
  const number = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (kind === 'id_card') return isResidentNumber(number) ? undefined : '身份证号不对，请对照身份证看一遍。'
  return /^[0-9A-Z\p{Script=Han}（）()-]{5,30}$/u.test(number) ? undefined : '证件号不对，请对照证件看一遍。'
}

function placesOf(field: FormField, value: FormValue, values: FormValues): readonly Place[] {
  if (field.type === 'rows') return rowProblems(field, value)
  const one = (message: string | undefined) => (message === undefined ? [] : [wrong(message)])
  if (field.type === 'several of') {
    const known = new Set(field.options.map(({ key }) => key))
    return one(choicesOf(value).every((key) => known.has(key)) ? undefined : '请从给出的里面选。')
  }
  if (field.type === 'long text') return one(typeof value === 'string' ? longProblem(value, field) : '请重新填写。')
  if (field.type === 'identity number')
    return one(typeof value === 'string' ? identityProblem(value, values[field.kindField]?.value) : '请重新填写。')
  return one(cellProblem(field, value))
}

/**
 * What is wrong with one value as it is typed, in words; undefined where nothing is. Blank is not wrong while typing.
 * `values`: the others, for a number whose kind stands in another field.
 */
export function validateField(
  field: FormField,
  value: FormValue | undefined,
  values: FormValues = {},
): string | undefined {
  if (value === undefined || isBlank(value)) return undefined
  return placesOf(field, value, values)[0]?.message
}

function fieldProblems(form: Form, field: FormField, values: FormValues): readonly FormProblem[] {
  if (!isAsked(field, values)) return []
  const { value } = values[field.id] ?? {}
  const at = { form: form.id, field: field.id, ...(field.cite !== undefined && { cite: field.cite }) }
  if (value === undefined || isBlank(value))
    return field.required ? [{ ...at, kind: 'missing', message: missing(`${field.group ?? ''}${field.label}`) }] : []
  return placesOf(field, value, values).map((place) => ({ ...at, ...place }))
}

const numberIn = (values: FormValues, field: string): number | undefined => {
  const value = values[field]?.value
  return typeof value === 'number' ? value : undefined
}

/** The sum claimed against what was settled, the ratios of the contracts, and the ceiling. */
function claimProblems(form: Form, values: FormValues): readonly FormProblem[] {
  const claimed = numberIn(values, 'claimedFen')
  if (claimed === undefined) return []
  const { mostFen, cite } = form.id === 'claim' ? voucherLimits : claimLimits
  const at = { form: form.id, field: 'claimedFen', kind: 'wrong', cite } as const
  if (claimed > mostFen)
    return [{ ...at, message: `最多申请${formatFen(mostFen)}，现在填的是${formatFen(claimed)}，请改小。` }]
  const settled = form.id === 'application' ? numberIn(values, 'settledFen') : undefined
  if (settled === undefined || settled < 0) return []
  const ratios = rowsOf(values.contracts?.value).flatMap(({ ratio }) => (typeof ratio === 'number' ? [ratio] : []))
  const highest = ratios.length === 0 ? claimLimits.share : Math.min(claimLimits.share, Math.max(...ratios))
  const most = share(settled, highest)
  if (claimed <= most) return []
  const words = `实际使用金额${formatFen(settled)}的${percentText(highest)}%是${formatFen(most)}`
  return [{ ...at, message: `${words}，最多申请这么多，现在填的是${formatFen(claimed)}，请改小。` }]
}

/** All that is missing or wrong, in the order of the form. */
export const validateForm = (form: Form, values: FormValues): readonly FormProblem[] => [
  ...fieldsOf(form).flatMap((field) => fieldProblems(form, field, values)),
  ...claimProblems(form, values),
]

/** The fields that a submission cannot do without, as its check-up takes them. */
export const neededFields = (
  form: Form,
  values: FormValues,
): readonly { readonly form: string; readonly field: string; readonly label: string }[] =>
  fieldsOf(form)
    .filter((field) => field.required && isAsked(field, values))
    .map(({ id, group = '', label }) => ({ form: form.id, field: id, label: `${group}${label}` }))
