import { bestCombination, type Decision } from '@suanhui/shared/decision'
import type { ConflictGroup } from '@suanhui/shared/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestByMemory } from '../fixtures/combination'

const NAMES = Array.from({ length: 11 }, (_, index) => `m${String(index).padStart(2, '0')}`)

const sum = fc.constantFrom(0, 1, 2, 3, 5, 8)

const decisions: fc.Arbitrary<readonly Decision[]> = fc.tuple(
  ...NAMES.map((name) =>
    fc.record({ max: sum, certain: fc.boolean(), eligible: fc.boolean() }).map(
      ({ max, certain, eligible }): Decision => ({
        measureId: name,
        status: eligible ? 'eligible' : 'undetermined',
        amount: { basis: certain ? 'fixed' : 'up_to', minFen: certain ? max : 0, maxFen: max },
        met: 1,
        total: 1,
        missing: [],
        warnings: [],
      }),
    ),
  ),
)

const groups: fc.Arbitrary<readonly ConflictGroup[]> = fc.array(
  fc.record({ title: fc.constant('组'), measures: fc.subarray(NAMES, { minLength: 2, maxLength: 4 }) }),
  { maxLength: 6 },
)

const named = (index: number): string => `m${String(index).padStart(3, '0')}`

/** How sums are drawn: apart, few that often tie, all the same, many that are worth nothing; floors beside ceilings. */
const SUMS = {
  apart: fc.integer({ min: 1, max: 9_999_999_999 }),
  few: fc.constantFrom(1, 2, 3),
  equal: fc.constant(100_000_000),
  nothing: fc.constantFrom(0, 0, 1),
  large: fc.constantFrom(999_999_999_999, 1_000_000_000_000, 1_000_000_000_001),
}

const worthOf = (measureId: string, maxFen: number, minFen: number): Decision => ({
  measureId,
  status: 'eligible',
  amount: { basis: 'up_to', minFen, maxFen },
  met: 1,
  total: 1,
  missing: [],
  warnings: [],
})

/** Pairs that exclude one another with some chance, or groups that overlap, or one group of nearly all. */
function groupsAmong(size: number): fc.Arbitrary<readonly ConflictGroup[]> {
  const member = fc.integer({ min: 0, max: size - 1 })
  const of = (least: number, most: number) =>
    fc
      .uniqueArray(member, { minLength: least, maxLength: most })
      .map((places) => ({ title: '组', measures: places.map(named) }))
  return fc.oneof(
    fc.constantFrom(0.03, 0.1, 0.3).chain((density) => {
      const count = Math.round((density * size * (size - 1)) / 2)
      return fc.array(of(2, 2), { minLength: count, maxLength: count })
    }),
    fc.array(of(2, 9), { minLength: 8, maxLength: 14 }),
    fc.array(of(Math.floor(size / 2), size - 1), { minLength: 1, maxLength: 3 }),
  )
}

function instances(size: { readonly least: number; readonly most: number }) {
  return fc
    .record({
      count: fc.integer({ min: size.least, max: size.most }),
      sums: fc.constantFrom(...Object.values(SUMS)),
    })
    .chain(({ count, sums }) =>
      fc.record({
        given: fc
          .array(fc.tuple(sums, fc.constantFrom(0, 0.5, 1)), { minLength: count, maxLength: count })
          .map((drawn) => drawn.map(([max, sure], index) => worthOf(named(index), max, Math.floor(max * sure)))),
        all: groupsAmong(count),
      }),
    )
}

const exclude = (all: readonly ConflictGroup[], a: string, b: string): boolean =>
  all.some((group) => group.measures.includes(a) && group.measures.includes(b))

/** Tries every subset: the plain reading of the sentence in the contract. */
function byHand(given: readonly Decision[], all: readonly ConflictGroup[]): readonly string[] {
  const open = given.filter((one) => one.status === 'eligible')
  const score = (set: readonly Decision[]) => [
    set.reduce((total, one) => total + (one.amount?.maxFen ?? 0), 0),
    set.reduce((total, one) => total + (one.amount?.minFen ?? 0), 0),
    // Earlier measures first: as digits, the subset that holds the earliest reads largest.
    Number.parseInt(open.map((one) => (set.includes(one) ? 1 : 0)).join('') || '0', 2),
  ]
  let best: readonly Decision[] = []
  for (let mask = 0; mask < 2 ** open.length; mask++) {
    const set = open.filter((_, index) => mask & (1 << index))
    const clash = set.some((a, index) => set.slice(index + 1).some((b) => exclude(all, a.measureId, b.measureId)))
    if (!clash && score(set).join() !== score(best).join() && larger(score(set), score(best))) best = set
  }
  return best.map((one) => one.measureId)
}

