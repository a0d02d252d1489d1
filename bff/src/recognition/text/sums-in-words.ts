import type { Fen } from '@suanhui/shared/money'
import { type Candidate, candidate } from './candidate'
import { chineseAmount } from './chinese-amount'
import type { Piece } from './layout'
import { moneyTokens } from './money-tokens'

/** A sum that stands on the page both in figures and in words: `checked`, for two readings agree. */
export function sumInWords(pieces: readonly Piece[]): Candidate<Fen> | undefined {
  const tokens = moneyTokens(pieces)
  for (const piece of pieces) {
    const fen = chineseAmount(joinedFrom(piece, pieces))
    const token = fen === undefined ? undefined : tokens.find((one) => one.fen === fen)
    if (token) return candidate(token.fen, 'checked', [token.piece])
  }
  return undefined
}

/** A piece with the next one: long words run over the end of a line. */
function joinedFrom(piece: Piece, pieces: readonly Piece[]): string {
  const next = pieces[pieces.indexOf(piece) + 1]
  return piece.text + (next && next.page === piece.page ? next.text : '')
}
