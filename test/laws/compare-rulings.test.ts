import { compareRulings, isSameText, type Ruling, ruleOn, rulesOf } from '@suanhui/shared/decision'
import type { FactValues } from '@suanhui/shared/facts'
import { wan } from '@suanhui/shared/money'
import { catalogue } from '@suanhui/shared/policies'
import { type Catalogue, type Measure, type PolicyDocument, syntheticCompanies } from '@suanhui/shared/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUYER } from '../contract/server'

const MEASURE = 'hn-2026-168/compute-voucher'
const ON = '2026-11-21'

type Part = (document: PolicyDocument) => PolicyDocument
const onMeasure =
  (change: (measure: Measure) => Measure): Part =>
  (document) => ({ ...document, measures: document.measures.map(change) })
/** A change as a reviewer makes it: in the text of the rule. */
const replaced = (from: string, to: string): Part =>
  onMeasure((measure) => JSON.parse(JSON.stringify(measure).replace(from, to)))

/** Everything that a newer text may change, one at a time. */
const CHANGES = {
  share: replaced('"share":0.3', '"share":0.25'),
  cap: replaced('"cap":100000000000', '"cap":1000000'),
  bar: replaced(`"atLeast":${wan(5)}`, `"atLeast":${wan(50)}`),
  strictBar: replaced(`"atLeast":${wan(5)}`, `"moreThan":${wan(5)}`),
  clause: replaced('"cite":"二(一)2"', '"cite":"二(一)5"'),
  region: replaced('"within":"43"', '"within":"4301"'),
  fewer: onMeasure((measure) => ({ ...measure, criteria: measure.criteria.slice(0, -2) })),
  more: onMeasure((measure) => ({
    ...measure,
    criteria: [...measure.criteria, { fact: 'company.sme', is: true, cite: '二(一)6' }],
  })),
  materials: onMeasure((measure) => ({ ...measure, materials: [...measure.materials.slice(1), '审计报告'] })),
  deadline: onMeasure((measure) => ({ ...measure, deadline: '每年评审两次' })),
  place: onMeasure((measure) => ({ ...measure, applyAt: '只在省算力调度平台提交' })),
  filing: replaced('"withinDays":30', '"withinDays":15'),
  noWarning: onMeasure(({ warnings: _, ...measure }) => measure),
  end: (document) => ({ ...document, inForce: { ...document.inForce, to: '2027-12-31' } }),
  expired: (document) => ({ ...document, inForce: { ...document.inForce, to: '2026-11-20' } }),
  number: (document) => ({ ...document, documentNo: '湘工信测试〔2027〕1号', inForce: { ...document.inForce } }),
} as const satisfies Readonly<Record<string, Part>>

type Change = keyof typeof CHANGES
const NAMES = Object.keys(CHANGES).filter((name): name is Change => Object.hasOwn(CHANGES, name))

const before = rulesOf(catalogue, MEASURE)
const changed = (names: readonly Change[]): Catalogue => ({
  ...before,
  documents: before.documents.map((document) => names.reduce((one, name) => CHANGES[name](one), document)),
})
const rule = (rules: Catalogue, facts: FactValues): Ruling | undefined => ruleOn(rules, MEASURE, facts, ON)
const kinds = (differences: ReturnType<typeof compareRulings>) => differences.map(({ kind }) => kind).sort()

/** As it comes back from a database: the same, with its keys in another order. */
const turned = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).reverse())
      : one,
  )

const someChanges = fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 5 })
const someCompany = fc.integer({ min: 0, max: 1e6 }).map((seed) => syntheticCompanies(catalogue, seed)())

