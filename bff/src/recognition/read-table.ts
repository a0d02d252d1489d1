import type { Reading } from '@suanhui/shared/papers'
import { billTable } from './digital/bill-table'
import { csvRows, decodeText } from './digital/csv'
import { tableIn } from './digital/table-columns'
import { usageLogFields } from './digital/usage-log'
import type { PaperFile } from './paper-file'
import { UnreadableFileError } from './unreadable-file'

/**
 * A log of use or a bill, as a table in text.
 * @throws {UnreadableFileError} where the text holds no such table.
 */
export function readTable({ bytes, kind }: PaperFile): Reading {
  const text = decodeText(bytes).replace(/^\ufeff/, '')
  const table = tableIn(csvRows(text))
  if (!table) throw new UnreadableFileError('unknown_type')
  const isBill = kind === 'compute_bill' || (kind !== 'usage_log' && table.columns.amount !== undefined)
  const { fields, lines } = isBill ? billTable(table) : { fields: usageLogFields(table), lines: [] }
  return {
    kind: isBill ? 'compute_bill' : 'usage_log',
    kindConfidence: 0.9,
    fields,
    lines,
    seals: [],
    pages: [],
    disagreements: [],
  }
}
