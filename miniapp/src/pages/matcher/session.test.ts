import { match } from '@suanhui/shared/decision'
import { catalogue } from '@suanhui/shared/policies'
import { expect, it } from 'vitest'
import { sessionOf } from './session'

const ON = '2026-11-21'
const first = { 'company.region': '430104', 'company.kind': 'enterprise' } as const

it('answers as if asked afresh, whatever was told before: set, changed, declined, taken back, another day', () => {
  const steps = [
    first,
    { ...first, 'compute.annualPurchaseFen': 40_000_000 },
    { ...first, 'compute.annualPurchaseFen': null },
    { 'company.region': '140105' },
    {},
    first,
  ]
  for (const facts of steps) expect(sessionOf(catalogue, facts, ON).answer()).toEqual(match(catalogue, facts, ON))
  expect(sessionOf(catalogue, first, '2027-01-01').answer()).toEqual(match(catalogue, first, '2027-01-01'))
})

it('is kept while rules and day are the same', () => {
  const session = sessionOf(catalogue, first, ON)
  expect(sessionOf(catalogue, { ...first, 'company.sme': true }, ON)).toBe(session)
  expect(sessionOf({ ...catalogue }, first, ON)).not.toBe(session)
})
