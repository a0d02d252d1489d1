import { decide, match } from '@suanhui/shared/decision'
import type { FactScalar, FactValues } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import {
  type Condition,
  code,
  combinations,
  compileMasks,
  conditionsOfSum,
  evaluate,
  factsOf,
  factsOfSum,
  type Measure,
  paysTruth,
  representatives,
  runMasks,
  truthOf,
} from '@suanhui/shared/rules'
import { and, type Truth } from '@suanhui/shared/truth'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allFacts, someFacts, valuesOf } from '../fixtures/companies'

const masks = compileMasks(catalogue)
const measures = catalogue.documents.flatMap((document) =>
  document.measures.map((measure) => ({ id: `${document.id}/${measure.slug}`, measure })),
)

/** The reference: every condition read as it is written. */
const interpreted = (measure: Measure, facts: FactValues): Truth =>
  and([...measure.criteria.map((one) => evaluate(one, facts)), paysTruth(measure.amount, facts)])

function masked(facts: FactValues): Int32Array {
  const out = new Int32Array(masks.words * 2)
  runMasks(masks, code(masks, facts).rows, out)
  return out
}

const sumOf = (measure: Measure) => ('sum' in measure.amount ? measure.amount.sum : undefined)

/** Facts that stand in one statement together, directly or through others: only these can act on one another. */
function groupsOf(measure: Measure): readonly (readonly string[])[] {
  const sum = sumOf(measure)
  const statements = [...measure.criteria.map(factsOf), ...(sum ? [factsOfSum(sum)] : [])].filter(
    (facts) => facts.length > 0,
  )
  let groups: string[][] = []
  for (const facts of statements) {
    const touching = groups.filter((group) => group.some((fact) => facts.includes(fact)))
    groups = [...groups.filter((group) => !touching.includes(group)), [...new Set([...touching.flat(), ...facts])]]
  }
  return groups
}

/** Every class of a fact, unknown too. Sums get values around where their share becomes a whole fen. */
function classesFor(measure: Measure, fact: string): readonly (FactScalar | undefined)[] {
  const sum = sumOf(measure)
  const conditions: readonly Condition[] = [...measure.criteria, ...(sum ? conditionsOfSum(sum) : [])]
  const drawn = representatives(conditions, catalogue.facts).get(fact) ?? []
  const type = catalogue.facts[fact]?.type
  const extra =
    type === 'fen'
      ? [0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 19, 20, 49, 50, 51, 99, 100, 101, ...valuesOf(fact)]
      : valuesOf(fact)
  const all = drawn.length > 8 ? drawn : [...drawn, ...extra]
  return [undefined, ...new Map(all.map((value) => [String(value), value])).values()]
}

let walked = 0

describe('masks and interpreter give the same verdict for every combination of classes', () => {
  it.each(measures)('$id', ({ measure }) => {
    const index = measures.findIndex((one) => one.measure === measure)
    for (const group of groupsOf(measure)) {
      const values = new Map(group.map((fact) => [fact, classesFor(measure, fact)]))
      const size = [...values.values()].reduce((product, list) => product * list.length, 1)
      // Five free sums and dates at once would be millions: each keeps its limits and one value beyond.
      const few = size > 60_000 ? new Map([...values].map(([fact, list]) => [fact, list.slice(0, 9)])) : values
      for (const facts of combinations(group, few as ReadonlyMap<string, readonly FactScalar[]>)) {
        walked++
        const expected = interpreted(measure, facts)
        const got = truthOf(masks.words, masked(facts), index)
        if (got !== expected) expect({ facts, got }).toEqual({ facts, got: expected })
      }
    }
  })

  it('has walked them all', () => {
    expect(walked).toBeGreaterThan(50_000)
    console.info(`${walked} combinations compared, no difference`)
  })
})

it('the engine answers as the interpreter does: every field of every decision, on any day', () => {
  const days = fc.constantFrom(
    '2025-02-17',
    '2025-02-18',
    '2026-05-06',
    '2026-11-21',
    '2026-12-31',
    '2027-01-01',
    '2029-05-06',
  )
  fc.assert(
    fc.property(fc.oneof(someFacts, allFacts), days, (facts, on) => {
      expect(match(catalogue, facts, on).decisions).toEqual(decide(catalogue, facts, on))
    }),
    { numRuns: 300 },
  )
})

it('agree for fewer and for more measures than there are: tables of one word, and of four', () => {
  const documents = catalogue.documents
  const twice = [...documents, ...documents.map((document) => ({ ...document, id: `${document.id}-again` }))]
  for (const set of [documents.slice(1, 3), twice.slice(0, 8)]) {
    const tables = compileMasks({ documents: set, facts: catalogue.facts })
    fc.assert(
      fc.property(fc.oneof(someFacts, allFacts), (facts) => {
        const out = new Int32Array(tables.words * 2)
        runMasks(tables, code(tables, facts).rows, out)
        const got = tables.measures.map((_, index) => truthOf(tables.words, out, index))
        expect(got).toEqual(tables.measures.map((measure) => interpreted(measure, facts)))
      }),
      { numRuns: 60 },
    )
  }
})

it('agree where the table is too large for places of sixteen bits', () => {
  const documents = Array.from({ length: 12 }, (_, copy) =>
    catalogue.documents.map((document) => ({ ...document, id: `${document.id}-${copy}` })),
  ).flat()
  const tables = compileMasks({ documents, facts: catalogue.facts })
  expect(tables.table.length).toBeGreaterThan(0x10000)
  fc.assert(
    fc.property(fc.oneof(someFacts, allFacts), (facts) => {
      const out = new Int32Array(tables.words * 2)
      runMasks(tables, code(tables, facts).rows, out)
      const got = tables.measures.map((_, index) => truthOf(tables.words, out, index))
      const once = measures.map(({ measure }) => interpreted(measure, facts))
      expect(got).toEqual(Array.from({ length: 12 }, () => once).flat())
    }),
    { numRuns: 20 },
  )
})

it('agree on whole companies', () => {
  fc.assert(
    fc.property(fc.oneof(someFacts, allFacts), (facts) => {
      const out = masked(facts)
      const got = measures.map((_, index) => truthOf(masks.words, out, index))
      expect(got).toEqual(measures.map(({ measure }) => interpreted(measure, facts)))
    }),
    { numRuns: 500 },
  )
})
