import { expect, it } from 'vitest'
import { and, or, type Truth } from './truth'

const table: readonly (readonly [Truth, Truth, Truth, Truth])[] = [
  ['true', 'true', 'true', 'true'],
  ['true', 'false', 'false', 'true'],
  ['true', 'unknown', 'unknown', 'true'],
  ['false', 'false', 'false', 'false'],
  ['false', 'unknown', 'false', 'unknown'],
  ['unknown', 'unknown', 'unknown', 'unknown'],
]

it.each(table)('%s, %s: and %s, or %s', (a, b, both, either) => {
  expect([and([a, b]), and([b, a])]).toEqual([both, both])
  expect([or([a, b]), or([b, a])]).toEqual([either, either])
})

it('of nothing at all, "and" is true and "or" is false', () => {
  expect([and([]), or([])]).toEqual(['true', 'false'])
})
