import { wan, yuan } from '@suanhui/shared/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Candidate, rank } from './platforms/ranking'

const candidate = (id: string, score: number, settledFen: number, submittedAt = 0): Candidate => ({
  id,
  score,
  settledFen,
  requestedFen: settledFen,
  submittedAt,
})
const granted = (places: ReturnType<typeof rank>) => places.map(({ id, grantedFen }) => [id, grantedFen])

describe('ranking against the budget', () => {
  it('30%, at most 10 million yuan', () => {
    const places = rank([candidate('small', 90, wan(100)), candidate('large', 80, wan(5000))], wan(3000), 'rest')
    expect(granted(places)).toEqual([
      ['small', wan(30)],
      ['large', wan(1000)],
    ])
  })

  it('the last in line gets the rest', () => {
    const places = rank(
      [candidate('a', 90, wan(1000)), candidate('b', 80, wan(1000)), candidate('c', 70, wan(1))],
      wan(500),
      'rest',
    )
    expect(granted(places)).toEqual([
      ['a', wan(300)],
      ['b', wan(200)],
      ['c', 0],
    ])
  })

  it('or nothing, and nobody behind passes by', () => {
    const places = rank(
      [candidate('a', 90, wan(1000)), candidate('b', 80, wan(1000)), candidate('c', 70, wan(1))],
      wan(500),
      'nothing',
    )
    expect(granted(places)).toEqual([
      ['a', wan(300)],
      ['b', 0],
      ['c', 0],
    ])
  })

  it('the same score: who came first', () => {
    const places = rank([candidate('late', 80, wan(10), 2), candidate('early', 80, wan(10), 1)], wan(3), 'rest')
    expect(granted(places)).toEqual([
      ['early', wan(3)],
      ['late', 0],
    ])
  })

  it('nobody gets more than they asked for', () => {
    const places = rank([{ ...candidate('modest', 80, wan(100)), requestedFen: wan(5) }], wan(3000), 'rest')
    expect(granted(places)).toEqual([['modest', wan(5)]])
  })

  it('29.999…% is never rounded up', () => {
    expect(rank([candidate('a', 80, yuan(0.03))], wan(1), 'rest')[0]?.grantedFen).toBe(0)
  })

  it('never above the budget, 30% or 10 million; better places never wait for worse ones', () => {
    const candidates = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        score: fc.integer({ min: 0, max: 100 }),
        settledFen: fc.integer({ min: 0, max: wan(20_000) }),
        requestedFen: fc.integer({ min: 0, max: wan(2_000) }),
        submittedAt: fc.nat(),
      }),
      { selector: ({ id }) => id, maxLength: 30 },
    )
    const budgets = fc.integer({ min: 0, max: wan(6000) })
    fc.assert(
      fc.property(candidates, budgets, fc.constantFrom('rest' as const, 'nothing' as const), (all, budget, last) => {
        const places = rank(all, budget, last)
        expect(places.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
        expect(places.reduce((sum, { grantedFen }) => sum + grantedFen, 0)).toBeLessThanOrEqual(budget)
        for (const { id, grantedFen } of places) {
          const { settledFen = 0, requestedFen = 0 } = all.find((one) => one.id === id) ?? {}
          expect(grantedFen * 10).toBeLessThanOrEqual(settledFen * 3)
          expect(grantedFen).toBeLessThanOrEqual(requestedFen)
          expect(grantedFen).toBeLessThanOrEqual(wan(1000))
        }
        const firstShort = places.findIndex(({ grantedFen, entitledFen }) => grantedFen < entitledFen)
        if (firstShort >= 0) {
          for (const { grantedFen } of places.slice(firstShort + 1)) expect(grantedFen).toBe(0)
        }
      }),
    )
  })
})