function larger(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((value, at) => value !== b[at])
  return index >= 0 && (a[index] ?? 0) > (b[index] ?? 0)
}

describe('the best combination', () => {
  it('is the best of all subsets, ties included', () => {
    fc.assert(
      fc.property(decisions, groups, (given, all) => {
        expect(bestCombination(given, all).selected).toEqual(byHand(given, all))
      }),
      { numRuns: 150 },
    )
  })

  it('says of each measure left out which ones stand against it', () => {
    fc.assert(
      fc.property(decisions, groups, (given, all) => {
        const plan = bestCombination(given, all)
        for (const { measureId, by } of plan.displaced) {
          expect(by.length).toBeGreaterThan(0)
          expect(by.every((other) => plan.selected.includes(other) && exclude(all, measureId, other))).toBe(true)
        }
        const eligible = given.filter((one) => one.status === 'eligible').map((one) => one.measureId)
        expect([...plan.selected, ...plan.displaced.map((one) => one.measureId)].sort()).toEqual(eligible)
      }),
    )
  })

  it('is what a search without bounds finds among 20 to 24, ties included', () => {
    fc.assert(
      fc.property(instances({ least: 20, most: 24 }), ({ given, all }) => {
        expect(bestCombination(given, all).selected).toEqual(bestByMemory(given, all))
      }),
      { numRuns: 60 },
    )
  })

  it('is what another exact method finds among 60', () => {
    fc.assert(
      fc.property(instances({ least: 60, most: 60 }), ({ given, all }) => {
        const plan = bestCombination(given, all)
        expect(plan.selected).toEqual(bestByMemory(given, all))
        const taken = given.filter((one) => plan.selected.includes(one.measureId))
        expect(plan.maxFen).toBe(taken.reduce((total, one) => total + (one.amount?.maxFen ?? 0), 0))
        expect(plan.minFen).toBe(taken.reduce((total, one) => total + (one.amount?.minFen ?? 0), 0))
      }),
      // A method without bounds can take minutes for an unlucky graph of 60: the same forty each time.
      { numRuns: 40, seed: 60 },
    )
  }, 60_000)

  it('holds more than 64 at once', () => {
    // Four lots that have nothing to do with one another, their members dealt in turn: the other method solves each lot
    // by itself, while ours has to find the lots among more than 64 places.
    const lots = fc.tuple(...Array.from({ length: 4 }, () => instances({ least: 17, most: 22 })))
    fc.assert(
      fc.property(lots, (four) => {
        const renamed = (lot: number, id: string) => `${id} of lot ${lot}`
        const dealt = Array.from({ length: 22 }, (_, turn) =>
          four.flatMap(({ given }, lot) => {
            const one = given[turn]
            return one ? [{ ...one, measureId: renamed(lot, one.measureId) }] : []
          }),
        ).flat()
        const groupsOfAll = four.flatMap(({ all }, lot) =>
          all.map((group) => ({ ...group, measures: group.measures.map((id) => renamed(lot, id)) })),
        )
        const expected = four.flatMap(({ given, all }, lot) => bestByMemory(given, all).map((id) => renamed(lot, id)))
        expect(dealt.length).toBeGreaterThan(64)
        expect([...bestCombination(dealt, groupsOfAll).selected].sort()).toEqual([...expected].sort())
      }),
      { numRuns: 10 },
    )
  })

  it('forgets nothing between two lists of groups', () => {
    fc.assert(
      fc.property(decisions, groups, groups, (given, one, other) => {
        const first = bestCombination(given, one)
        expect(bestCombination(given, other).selected).toEqual(byHand(given, other))
        expect(bestCombination(given, one)).toEqual(first)
      }),
      { numRuns: 20 },
    )
  })

  it('does not take the largest first where two smaller ones are worth more', () => {
    const worth = (measureId: string, maxFen: number): Decision => ({
      measureId,
      status: 'eligible',
      amount: { basis: 'formula', minFen: maxFen, maxFen },
      met: 1,
      total: 1,
      missing: [],
      warnings: [],
    })
    const plan = bestCombination(
      [worth('left', 60), worth('middle', 100), worth('right', 60)],
      [
        { title: '一', measures: ['left', 'middle'] },
        { title: '二', measures: ['middle', 'right'] },
      ],
    )
    expect(plan).toEqual({
      selected: ['left', 'right'],
      minFen: 120,
      maxFen: 120,
      displaced: [{ measureId: 'middle', by: ['left', 'right'] }],
    })
  })
})
