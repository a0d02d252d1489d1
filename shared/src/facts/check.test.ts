import { describe, expect, it } from 'vitest'
import { checkFact, checkFacts, factDefinitions } from '.'

const problem = (id: string, value: unknown) => checkFact(factDefinitions, id, value)

describe('a value is refused with its fact named', () => {
  it.each([
    ['compute.annualPurchaseFen', -1],
    ['compute.annualPurchaseFen', 1.5],
    ['compute.annualPurchaseFen', '5'],
    ['compute.annualPurchaseFen', 2 ** 53],
    ['compute.contractSignedOn', '2026-02-30'],
    ['compute.contractSignedOn', 20261103],
    ['company.region', '4301'],
    ['company.region', 430104],
    ['company.kind', 'shop'],
    ['company.kind', 'toString'],
    ['company.activities', 'buys_compute'],
    ['company.activities', ['buys_compute', 'sleeps']],
    ['company.sme', 'yes'],
    ['company.sme', 1],
    ['patents.grantedInPeriod', 2.5],
    ['facility.pue', Number.NaN],
    ['facility.pue', Number.POSITIVE_INFINITY],
    ['facility.cloudRevenueRatio', -0.1],
    ['no.such.fact', true],
    ['__proto__', true],
    ['constructor', true],
  ])('%s = %s', (id, value) => {
    expect(problem(id, value)).toMatchObject({ fact: id })
  })
})

describe('a value is taken', () => {
  it.each([
    ['compute.annualPurchaseFen', 0],
    ['company.region', '430104'],
    ['company.activities', []],
    ['finance.revenueGrowthLastYear', -0.3],
    ['facility.pue', 1.25],
    ['compute.contractSignedOn', '2028-02-29'],
    ['company.sme', null],
  ])('%s = %s', (id, value) => {
    expect(problem(id, value)).toBeUndefined()
  })
})

it('lists every problem at once, and lets nothing through beside one', () => {
  const result = checkFacts(factDefinitions, { 'company.sme': true, 'company.region': '43', 'company.age': 3 })
  expect(result).toEqual({
    problems: [expect.objectContaining({ fact: 'company.region' }), expect.objectContaining({ fact: 'company.age' })],
  })
})
