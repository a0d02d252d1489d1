import { engineOf, match, Session } from '@suanhui/shared/decision'
import type { FactValues, Interval } from '@suanhui/shared/facts'
import { wan } from '@suanhui/shared/money'
import { catalogue } from '@suanhui/shared/policies'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allFacts, someFacts, valuesOf } from '../fixtures/companies'

const ON = '2026-11-21'
const NUMBERS = Object.entries(catalogue.facts).flatMap(([id, { type }]) =>
  ['int', 'number', 'ratio', 'fen'].includes(type) ? [id] : [],
)

const patents = (count: number | Interval) =>
  match(
    catalogue,
    { 'company.kind': 'enterprise', 'company.region': '430104', 'patents.grantedInPeriod': count },
    ON,
  ).decisions.find((one) => one.measureId === 'hn-2025-4/patents')

describe('of a number only an interval is known', () => {
  it.each([
    [{ least: 20, most: 49 }, 'ineligible', undefined],
    [{ least: 20, most: 50 }, 'undetermined', [0, wan(50)]],
    [{ least: 50, most: 99 }, 'eligible', [wan(50), wan(50)]],
    [{ least: 60, most: 149 }, 'eligible', [wan(50), wan(100)]],
  ] as const)('%j patents: %s', (count, status, range) => {
    const decision = patents(count)
    expect(decision?.status).toBe(status)
    if (range) expect([decision?.amount?.minFen, decision?.amount?.maxFen]).toEqual(range)
  })

  it('every number in it agrees with what was said of the interval', () => {
    const drawn = fc.record({
      facts: fc.oneof(someFacts, allFacts),
      id: fc.constantFrom(...NUMBERS),
      pick: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
    })
    fc.assert(
      fc.property(drawn, ({ facts, id, pick }) => {
        const values = [...(valuesOf(id) as readonly number[])].sort((a, b) => a - b)
        const [low = 0, point = 0, high = 0] = pick.map((at) => values[at % values.length] ?? 0).sort((a, b) => a - b)
        const spread = match(catalogue, { ...facts, [id]: { least: low, most: high } }, ON).decisions
        const exact = match(catalogue, { ...facts, [id]: point } as FactValues, ON).decisions
        for (const [index, said] of spread.entries()) {
          const now = exact[index]
          if (said.status === 'eligible' || said.status === 'ineligible') {
            // A base that is still unknown may turn out to pay nothing, interval or not.
            if (now?.status !== said.status) expect(said.missing.length).toBeGreaterThan(0)
          }
          if (!said.amount || !now?.amount) continue
          expect(now.amount.minFen ?? 0).toBeGreaterThanOrEqual(said.amount.minFen ?? 0)
          expect(now.amount.maxFen ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
            said.amount.maxFen ?? Number.POSITIVE_INFINITY,
          )
        }
      }),
      { numRuns: 400 },
    )
  })

  it('a session takes one, and gives it up again', () => {
    const session = new Session(engineOf(catalogue), ON, { 'company.kind': 'enterprise', 'company.region': '430104' })
    const told = { 'company.kind': 'enterprise', 'company.region': '430104' } as const
    for (const count of [{ least: 50, most: 120 }, 120, { least: 0, most: 10 }, undefined]) {
      session.set('patents.grantedInPeriod', count)
      const facts = count === undefined ? told : { ...told, 'patents.grantedInPeriod': count }
      expect(session.answer()).toEqual(match(catalogue, facts, ON))
    }
  })
})
