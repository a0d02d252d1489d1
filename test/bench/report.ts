import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Table {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What a reader must know to read the figures fairly. */
  readonly notes?: readonly string[]
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function markdown({ title, head, rows, notes = [] }: Table): string {
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'))
  const body = [line(head), line(rule), ...rows.map(line)].join('\n')
  return `### ${title}\n\n${body}\n${notes.map((note) => `\n- ${note}`).join('')}${notes.length > 0 ? '\n' : ''}`
}

/** The same for a terminal: columns aligned, the first to the left. */
export function plain({ title, head, rows, notes = [] }: Table): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => (row[column] ?? '').length)))
  const aligned = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return [`\n${title}`, aligned(head), ...rows.map(aligned), ...notes.map((note) => `  ${note}`)].join('\n')
}

const FILE = join(import.meta.dirname, 'RESULTS.md')
const INTRODUCTION =
  '# What was measured\n\nWritten by `npm run bench`; a figure counts beside the others of its run only.\n'

/** Puts a section's tables, and what failed, in the place of its last ones; the other sections stay as they are. */
export function record(
  section: string,
  when: string,
  machine: string,
  { tables, differences }: { readonly tables: readonly Table[]; readonly differences: readonly string[] },
): void {
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : INTRODUCTION
  const [introduction = INTRODUCTION, ...parts] = before.split(/^(?=## )/m)
  const failures = differences.map((one) => `**Failed: ${one}**\n\n`).join('')
  const part = `## ${section}\n\n${when}. ${machine}\n\n${failures}${tables.map(markdown).join('\n')}`
  const others = parts.filter((one) => !one.startsWith(`## ${section}\n`)).map((one) => one.trimEnd())
  writeFileSync(FILE, `${[introduction.trimEnd(), ...others, part.trimEnd()].join('\n\n')}\n`)
}

/** Three significant figures, no exponent: 0.0533, 8.1, 4410. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const size = Math.abs(value)
  if (size >= 100) return Math.round(value).toString()
  return size === 0 ? '0' : Number(value.toPrecision(3)).toString()
}

const UNITS = [
  ['s', 1e9],
  ['ms', 1e6],
  ['µs', 1e3],
  ['ns', 1],
] as const

/** A time in the unit that people would choose: 53.3 ns, 1.24 µs, 7.6 ms. */
export function duration(ns: number): string {
  if (!Number.isFinite(ns)) return '–'
  const [unit, size] = UNITS.find(([, least]) => ns >= least) ?? ['ns', 1]
  return `${figure(ns / size)} ${unit}`
}

export const times = (ratio: number): string => (Number.isFinite(ratio) ? `× ${figure(ratio)}` : '–')
export const percent = (share: number): string => `${figure(share * 100)}%`
