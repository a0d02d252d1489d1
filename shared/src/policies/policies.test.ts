import { describe, expect, it } from 'vitest'
import { match } from '../decision'
import { checkFacts } from '../facts'
import type { Changes, MeasureCase, MeasureCases, Outcome } from '../rules'
import { lint } from '../rules'
import { catalogue } from '.'

declare global {
  interface ImportMeta {
    glob<T>(pattern: string, options: { eager: true }): Record<string, T>
  }
}

const folders = import.meta.glob<{ cases: readonly MeasureCases[] }>('./*/cases.ts', { eager: true })
const casesOf = (document: string): readonly MeasureCases[] => folders[`./${document}/cases.ts`]?.cases ?? []

const outcome = (gives: MeasureCase['gives']): Outcome => (typeof gives === 'string' ? { status: gives } : gives)

const merged = (given: Changes, change: Changes) =>
  Object.fromEntries(Object.entries({ ...given, ...change }).filter(([, value]) => value !== undefined))

function answer(measureId: string, facts: Record<string, unknown>, on: string) {
  const checked = checkFacts(catalogue.facts, facts)
  if ('problems' in checked) throw new Error(checked.problems.map((one) => one.message).join('; '))
  const decision = match(catalogue, checked.facts, on).decisions.find((one) => one.measureId === measureId)
  if (decision === undefined) throw new Error(`${measureId} is not in the catalogue`)
  return decision
}

/** The decision, cut down to what the case names, in a form that compares. */
function told(decision: ReturnType<typeof answer>, expected: Outcome) {
  const all = {
    status: decision.status,
    minFen: decision.amount?.minFen ?? null,
    maxFen: decision.amount?.maxFen ?? null,
    missing: [...decision.missing].sort(),
    warnings: decision.warnings.map((one) => one.code).sort(),
    dueOn: decision.warnings.find((one) => one.dueOn)?.dueOn,
  }
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in expected))
}

const sorted = (expected: Outcome) => ({
  ...expected,
  ...(expected.missing && { missing: [...expected.missing].sort() }),
  ...(expected.warnings && { warnings: [...expected.warnings].sort() }),
})

describe.each(catalogue.documents)('$documentNo', (document) => {
  const cases = casesOf(document.id)

  it.each(document.measures.map((measure) => measure.slug))('has cases for %s', (slug) => {
    const own = cases.filter((one) => one.measure === slug)
    expect(own).toHaveLength(1)
    const shown = own.flatMap((one) => [one.gives.status, ...one.cases.map((each) => outcome(each.gives).status)])
    expect(shown).toEqual(expect.arrayContaining(['eligible', 'ineligible', 'undetermined']))
  })

  it('has no case for a measure that it does not have', () => {
    const slugs = document.measures.map((measure) => measure.slug)
    expect(cases.map((one) => one.measure).filter((slug) => !slugs.includes(slug))).toEqual([])
  })

  describe.each(cases)('$measure', ({ measure, given, gives, on, cases: each }) => {
    const id = `${document.id}/${measure}`

    it('is given to the company that meets all of it', () => {
      const decision = answer(id, merged(given, {}), on)
      expect(told(decision, gives)).toEqual(sorted(gives))
      if (gives.status === 'eligible') expect(decision.met).toBe(decision.total)
    })

    it.each(each)('$name', (one) => {
      const expected = outcome(one.gives)
      expect(told(answer(id, merged(given, one.change), one.on ?? on), expected)).toEqual(sorted(expected))
    })
  })
})

it('registers every policy folder', () => {
  const registered = catalogue.documents.map((document) => `./${document.id}/cases.ts`)
  expect(Object.keys(folders).sort()).toEqual([...registered].sort())
})

it('is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(catalogue))).toEqual(catalogue)
})

it('passes its own lints on the day of writing', () => {
  expect(lint(catalogue, '2026-11-21')).toEqual([])
})
