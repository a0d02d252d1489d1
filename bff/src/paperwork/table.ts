import { breakLines } from './break-lines'
import type { Weight } from './fonts'
import { PAGE, type Sheet, WIDTH } from './sheet'

/** A box to tick, drawn, with its words. */
export interface Tick {
  readonly label: string
  readonly ticked: boolean
}

export interface Cell {
  /** In parts of the table's width, which has 24. */
  readonly span: number
  readonly text?: string
  readonly ticks?: readonly Tick[]
  readonly bold?: boolean
  readonly align?: 'left' | 'center'
  readonly top?: boolean
  /** Set at the bottom right: 盖章, 年月日. */
  readonly foot?: readonly string[]
  /** Rows beside this cell: 法人代表 with its two rows. */
  readonly rows?: readonly Row[]
  readonly height?: number
}

export interface Row {
  readonly cells: readonly Cell[]
  readonly least?: number
  /** Stands on the page of the row after it. */
  readonly heading?: boolean
}

export const PARTS = 24
const SIZE = 10.5
const LEADING = 16
const PAD = 4
const BOX = 8.5
/** What of a long row has to stand under its heading. */
const MOST_TOGETHER = 160

interface Line {
  readonly text: string
  readonly ticks?: readonly Tick[]
}

const weightOf = (cell: Cell): Weight => (cell.bold === true ? 700 : 400)

function tickLines(sheet: Sheet, ticks: readonly Tick[], width: number): readonly Line[] {
  const lines: Tick[][] = [[]]
  let used = 0
  for (const tick of ticks) {
    const wide = tickWidth(sheet, tick)
    if (used > 0 && used + wide > width) {
      lines.push([])
      used = 0
    }
    lines.at(-1)?.push(tick)
    used += wide
  }
  return lines.map((line) => ({ text: '', ticks: line }))
}

const tickWidth = (sheet: Sheet, { label }: Tick): number => BOX + 3 + sheet.widthOf(label, SIZE, 400) + 10

function linesOf(sheet: Sheet, cell: Cell, width: number): readonly Line[] {
  const inner = width - 2 * PAD
  const weight = weightOf(cell)
  const text =
    cell.text === undefined || cell.text === ''
      ? []
      : breakLines(cell.text, inner, (each) => sheet.widthOf(each, SIZE, weight)).map((line) => ({ text: line }))
  return [...text, ...(cell.ticks === undefined ? [] : tickLines(sheet, cell.ticks, inner))]
}

const widthOf = (span: number): number => (WIDTH * span) / PARTS

function heightOf(sheet: Sheet, cell: Cell): number {
  if (cell.rows !== undefined) return cell.rows.reduce((sum, row) => sum + rowHeight(sheet, row), 0)
  const lines = linesOf(sheet, cell, widthOf(cell.span)).length + (cell.foot?.length ?? 0) * 1.4
  return Math.max(cell.height ?? 0, lines * LEADING + 2 * PAD)
}

const rowHeight = (sheet: Sheet, row: Row): number =>
  Math.max(row.least ?? 26, ...row.cells.map((cell) => heightOf(sheet, cell)))

function drawTicks(sheet: Sheet, ticks: readonly Tick[], x: number, y: number): void {
  let left = x
  for (const tick of ticks) {
    const top = y + 3.5
    sheet.doc.lineWidth(0.7).rect(left, top, BOX, BOX).stroke()
    if (tick.ticked)
      sheet.doc
        .lineWidth(1.3)
        .moveTo(left + 1.6, top + 4.2)
        .lineTo(left + 3.6, top + 6.8)
        .lineTo(left + 7.2, top + 1.6)
        .stroke()
    sheet.set(tick.label, left + BOX + 3, y, SIZE, 400)
    left += tickWidth(sheet, tick)
  }
}

