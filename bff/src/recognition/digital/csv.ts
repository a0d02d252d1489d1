import { limits } from '../limits'
import { UnreadableFileError } from '../unreadable-file'

const DELIMITERS = [',', '\t', ';', '|', '，'] as const

/** UTF-8, else GB18030, which Chinese spreadsheets still write; an old tool's bytes always make some text in it. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** The character that parts most cells in the first lines. */
function delimiterOf(text: string): string {
  const head = text.split('\n', 30).join('\n')
  const counts = DELIMITERS.map((one) => [one, head.split(one).length] as const)
  return counts.sort((a, b) => b[1] - a[1])[0]?.[0] ?? ','
}

/** The rows of a table in text, RFC 4180: cells in quotes may hold the delimiter, quotes doubled, and line ends. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const delimiter = delimiterOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    row.push(cell.trim())
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    if (row.some((one) => one !== '')) rows.push(row)
    if (rows.length > limits.tableRows) throw new UnreadableFileError('too_large')
    row = []
  }
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (quoted) {
      if (character !== '"') cell += character
      else if (text.charAt(at + 1) === '"') cell += text.charAt(++at)
      else quoted = false
    } else if (character === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (character === delimiter) endCell()
    else if (character === '\n') endRow()
    else if (character !== '\r') cell += character
  }
  endRow()
  return rows
}