describe('a newer catalogue against the one that an application is pinned to', () => {
  it('says nothing where nothing differs', () => {
    fc.assert(
      fc.property(someChanges, someCompany, (names, facts) => {
        const rules = changed(names)
        expect(compareRulings(rule(rules, facts), rule(turned(rules), facts))).toEqual([])
      }),
    )
    expect(compareRulings(undefined, undefined)).toEqual([])
  })

  it('says the same kinds both ways', () => {
    fc.assert(
      fc.property(someChanges, someChanges, someCompany, (left, right, facts) => {
        const [a, b] = [rule(changed(left), facts), rule(changed(right), facts)]
        expect(kinds(compareRulings(a, b))).toEqual(kinds(compareRulings(b, a)))
      }),
    )
  })

  it('names every difference of the decisions, each with its clause and sentences', () => {
    fc.assert(
      fc.property(someChanges, someCompany, (names, facts) => {
        const [a, b] = [rule(before, facts), rule(changed(names), facts)]
        if (a === undefined || b === undefined) throw new Error('the measure is in both')
        const differences = compareRulings(a, b)
        const named = new Set(kinds(differences))
        const differs = (of: (ruling: Ruling) => unknown): boolean => JSON.stringify(of(a)) !== JSON.stringify(of(b))
        if (differs(({ decision: { status, inactiveReason } }) => [status, inactiveReason]))
          expect(named).toContain('verdict')
        if (differs(({ decision }) => decision.amount)) expect(named).toContain('amount')
        if (differs(({ decision: { criteria, met, total } }) => [criteria, met, total]))
          expect(named).toContain('criterion')
        if (differs(({ decision }) => decision.warnings)) expect(named).toContain('deadline')
        if (differs(({ measure }) => measure.materials)) expect(named).toContain('materials')
        if (differs(({ decision }) => decision)) expect(differences).not.toEqual([])
        for (const { clause, before: was, after: is, means } of differences) {
          expect(clause).toMatch(/号，/)
          expect(was).not.toBe(is)
          expect(means).not.toBe('')
        }
      }),
    )
  })

  it('is in words that a person can use', () => {
    const facts = { ...BUYER, 'compute.viaPlatform': false, 'compute.contractSignedOn': '2026-11-03' }
    const [amount] = compareRulings(rule(before, facts), rule(changed(['share']), facts))
    expect(amount).toEqual({
      kind: 'amount',
      clause: '湘工信信息软件〔2026〕168号，第二部分（一）、第三部分',
      before: '补贴期内的实际结算金额的30%，最高1000万元，补贴期从2025年10月27日到2028年10月26日；公司：上限12万元',
      after: '补贴期内的实际结算金额的25%，最高1000万元，补贴期从2025年10月27日到2028年10月26日；公司：上限10万元',
      means: '上限从12万元变为10万元，少了2万元。',
    })
    expect(compareRulings(rule(before, facts), rule(changed(['bar']), facts))).toMatchObject([
      { kind: 'verdict', means: '公司以前符合条件，现在不符合条件。' },
      {
        kind: 'amount',
        before: expect.stringContaining('公司：上限12万元'),
        after: expect.stringContaining('没有金额'),
      },
      {
        kind: 'criterion',
        clause: '湘工信信息软件〔2026〕168号，第二部分（一）第2点',
        before: expect.stringContaining('不低于5万元'),
        after: expect.stringContaining('不低于50万元'),
        means: '以前符合，现在不符合。',
      },
      { kind: 'deadline' },
    ])
    expect(compareRulings(rule(before, facts), rule(changed(['filing']), facts))).toMatchObject([
      { kind: 'deadline', before: expect.stringContaining('30天'), after: expect.stringContaining('15天') },
    ])
    expect(compareRulings(rule(before, facts), rule({ ...before, documents: [] }, facts))).toMatchObject([
      { kind: 'verdict', after: '', means: '这项补贴已经没有了。' },
    ])
  })

  it.each([
    ['share', true],
    ['materials', true],
    ['end', false],
    ['number', false],
  ] as const)('a change of %s is of the same text: %s', (name, is) => {
    expect(isSameText(rule(before, BUYER), rule(turned(changed([name])), BUYER))).toBe(is)
  })

  it('what is kept of a catalogue decides as the whole does, and is small', () => {
    expect(ruleOn(before, MEASURE, BUYER, ON)?.decision).toEqual(ruleOn(catalogue, MEASURE, BUYER, ON)?.decision)
    expect(JSON.stringify(before).length).toBeLessThan(60_000)
  })
})
