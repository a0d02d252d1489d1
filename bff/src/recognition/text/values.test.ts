import { describe, expect, it } from 'vitest'
import { dateOf, fenOf, idText, numberOf } from './values'

describe('a sum of money', () => {
  it.each([
    ['¥1,234.56', 123_456],
    ['￥１２３４．５', 123_450],
    ['-100.00', -10_000],
    ['0.29', 29],
    ['人民币106元', 10_600],
    ['64.9', 6490],
    ['1.230', 123],
    ['4503599627370.49', undefined],
    ['1.234', undefined],
    ['12.3.4', undefined],
    ['免税', undefined],
    ['', undefined],
  ])('%s is %s fen', (text, fen) => {
    expect(fenOf(text)).toBe(fen)
  })
})

describe('a date', () => {
  it.each([
    ['2026年3月1日', '2026-03-01'],
    ['2026 年 03 月 01 日', '2026-03-01'],
    ['2026-03-01 12:30:00', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['2026.03.01', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['20260301123000', undefined],
    ['2026年2月30日', undefined],
    ['2026年13月1日', undefined],
    ['三月一日', undefined],
    ['12026-03-01', undefined],
  ])('%s is %s', (text, date) => {
    expect(dateOf(text)).toBe(date)
  })
})

it('letters and digits are narrow, large and without blanks', () => {
  expect(idText(' ９１３３ e100 ')).toBe('9133E100')
})

it('a number is decimal, or none', () => {
  expect(numberOf('1,234.5')).toBe(1234.5)
  expect(numberOf('约2')).toBeUndefined()
  expect(numberOf('1e3')).toBeUndefined()
})
