import type { FieldValue } from '@suanhui/shared/papers'
import { type Candidate, candidate } from './candidate'
import { type Piece, rightOf, under } from './layout'

/** Makes a value of text without blanks, or refuses it. */
export type Accept<T extends FieldValue> = (text: string) => T | undefined

const squeezed = (text: string): string => text.replace(/\s/g, '')
const value = (text: string): string => text.replace(/^[:：;；.,、]+/, '')

/** How far, in heights, the value of a label may stand to its right. */
const REACH = 14

/** A gap between parts of one value; columns stand farther apart. */
const PART_GAP = 1.2
const MOST_PARTS = 5

/** The first pieces of a row as far as they may be parts of one value, the longest run first. */
function runsOf(row: readonly Piece[]): readonly (readonly Piece[])[] {
  const end = row.findIndex((piece, index) => {
    const before = row[index - 1]
    return before !== undefined && piece.left - before.right > PART_GAP * piece.height
  })
  const parts = row.slice(0, end < 0 ? MOST_PARTS : Math.min(end, MOST_PARTS))
  return parts.map((_, index) => parts.slice(0, parts.length - index))
}

function inNeighbours<T extends FieldValue>(label: Piece, rest: string, pieces: readonly Piece[], accept: Accept<T>) {
  const near = rightOf(label, pieces).filter((one) => one.left - label.right < REACH * label.height)
  for (const run of runsOf(near)) {
    const found = accept(value(rest + run.map(({ text }) => squeezed(text)).join('')))
    if (found !== undefined) return candidate(found, 'labelled', [...(rest ? [label] : []), ...run])
  }
  const next = rest === '' && near.length === 0 ? under(label, pieces) : undefined
  const found = next && accept(value(squeezed(next.text)))
  return next && found !== undefined ? candidate(found, 'guessed', [next]) : undefined
}

/**
 * Every value beside a label: in the same line behind it, in the pieces to its right, or, alone in its cell, under it.
 * @param label matches at the label's end, in text without blanks.
 */
export function allLabelled<T extends FieldValue>(
  pieces: readonly Piece[],
  label: RegExp,
  accept: Accept<T>,
): readonly Candidate<T>[] {
  return pieces.flatMap((piece) => {
    const text = squeezed(piece.text)
    const match = label.exec(text)
    if (!match) return []
    const rest = value(text.slice(match.index + match[0].length))
    const own = accept(rest)
    if (own !== undefined) return [candidate(own, 'labelled', [piece])]
    return inNeighbours(piece, rest, pieces, accept) ?? []
  })
}

/** The first of them in reading order. */
export const labelled = <T extends FieldValue>(
  pieces: readonly Piece[],
  label: RegExp,
  accept: Accept<T>,
): Candidate<T> | undefined => allLabelled(pieces, label, accept)[0]
