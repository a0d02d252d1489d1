import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptFigure, shownFigure } from './figures'

describe('a sum in 万元', () => {
  it.each([
    ['40', 40_000_000],
    ['10.6', 10_600_000],
    ['１０．６', 10_600_000],
    ['0.000001', 1],
    ['40万', 40_000_000],
    ['1,000', 1_000_000_000],
    ['', undefined],
    ['  ', undefined],
    ['四十', '四十'],
    ['-3', '-3'],
    ['0.0000001', '0.0000001'],
    ['99999999999', '99999999999'],
  ])('%j is kept as %j', (text, kept) => {
    expect(keptFigure('fen', text)).toBe(kept)
  })

  it('stands in its field as it was, to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e14 }), (fen) => {
        expect(keptFigure('fen', shownFigure('fen', fen))).toBe(fen)
      }),
    )
  })
})

it.each([
  ['30', 0.3],
  ['30%', 0.3],
  ['29', 0.29],
  ['2.5', 0.025],
])('a share of %j is kept as %j', (text, kept) => {
  expect(keptFigure('ratio', text)).toBe(kept)
  expect(shownFigure('ratio', kept)).toBe(text.replace('%', ''))
})
