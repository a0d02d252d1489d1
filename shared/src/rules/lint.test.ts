import { describe, expect, it } from 'vitest'
import { factDefinitions } from '../facts'
import { wan } from '../money'
import type { Catalogue, PolicyDocument } from './catalogue'
import { lint } from './lint'
import type { Measure } from './measure'

const measure: Measure = {
  slug: 'gift',
  title: '礼物',
  clauses: ['一'],
  summary: '',
  audience: '',
  materials: [],
  handledBy: '',
  applyAt: '',
  deadline: '',
  criteria: [{ fact: 'compute.annualPurchaseFen', atLeast: wan(5), cite: '一' }],
  amount: { basis: 'fixed', sum: { flat: wan(1) } },
}

const document: PolicyDocument = {
  id: 'xx-2026-1',
  title: '示例文件',
  documentNo: '示例〔2026〕1号',
  issuer: '示例机关',
  level: 'city',
  region: '4301',
  issuedOn: '2026-01-01',
  inForce: { from: '2026-01-01', to: '2026-12-31' },
  listing: 'open',
  summary: '',
  clauses: [{ clause: '一', title: '礼物' }],
  measures: [measure],
}

const catalogue = (change: Partial<PolicyDocument> = {}, ofMeasure: Partial<Measure> = {}): Catalogue => ({
  format: 1,
  version: '2026-01-01',
  facts: factDefinitions,
  areas: {},
  documents: [{ ...document, ...change, measures: change.measures ?? [{ ...measure, ...ofMeasure }] }],
  groups: [],
})

const found = (faulty: Catalogue, on = '2026-06-01') => [...new Set(lint(faulty, on).map((finding) => finding.rule))]

it('finds nothing in a sound catalogue', () => expect(lint(catalogue(), '2026-06-01')).toEqual([]))

describe('finds', () => {
  it('a criterion that no company can meet beside another', () => {
    const criteria = [...measure.criteria, { fact: 'compute.annualPurchaseFen', lessThan: wan(5), cite: '一' } as const]
    expect(found(catalogue({}, { criteria }))).toEqual(['unreachable-criterion'])
  })

  it('a tier below what the criteria ask for', () => {
    const criteria = [{ fact: 'patents.grantedInPeriod', atLeast: 100, cite: '一' } as const]
    const tiers = [
      { atLeast: 50, flat: wan(1) },
      { atLeast: 100, flat: wan(2) },
    ]
    const amount = { basis: 'fixed', sum: { by: 'patents.grantedInPeriod', tiers } } as const
    expect(found(catalogue({}, { criteria, amount }))).toEqual(['unreachable-criterion'])
  })

  it('a criterion without a clause, and one with a clause that is not there', () => {
    const cited = (cite: string) => [{ fact: 'company.sme', is: true, cite } as const]
    expect(found(catalogue({}, { criteria: cited('') }))).toEqual(['criterion-without-clause'])
    expect(found(catalogue({}, { criteria: cited('九') }))).toEqual(['criterion-without-clause'])
  })

  it('a clause without a measure, and one that denies the measure it has', () => {
    const second = { clause: '二', title: '再给一份' }
    expect(found(catalogue({ clauses: [...document.clauses, second] }))).toEqual(['clause-without-measure'])
    expect(found(catalogue({ clauses: [...document.clauses, { ...second, withoutMeasure: '只是号召' }] }))).toEqual([])
    const denied = { clause: '一', title: '礼物', withoutMeasure: '只是号召' }
    expect(found(catalogue({ clauses: [denied] }))).toEqual(['clause-without-measure'])
  })

  it('a fact that nobody defined, and an option that its fact does not have', () => {
    const { 'compute.annualPurchaseFen': _gone, ...rest } = factDefinitions
    expect(found({ ...catalogue(), facts: rest })).toContain('unknown-fact')
    const criteria = JSON.parse('[{"fact":"company.kind","oneOf":["enterprise","circus"],"cite":"一"}]')
    expect(found(catalogue({}, { criteria }))).toEqual(['unknown-option'])
  })

  it('an expired document that is still offered as open, from the day after its end', () => {
    expect(found(catalogue(), '2026-12-31')).toEqual([])
    expect(found(catalogue(), '2027-01-01')).toEqual(['expired-offered-as-open'])
    expect(found(catalogue({ listing: 'history' }), '2027-01-01')).toEqual([])
  })

  it('a measure that stands twice, and a group that names none', () => {
    expect(found(catalogue({ measures: [measure, measure] }))).toEqual(['ambiguous-id'])
    expect(found({ ...catalogue(), groups: [{ title: '组', measures: ['xx-2026-1/loan'] }] })).toEqual([
      'unknown-measure',
    ])
  })
})
