import { engineOf } from '@suanhui/shared/decision'
import { catalogue } from '@suanhui/shared/policies'
import { PlaneIndex, rowOf, rowsOf, truthOf } from '@suanhui/shared/rules'
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

const companies = fc.array(fc.oneof(someFacts, allFacts), { minLength: 1, maxLength: 70 })

it('says of every company and measure what the tables say of each alone, also after changes in place', () => {
  fc.assert(
    fc.property(companies, companies, (before, after) => {
      const columns = numbering.ids.map(() => new Float64Array(before.length))
      const write = (row: number, facts: (typeof before)[number]) => {
        for (const [place, value] of rowOf(numbering, facts).entries()) (columns[place] as Float64Array)[row] = value
      }
      for (const [row, facts] of before.entries()) write(row, facts)
      const index = new PlaneIndex(catalogue.facts, numbering, columns, before.length)
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
        write(row, facts)
        index.update(row)
      }
      compare(now)
    }),
    { numRuns: 25 },
  )
})

it('lists the companies of a plane', () => {
  const plane = Int32Array.of(0b101, 0x80000000, -1)
  expect([...rowsOf(plane, 66)]).toEqual([0, 2, 63, 64, 65])
})
