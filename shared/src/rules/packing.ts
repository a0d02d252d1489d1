import type { Column } from './compile'
import type { Masks } from './masks'
import { FALSE, UNKNOWN } from './statement'

export type Pack = Pick<Masks, 'place' | 'weight' | 'bounds' | 'start' | 'table'>

/** Values that a byte may have: few enough that all rows together stay in the processor's first cache. */
const ROWS_PER_BYTE = 128

/** The words whose measures a column can fail or leave open. */
function wordsTouched(column: Column): readonly number[] {
  const touched = new Set<number>()
  for (const [measure, verdicts] of column.verdicts) {
    if (verdicts.some((verdict) => verdict === FALSE || verdict === UNKNOWN)) touched.add(measure >> 5)
  }
  return [...touched]
}

interface Byte {
  rows: number
  /** Columns packed into it, with what their class counts there. */
  readonly columns: { readonly index: number; readonly weight: number }[]
}

/** Packs columns into bytes, large ones first, each into the first byte whose rows stay few. */
function bytesOf(members: readonly number[], columns: readonly Column[]): readonly Byte[] {
  const size = (index: number): number => columns[index]?.size ?? 1
  const bytes: Byte[] = []
  for (const index of [...members].sort((a, b) => size(b) - size(a))) {
    let byte = bytes.find(({ rows }) => rows * size(index) <= ROWS_PER_BYTE)
    if (byte === undefined) {
      byte = { rows: 1, columns: [] }
      bytes.push(byte)
    }
    byte.columns.push({ index, weight: byte.rows })
    byte.rows *= size(index)
  }
  return bytes
}

/** Writes a byte's rows: `from` is the first word that its rows hold, `count` how many. */
function fill(
  table: Int32Array,
  start: number,
  byte: Byte,
  columns: readonly Column[],
  from: number,
  count: number,
): void {
  for (const { index, weight } of byte.columns) {
    const column = columns[index] as Column
    for (const [measure, verdicts] of column.verdicts) {
      const word = (measure >> 5) - from
      const bit = 1 << (measure & 31)
      for (let row = 0; row < byte.rows; row++) {
        const verdict = verdicts[Math.floor(row / weight) % column.size]
        const at = start + row * count * 2 + word
        if (verdict === FALSE) table[at] = (table[at] as number) | bit
        else if (verdict === UNKNOWN) table[at + count] = (table[at + count] as number) | bit
      }
    }
  }
}

/** Lays the columns out as bytes and rows. */
export function packed(columns: readonly Column[], words: number): Pack {
  const touched = columns.map(wordsTouched)
  const indexes = columns.map((_, index) => index)
  const shared = indexes.filter((index) => (touched[index]?.length ?? 0) > 1)
  const own = (word: number): readonly number[] =>
    indexes.filter((index) => touched[index]?.length === 1 && touched[index]?.[0] === word)
  const groups = [
    { bytes: bytesOf(shared, columns), from: 0, count: words },
    ...Array.from({ length: words }, (_, word) => ({ bytes: bytesOf(own(word), columns), from: word, count: 1 })),
  ]
  const all = groups.flatMap(({ bytes, from, count }) => bytes.map((byte) => ({ byte, from, count })))
  const place = new Uint8Array(columns.length)
  const weight = new Uint16Array(columns.length)
  const total = all.reduce((sum, { byte, count }) => sum + byte.rows * count * 2, 0)
  const start = total <= 0x10000 ? new Uint16Array(all.length) : new Uint32Array(all.length)
  let next = 0
  for (const [number, { byte, count }] of all.entries()) {
    start[number] = next
    next += byte.rows * count * 2
    for (const member of byte.columns) {
      place[member.index] = number
      weight[member.index] = member.weight * count * 2
    }
  }
  const table = new Int32Array(total)
  for (const [number, { byte, from, count }] of all.entries())
    fill(table, start[number] as number, byte, columns, from, count)
  const bounds = new Int32Array(words + 1)
  let end = 0
  for (const [index, { bytes }] of groups.entries()) {
    end += bytes.length
    bounds[index] = end
  }
  return { place, weight, bounds, start, table }
}
