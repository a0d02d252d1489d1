import { type FormId, fieldOf } from './form'
import { forms } from './forms'

/** A place in the forms: a field, or a row of its table, or one cell of that. Rows count from 0. */
export interface FormPlace {
  readonly form: FormId
  readonly field: string
  readonly row?: number
  readonly column?: string
}

const ROW = /^\d{1,4}$/

/**
 * The place that a platform names: `application.bankName`, a cell as `application.contracts.0.site` or
 * `application.contracts[0].site`, or the field alone where the form is clear. What is not known below the field is left
 * out; undefined where there is no such field in these forms.
 */
export function placeNamed(name: string, among: readonly FormId[]): FormPlace | undefined {
  const parts = name.replace(/\[(\d+)\]/g, '.$1').split('.')
  const named = among.find((id) => id === parts[0])
  const [field = '', row = '', column] = named === undefined ? parts : parts.slice(1)
  const form = named ?? among.find((id) => fieldOf(forms[id], field) !== undefined)
  const kind = form && fieldOf(forms[form], field)
  if (form === undefined || kind === undefined) return undefined
  if (kind.type !== 'rows' || !ROW.test(row)) return { form, field }
  const known = kind.columns.some(({ id }) => id === column)
  return { form, field, row: Number(row), ...(known && column !== undefined && { column }) }
}

/** Its name within the form, as {@link placeNamed} reads it: `contracts.0.site`. */
export const placeName = ({ field, row, column }: Omit<FormPlace, 'form'>): string =>
  [field, row, column].filter((part) => part !== undefined).join('.')

/** As people call it: 联系人电话, 第1份合同的算力中心地址. */
export function placeLabel({ form, field, row, column }: FormPlace): string {
  const kind = fieldOf(forms[form], field)
  if (kind === undefined) return field
  if (kind.type !== 'rows' || row === undefined) return `${kind.group ?? ''}${kind.label}`
  const cell = kind.columns.find(({ id }) => id === column)
  return `第${row + 1}份${kind.rowName}${cell === undefined ? '' : `的${cell.label}`}`
}
