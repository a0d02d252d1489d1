import { formatDate, isIsoDate } from '../date'
import type { CellType, FieldKind } from './form'
import { choicesOf, type FormValue, rowsOf } from './form-values'
import { percentText, wanText } from './wan'

/** A value as the tables print it; rows and choices of several are told with 、 and ；. */
export function valueText(kind: CellType | FieldKind, value: FormValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') {
    if (kind.type === 'fen') return wanText(value)
    return kind.type === 'ratio' ? percentText(value) : String(value)
  }
  if (typeof value === 'string') {
    if (kind.type === 'date' && isIsoDate(value)) return formatDate(value)
    return kind.type === 'one of' ? (kind.options.find(({ key }) => key === value)?.label ?? value) : value
  }
  if (kind.type === 'several of')
    return kind.options.flatMap(({ key, label }) => (choicesOf(value).includes(key) ? [label] : [])).join('、')
  if (kind.type !== 'rows') return ''
  return rowsOf(value)
    .map((row) => kind.columns.map((column) => valueText(column, row[column.id])).join('，'))
    .join('；')
}
