import { match } from '@suanhui/shared/decision'
import type { FactValues } from '@suanhui/shared/facts'
import { wan } from '@suanhui/shared/money'
import { catalogue } from '@suanhui/shared/policies'
import { describe, expect, it } from 'vitest'
import { firstReason, groupResults } from './groups'

const on = '2026-11-21'
const grouped = (facts: FactValues, day = on) => groupResults(catalogue, match(catalogue, facts, day, 'all'), facts)
const ids = (results: readonly { readonly id: string }[]) => results.map((result) => result.id)

const buyer = {
  'company.kind': 'enterprise',
  'company.region': '430104',
  'company.independentLegalLiability': true,
  'company.majorViolationWithin3Years': false,
  'company.onSeriousDishonestyList': false,
  'compute.annualPurchaseFen': wan(40),
  'compute.hasScenarioPlan': true,
  'compute.providerRegistered': true,
  'compute.relatedParty': false,
  'compute.resold': false,
  'compute.settledInWindowFen': wan(40),
}
const voucher = 'hn-2026-168/compute-voucher'

describe('the groups of the results', () => {
  it.each([
    ['nothing is known', {}],
    ['a buyer in Changsha', buyer],
    ['a company in Shanxi', { 'company.kind': 'enterprise', 'company.region': '140105' }],
  ])('hold every measure once when %s', (_name, facts) => {
    const { ending: _, ...groups } = grouped(facts)
    const all = Object.values(groups).flatMap(ids)
    expect([...all].sort()).toEqual(
      catalogue.documents.flatMap(({ id, measures }) => measures.map(({ slug }) => `${id}/${slug}`)).sort(),
    )
  })

  it('put the voucher of a buyer under what can be applied for', () => {
    expect(ids(grouped(buyer).eligible)).toContain(voucher)
  })

  it('put it one step short under what is nearly reached, with the gap', () => {
    const near = grouped({ ...buyer, 'compute.annualPurchaseFen': wan(4) }).near.find((one) => one.id === voucher)
    expect(near).toMatchObject({ shortfalls: [{ given: wan(4), needed: wan(5) }], unknown: 0 })
  })

  it('name both gaps where two numbers fall short, after what lacks only one', () => {
    const { near } = grouped({
      'facility.region': '430104',
      'facility.status': 'new',
      'facility.pflops': 40,
      'facility.pue': 1.4,
      'facility.storageKwh': 400,
    })
    expect(near.find(({ id }) => id === 'hn-2025-4/compute-centre')?.shortfalls).toEqual([
      { fact: 'facility.pflops', given: 40, needed: 50 },
      { fact: 'facility.pue', given: 1.4, needed: 1.3 },
    ])
    const lacks = near.map(({ shortfalls }) => shortfalls.length)
    expect(lacks).toEqual([...lacks].sort())
    expect(lacks).toContain(1)
  })

  it('do not call it near when something else is in the way too', () => {
    const groups = grouped({ ...buyer, 'compute.annualPurchaseFen': wan(4), 'compute.resold': true })
    expect(ids(groups.near)).not.toContain(voucher)
    expect(ids(groups.ineligible)).toContain(voucher)
  })

  it('sort by the sum, those without one last', () => {
    for (const group of [grouped(buyer).eligible, grouped({}).undetermined]) {
      const sums = group.map(({ decision }) =>
        decision.amount?.basis === 'unspecified' ? -1 : (decision.amount?.maxFen ?? 0),
      )
      expect(sums).toEqual([...sums].sort((a, b) => b - a))
    }
  })

  it('keep the plan of 2022 to 2024 as history only', () => {
    const groups = grouped(buyer)
    const old = catalogue.documents.find((document) => document.id === 'cs-2021-64')
    expect(ids(groups.expired)).toEqual(old?.measures.map(({ slug }) => `cs-2021-64/${slug}`))
  })

  it('remind a company in Shanxi of the end of its document, and nobody whom it gives nothing', () => {
    const shanxi = { 'company.kind': 'enterprise', 'company.region': '140105' }
    expect(grouped(shanxi).ending).toMatchObject([{ document: { id: 'sx-2024-35' }, days: 40 }])
    expect(grouped({ ...buyer, 'company.kind': 'government_body', 'facility.status': 'none' }).ending).toEqual([])
    expect(grouped(shanxi, '2026-10-31').ending).toEqual([])
  })

  it('have a reason in words for everything refused', () => {
    for (const result of grouped(buyer).ineligible) expect(firstReason(result), result.id).not.toBe('')
  })
})
