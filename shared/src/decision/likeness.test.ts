import { describe, expect, it } from 'vitest'
import type { FactValues } from '../facts'
import { catalogue } from '../policies'
import { conjuncts, syntheticCompanies } from '../rules'
import { decide } from './decide'
import { Engine } from './engine'
import { likenessOf } from './likeness'

const ON = '2026-11-21'

/** Every fifth answer declined. */
const shy = (facts: FactValues, n: number): FactValues =>
  Object.fromEntries(Object.entries(facts).map(([id, value], index) => [id, index % 5 === n % 5 ? null : value]))

describe('a decision that was made before for another company', () => {
  it('is given again only where the conditions, read as they are written, come to the same', () => {
    // One engine for all: what it kept of the first companies is told the later ones.
    const engine = new Engine(catalogue)
    for (const [seed, known] of [0.1, 0.3, 0.6, 0.9].entries()) {
      const next = syntheticCompanies(catalogue, 20 + seed, known)
      for (let n = 0; n < 150; n += 1) {
        const facts = n % 3 === 0 ? shy(next(), n) : next()
        expect(engine.match(facts, ON).decisions).toEqual(decide(catalogue, facts, ON))
      }
    }
  })

  it('is given again, also by measures with alternatives', () => {
    const engine = new Engine(catalogue)
    const facts = { 'company.kind': 'enterprise', 'company.region': '430104' } as const
    const before = engine.match(facts, ON).decisions
    const now = engine.match({ ...facts }, ON).decisions
    const withAlternatives = engine.rules.filter(({ measure }) =>
      measure.criteria.flatMap(conjuncts).some((part) => !('fact' in part)),
    )
    expect(withAlternatives.length).toBeGreaterThan(0)
    for (const { index, measure } of withAlternatives) {
      if (likenessOf(engine.masks, measure)) expect(now[index]).toBe(before[index])
    }
  })
})
