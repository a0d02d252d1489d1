import type { Fen } from '@suanhui/shared/money'
import { type Candidate, type Candidates, candidate, type Extracted } from './candidate'
import { chineseAmount } from './chinese-amount'
import { below, type Piece, rightOf } from './layout'
import { type MoneyToken, moneyIn, moneyTokens } from './money-tokens'

/** What a QR code says about the sums. */
export interface PrintedSum {
  readonly fen: Fen
  readonly of: 'amount' | 'total'
}

interface Split {
  readonly amount: MoneyToken
  readonly tax: MoneyToken
}

/** How much a pair looks like the line of sums: marked with ¥, on one line, low on the page. */
function likeness({ amount, tax }: Split): number {
  const together = amount.piece.page === tax.piece.page && Math.abs(below(amount.piece, tax.piece)) < 0.8
  return (amount.marked ? 2 : 0) + (tax.marked ? 2 : 0) + (together ? 3 : 0)
}

/** The two sums that make up the total. */
function splitOf(total: Fen, tokens: readonly MoneyToken[], amount: Fen | undefined): Split | undefined {
  let best: Split | undefined
  for (const one of tokens) {
    if (amount !== undefined && one.fen !== amount) continue
    for (const other of tokens) {
      if (one === other || one.fen + other.fen !== total || Math.abs(one.fen) < Math.abs(other.fen)) continue
      const split = { amount: one, tax: other }
      if (!best || likeness(split) > likeness(best)) best = split
    }
  }
  return best
}

function smallTotal(pieces: readonly Piece[]): MoneyToken | undefined {
  for (const label of pieces.filter(({ text }) => /小写|\(小/.test(text))) {
    const found = [label, ...rightOf(label, pieces).slice(0, 2)].flatMap(moneyIn)[0]
    if (found) return found
  }
  return undefined
}

function wordsOf(pieces: readonly Piece[]): { readonly fen: Fen; readonly piece: Piece } | undefined {
  const found = pieces.flatMap((piece) => {
    const fen = chineseAmount(piece.text)
    return fen === undefined ? [] : [{ fen: /负数|负/.test(piece.text) ? -fen : fen, piece }]
  })
  return found.sort((a, b) => Math.abs(b.fen) - Math.abs(a.fen))[0]
}

interface Reading {
  readonly total: Fen
  readonly split: Split | undefined
  readonly votes: number
  readonly pieces: readonly Piece[]
}

/**
 * Sum, tax and total. What is printed as digits, in words and in the QR code are readings of the same total; the one
 * that most of them and the addition agree on is taken: `checked` where two others agree with it and none differs.
 */
export function invoiceTotals(pieces: readonly Piece[], qr: PrintedSum | undefined): Extracted {
  const tokens = moneyTokens(pieces)
  const small = smallTotal(pieces)
  const words = wordsOf(pieces)
  const fromQr = qr?.of === 'total' ? qr.fen : undefined
  const totals = new Set([small?.fen, words?.fen, fromQr].filter((fen) => fen !== undefined))
  const readings = [...totals].map((total): Reading => {
    const split = splitOf(
      total,
      tokens.filter((one) => one !== small),
      qr?.of === 'amount' ? qr.fen : undefined,
    )
    const proofs = [small?.fen === total, words?.fen === total, fromQr === total, split, split && qr?.of === 'amount']
    const printed = small?.fen === total ? [small.piece] : words?.fen === total ? [words.piece] : []
    return { total, split, votes: proofs.filter(Boolean).length, pieces: printed }
  })
  const best = readings.sort((a, b) => b.votes - a.votes)[0]
  if (!best) return { candidates: {}, disagreements: [] }
  const unlike = totals.size > 1
  const candidates = sums(unlike ? { ...best, votes: 0 } : best, { tokens, total: small?.piece })
  return { candidates, disagreements: unlike ? ['totalFen'] : [] }
}

function sums({ total, split, votes, pieces }: Reading, rest: Unsplit): Candidates {
  // Three readings of four: the figures, the words, the QR code, the addition.
  const trust = votes >= 3 ? 'checked' : 'labelled'
  const sum = pieces.length > 0 ? { totalFen: candidate(total, trust, pieces) } : {}
  if (!split) return { ...sum, ...withoutTax(total, rest) }
  return {
    ...sum,
    amountFen: candidate(split.amount.fen, trust, [split.amount.piece]),
    taxFen: candidate(split.tax.fen, trust, [split.tax.piece]),
  }
}

interface Unsplit {
  readonly tokens: readonly MoneyToken[]
  readonly total: Piece | undefined
}

/** An invoice without tax prints the total as the sum, and stars in place of the tax. */
function withoutTax(total: Fen, { tokens, total: printed }: Unsplit): Readonly<Record<string, Candidate>> {
  const sum = tokens.find(({ fen, marked, piece }) => fen === total && marked && piece !== printed)
  return sum ? { amountFen: candidate(sum.fen, 'labelled', [sum.piece]) } : {}
}
