import { engineOf } from '@suanhui/shared/decision'
import type { FactValues } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import { type Condition, evaluate, type Measure, PlaneIndex, rowOf, rowsOf, truthOf } from '@suanhui/shared/rules'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allFacts, someFacts } from '../fixtures/companies'

const engine = engineOf(catalogue)
const measures = engine.rules.map((rule) => rule.measure)
const { numbering } = engine.masks

const said = (planes: { fail: Int32Array; open: Int32Array }, row: number) => {
  const bit = 1 << (row & 31)
  if (((planes.fail[row >> 5] ?? 0) & bit) !== 0) return 'false'
  return ((planes.open[row >> 5] ?? 0) & bit) !== 0 ? 'unknown' : 'true'
}

type Companies = readonly FactValues[]

const columnsOf = (count: number) => numbering.ids.map(() => new Float64Array(count))

/** Writes a company into the columns. Answers with the columns that hold another value than before. */
function write(columns: readonly Float64Array[], row: number, facts: FactValues): readonly number[] {
  const changed: number[] = []
  for (const [place, value] of rowOf(numbering, facts).entries()) {
    const column = columns[place] as Float64Array
    if (!Object.is(column[row], value)) changed.push(place)
    column[row] = value
  }
  return changed
}

function indexOf(companies: Companies) {
  const columns = columnsOf(companies.length)
  for (const [row, facts] of companies.entries()) write(columns, row, facts)
  return { columns, index: new PlaneIndex(catalogue.facts, numbering, columns, companies.length) }
}

/** A measure of one criterion that always pays. */
const measureOf = (criterion: Condition): Measure => ({
  ...(measures[0] as Measure),
  criteria: [{ ...criterion, cite: '一' }],
  amount: { basis: 'unspecified' },
})

const companies = fc.array(fc.oneof(someFacts, allFacts), { minLength: 1, maxLength: 70 })

it('says of every company and measure what the tables say of each alone, also after changes in place', () => {
  fc.assert(
    fc.property(companies, companies, fc.boolean(), (before, after, told) => {
      const { columns, index } = indexOf(before)
      const compare = (now: typeof before) => {
        const planes = index.decide(measures)
        for (const [row, facts] of now.entries()) {
          const { out } = engine.state(facts)
          expect(planes.map((one) => said(one, row))).toEqual(
            measures.map((_, at) => truthOf(engine.masks.words, out, at)),
          )
        }
      }
      compare(before)
      const now = before.map((facts, row) => after[row] ?? facts)
      for (const [row, facts] of now.entries()) {
        const changed = write(columns, row, facts)
        if (told) index.update(row, changed)
        else index.update(row)
      }
      compare(now)
    }),
    { numRuns: 25 },
  )
})

/** Numbers at, and by the least possible difference beside, bounds of every size; what JSON can bring in as zero. */
const BOUNDS = [-0.3, 0, 0.1, 0.15, 1, 1.25, 3, 2 ** 21, 40_000_001, 33_333_333_400, 2 ** 53 - 2]
const around = (bound: number): readonly number[] => {
  const bits = new BigInt64Array(Float64Array.of(bound).buffer)
  const step = (by: bigint) => new Float64Array(BigInt64Array.of((bits[0] ?? 0n) + by).buffer)[0] as number
  return bound === 0 ? [-0, 0, 5e-324, -5e-324] : [step(-1n), bound, step(1n), -bound]
}
const NUMBERS = [...BOUNDS.flatMap(around), Number.NaN, Number.NaN, 1e300]

it('compares numbers of every size and sign as the interpreter does, to the last bit', () => {
  const fact = 'finance.revenueGrowthLastYear'
  const place = numbering.placeOf.get(fact) ?? -1
  const bound = fc.constantFrom(...BOUNDS)
  const test = fc.oneof(
    bound.map((atLeast): Condition => ({ fact, atLeast })),
    bound.map((moreThan): Condition => ({ fact, moreThan })),
    bound.map((atMost): Condition => ({ fact, atMost })),
    bound.map((lessThan): Condition => ({ fact, lessThan })),
  )
  const values = fc.array(fc.constantFrom(...NUMBERS), { minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(values, test, test, (numbers, one, other) => {
      const columns = numbering.ids.map((_, at) => (at === place ? Float64Array.from(numbers) : new Float64Array(0)))
      const index = new PlaneIndex(catalogue.facts, numbering, columns, numbers.length)
      const conditions: readonly Condition[] = [one, { any: [one, other] }, { any: [{ all: [one, other] }, other] }]
      const planes = index.decide(conditions.map(measureOf))
      for (const [row, value] of numbers.entries()) {
        const facts = Number.isNaN(value) ? {} : { [fact]: value }
        expect([value, ...planes.map((plane) => said(plane, row))]).toEqual([
          value,
          ...conditions.map((condition) => evaluate(condition, facts)),
        ])
      }
    }),
    { numRuns: 200 },
  )
})

it('takes a column of unknowns whatever bits they are written with', () => {
  const place = numbering.placeOf.get('finance.revenueLastYearFen') ?? -1
  const columns = columnsOf(3)
  const bits = new BigUint64Array((columns[place] as Float64Array).buffer)
  bits.set([0x7ff8000000000000n, 0xfff8000000000000n, 0x7fffffffffffffffn])
  const index = new PlaneIndex(catalogue.facts, numbering, columns, 3)
  const [planes] = index.decide([measureOf({ fact: 'finance.revenueLastYearFen', atLeast: 5 })])
  expect([planes?.fail[0], planes?.open[0]]).toEqual([0, 0b111])
})

it('says nothing of companies behind the last', () => {
  fc.assert(
    fc.property(companies, (given) => {
      const { index } = indexOf(given)
      for (const { fail, open } of index.decide(measures)) {
        for (const plane of [fail, open])
          for (const row of rowsOf(plane, plane.length * 32)) expect(row).toBeLessThan(given.length)
      }
    }),
    { numRuns: 5 },
  )
})

it('unites as many statements as a measure has', () => {
  const ids = numbering.ids.filter((id) => catalogue.facts[id]?.type === 'bool').slice(0, 14)
  for (let count = 0; count <= ids.length; count++) {
    const criteria = ids.slice(0, count).map((fact) => ({ fact, is: true, cite: '一' }) as Measure['criteria'][number])
    const given = [
      {},
      ...ids.flatMap((id) => [{ [id]: false }, Object.fromEntries(ids.map((one) => [one, one !== id]))]),
    ]
    const { index } = indexOf([...given, Object.fromEntries(ids.map((id) => [id, true]))])
    const [planes] = index.decide([{ ...measureOf({ all: [] }), criteria }])
    for (const [row, facts] of given.entries())
      expect(planes && said(planes, row)).toBe(evaluate({ all: criteria }, facts))
  }
})

it('lists the companies of a plane', () => {
  const plane = Int32Array.of(0b101, 0x80000000, -1)
  expect([...rowsOf(plane, 66)]).toEqual([0, 2, 63, 64, 65])
})
