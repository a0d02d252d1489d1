import type { FormField, FormValue } from '@suanhui/shared/forms'

const isRows = (value: FormValue): boolean => Array.isArray(value) && value.every((item) => typeof item === 'object')
const isTexts = (value: FormValue): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string')

/**
 * Why a value cannot even be kept; undefined where it can. What is only not right yet is kept, and told by the
 * check-up: nothing that was typed is lost.
 */
export function unstorable(field: FormField, value: FormValue): string | undefined {
  switch (field.type) {
    case 'rows': {
      if (!isRows(value)) return '要一行一行地填'
      const known = new Set(field.columns.map(({ id }) => id))
      const rows = typeof value === 'object' ? value : []
      return rows.every((row) => typeof row === 'object' && Object.keys(row).every((id) => known.has(id)))
        ? undefined
        : '里面有这张表没有的列'
    }
    case 'several of':
      return isTexts(value) ? undefined : '要从给出的里面选'
    case 'fen':
    case 'ratio':
      // What is half typed may be text still.
      return typeof value === 'number' || typeof value === 'string' ? undefined : '要填数字'
    case 'yes no':
      return typeof value === 'boolean' || value === '' ? undefined : '要选“是”或者“否”'
    default:
      return typeof value === 'string' ? undefined : '要填文字'
  }
}