function drawLines(sheet: Sheet, cell: Cell, lines: readonly Line[], x: number, y: number, width: number): void {
  lines.forEach((line, index) => {
    const top = y + index * LEADING
    if (line.ticks !== undefined) {
      drawTicks(sheet, line.ticks, x + PAD, top)
      return
    }
    const free = width - 2 * PAD - sheet.widthOf(line.text, SIZE, weightOf(cell))
    sheet.set(line.text, x + PAD + (cell.align === 'center' ? free / 2 : 0), top, SIZE, weightOf(cell))
  })
}

function drawCell(sheet: Sheet, cell: Cell, x: number, y: number, height: number): void {
  const width = widthOf(cell.span)
  if (cell.rows !== undefined) {
    let top = y
    const own = heightOf(sheet, cell)
    for (const row of cell.rows) {
      const tall = (rowHeight(sheet, row) * height) / own
      drawRow(sheet, row, x, top, tall)
      top += tall
    }
    return
  }
  sheet.doc.lineWidth(0.7).rect(x, y, width, height).stroke()
  const lines = linesOf(sheet, cell, width)
  const middle = Math.max(PAD, (height - lines.length * LEADING) / 2)
  drawLines(sheet, cell, lines, x, y + (cell.top === true || cell.foot ? PAD : middle), width)
  const foot = cell.foot ?? []
  foot.forEach((text, index) => {
    const up = (foot.length - index) * LEADING * 1.4
    sheet.set(text, x + width - 190 > x + PAD ? x + width - 190 : x + width / 3, y + height - PAD - up, SIZE, 400)
  })
}

function drawRow(sheet: Sheet, row: Row, x: number, y: number, height: number): void {
  let left = x
  for (const cell of row.cells) {
    drawCell(sheet, cell, left, y, height)
    left += widthOf(cell.span)
  }
}

/** The part of a row of text that fits, and the rest: long text flows over pages. */
function split(sheet: Sheet, row: Row, room: number): readonly [Row, Row] | undefined {
  const fits = Math.floor((room - 2 * PAD) / LEADING)
  if (fits < 3 || row.cells.some(({ rows, ticks, foot }) => rows ?? ticks ?? foot)) return undefined
  const parts = row.cells.map((cell) => linesOf(sheet, cell, widthOf(cell.span)).map(({ text }) => text))
  if (parts.every((lines) => lines.length <= fits)) return undefined
  const cut = (from: number, to?: number): Row => ({
    cells: row.cells.map(({ height: _, ...cell }, index) => ({
      ...cell,
      text: (parts[index] ?? []).slice(from, to).join('\n'),
    })),
  })
  return [cut(0, fits), cut(fits)]
}

/** What has to stand on the page of a row: the next one under a heading, and those under that. */
function heightUnder(sheet: Sheet, row: Row, [next, ...rest]: readonly Row[]): number {
  if (row.heading !== true || next === undefined) return 0
  return Math.min(rowHeight(sheet, next), MOST_TOGETHER) + heightUnder(sheet, next, rest)
}

/** Draws rows one under the other over as many pages as it takes; the heading stands on each of them. */
export function drawTable(sheet: Sheet, rows: readonly Row[], heading: () => void): void {
  const waiting = [...rows]
  let fresh = true
  for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
    const height = rowHeight(sheet, row)
    const together = height + heightUnder(sheet, row, waiting)
    const whole = PAGE.height - PAGE.top - PAGE.bottom - 60
    const parts = height > whole || sheet.room > 200 ? split(sheet, row, sheet.room) : undefined
    // What can be neither moved nor cut is drawn where it is.
    if (together <= sheet.room || (fresh && parts === undefined)) {
      drawRow(sheet, row, PAGE.left, sheet.y, height)
      sheet.y += height
      fresh = false
      continue
    }
    if (parts !== undefined) {
      drawRow(sheet, parts[0], PAGE.left, sheet.y, sheet.room)
      waiting.unshift(parts[1])
    } else waiting.unshift(row)
    sheet.newPage()
    heading()
    fresh = true
  }
}
