import { expect, it } from 'vitest'
import { instantWords } from './instant'

const NOW = Date.parse('2026-11-21T03:00:00Z')

it.each([
  ['2026-11-21T02:05:00.000Z', '11月21日 10:05'],
  ['2026-11-20T16:30:00Z', '11月21日 00:30'],
  ['2025-12-31T15:59:00Z', '2025年12月31日 23:59'],
  ['2025-12-31T16:00:00Z', '1月1日 00:00'],
])('%s reads %s', (instant, words) => {
  expect(instantWords(instant, NOW)).toBe(words)
})
