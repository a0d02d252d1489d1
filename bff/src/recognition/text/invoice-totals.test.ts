import { describe, expect, it } from 'vitest'
import { invoiceTotals } from './invoice-totals'
import { piecesOf } from './layout'
import { boxQuad } from './line'

/** Texts at places, as OCR would tell them. */
const page = (...texts: readonly (readonly [text: string, x: number, y: number])[]) =>
  piecesOf(
    {
      width: 1000,
      height: 700,
      lines: texts.map(([text, x, y]) => ({ text, confidence: 0.95, quad: boxQuad(x, y, text.length * 10, 16) })),
    },
    0,
  )

const SUMS = [
  ['¥1000.00', 600, 480],
  ['¥60.00', 900, 480],
] as const
const SMALL = ['（小写）¥1060.00', 700, 520] as const
const WORDS = ['壹仟零陆拾圆整', 300, 520] as const

const told = (pieces: ReturnType<typeof page>, qr?: Parameters<typeof invoiceTotals>[1]) => {
  const { candidates, disagreements } = invoiceTotals(pieces, qr)
  const { totalFen, amountFen, taxFen } = candidates
  return { values: [amountFen?.value, taxFen?.value, totalFen?.value], trust: totalFen?.trust, disagreements }
}

const RIGHT = [100_000, 6000, 106_000]

describe('sum, tax and total', () => {
  it('are proven where figures, words and the addition agree', () => {
    expect(told(page(...SUMS, SMALL, WORDS))).toEqual({ values: RIGHT, trust: 'checked', disagreements: [] })
  })

  it('are proven by the QR code in place of words: total on 数电票, sum without tax on older ones', () => {
    expect(told(page(...SUMS, SMALL), { fen: 106_000, of: 'total' }).trust).toBe('checked')
    expect(told(page(...SUMS, SMALL), { fen: 100_000, of: 'amount' }).trust).toBe('checked')
  })

  it('are not proven by the addition alone', () => {
    expect(told(page(...SUMS, SMALL))).toEqual({ values: RIGHT, trust: 'labelled', disagreements: [] })
  })

  it('leave it to a person where words and figures differ', () => {
    const read = told(page(...SUMS, ['（小写）¥1080.00', 700, 520], WORDS))
    expect(read).toEqual({ values: RIGHT, trust: 'labelled', disagreements: ['totalFen'] })
  })

  it('are not taken from rows that add up by chance elsewhere', () => {
    const rows = [
      ['500.00', 600, 300],
      ['560.00', 600, 330],
    ] as const
    expect(told(page(...rows, ...SUMS, SMALL, WORDS)).values).toEqual(RIGHT)
  })

  it('are absent where nothing was read', () => {
    expect(told(page(['名称:', 10, 10])).values).toEqual([undefined, undefined, undefined])
  })
})
