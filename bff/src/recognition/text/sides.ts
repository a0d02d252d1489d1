import type { FieldValue } from '@suanhui/shared/papers'
import type { Candidate } from './candidate'
import { middle, type Piece } from './layout'

/** One value for each of two parties. */
export interface Sides<T extends FieldValue> {
  readonly first?: Candidate<T> | undefined
  readonly second?: Candidate<T> | undefined
}

const pieceOf = (one: Candidate): Piece | undefined => one.pieces[0]

/** Whether two blocks stand side by side: their values share a height, and not their columns. */
function besides(one: Piece, other: Piece): boolean {
  const apart = Math.abs(middle(one) - middle(other)) > 4 * one.height
  return apart && Math.abs(one.y - other.y) < 3 * Math.max(one.height, other.height)
}

/** Each value once: a label inside of another makes two hits of one. */
const distinct = <T extends FieldValue>(hits: readonly Candidate<T>[]): readonly Candidate<T>[] =>
  hits.filter((one, index) => hits.findIndex((other) => pieceOf(other) === pieceOf(one)) === index)

/**
 * The first party's and the second's, where both have the same labels: left before right where the blocks stand side
 * by side, else above before below. One value alone is put by the half of the page that it stands in, and guessed.
 * @param across whether the blocks stand side by side, where another field has shown it.
 */
export function sidesOf<T extends FieldValue>(
  all: readonly Candidate<T>[],
  pieces: readonly Piece[],
  across?: boolean,
): Sides<T> {
  const [one, other] = distinct(all)
  const [a, b] = [one && pieceOf(one), other && pieceOf(other)]
  if (one && other && a && b) {
    if (besides(a, b)) return middle(a) < middle(b) ? { first: one, second: other } : { first: other, second: one }
    return a.y <= b.y ? { first: one, second: other } : { first: other, second: one }
  }
  if (!one || !a || across === undefined) return {}
  const guess: Candidate<T> = { ...one, trust: 'guessed' }
  const places = pieces.map((piece) => (across ? middle(piece) : piece.y))
  const half = (Math.min(...places) + Math.max(...places)) / 2
  return (across ? middle(a) : a.y) < half ? { first: guess } : { second: guess }
}

/** Whether two values stand side by side; undefined where there are not two. */
export function areAcross(all: readonly Candidate[]): boolean | undefined {
  const [one, other] = distinct(all)
  const [a, b] = [one && pieceOf(one), other && pieceOf(other)]
  return a && b ? besides(a, b) : undefined
}
