import type { Fen } from '@suanhui/shared/money'
import type { Piece } from './layout'
import { fenOf } from './values'

/** A sum as it is printed, with two decimals. */
export interface MoneyToken {
  readonly fen: Fen
  /** Whether ¥ stands before it. */
  readonly marked: boolean
  readonly piece: Piece
}

// OCR reads ¥ as Y or V, and puts blanks around points.
const SUM = /([¥YVy])?\s?([-–]?\d{1,3}(?:[,，]\s?\d{3}){1,6}\s?\.\s?\d{2}|[-–]?\d{1,20}\s?\.\s?\d{2})(?![\d%])/g

/** Every sum in a piece. */
export const moneyIn = (piece: Piece): readonly MoneyToken[] =>
  [...piece.text.matchAll(SUM)].flatMap(([, mark, sum = '']) => {
    const fen = fenOf(sum.replace('–', '-').replace('，', ','))
    return fen === undefined ? [] : [{ fen, marked: mark !== undefined, piece }]
  })

export const moneyTokens = (pieces: readonly Piece[]): readonly MoneyToken[] => pieces.flatMap(moneyIn)
