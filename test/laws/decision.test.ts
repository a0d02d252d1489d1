import { type Decision, decide, match } from '@suanhui/shared/decision'
import { catalogue } from '@suanhui/shared/policies'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allFacts, someFacts, somePart } from '../fixtures/companies'

const ON = '2026-11-21'
const RUNS = { numRuns: 300 }

const paidNothing = (decision: Decision): boolean =>
  decision.warnings.some(({ code }) => ['nothing_to_subsidise', 'below_minimum', 'outside_window'].includes(code))

const pairs = fc.oneof(allFacts, someFacts).chain((more) => somePart(more).map((less) => ({ less, more })))

describe('more facts never overturn a verdict', () => {
  it('an ineligible measure stays so; an eligible one too, unless its base turns out to pay nothing', () => {
    fc.assert(
      fc.property(pairs, ({ less, more }) => {
        const after = decide(catalogue, more, ON)
        for (const [index, before] of decide(catalogue, less, ON).entries()) {
          const now = after[index]
          if (before.status === 'ineligible') expect(now?.status).toBe('ineligible')
          if (before.status === 'eligible' && now?.status !== 'eligible') {
            // 一分钱都没有可补: only a base that was unknown before can do this, never a criterion.
            expect(before.missing.length).toBeGreaterThan(0)
            expect(now && now.met === now.total && paidNothing(now)).toBe(true)
          }
        }
      }),
      RUNS,
    )
  })

  it('the sum stays within what was said before', () => {
    fc.assert(
      fc.property(pairs, ({ less, more }) => {
        const after = decide(catalogue, more, ON)
        for (const [index, before] of decide(catalogue, less, ON).entries()) {
          const now = after[index]?.amount
          if (!before.amount || !now) continue
          expect(now.minFen ?? 0).toBeGreaterThanOrEqual(before.amount.minFen ?? 0)
          expect(now.maxFen ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
            before.amount.maxFen ?? Number.POSITIVE_INFINITY,
          )
        }
      }),
      RUNS,
    )
  })
})

describe('what is missing', () => {
  it('names unknown facts only, and none once a measure is refused or out of force', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const decision of decide(catalogue, facts, ON)) {
          const reversed = decision.warnings.some(({ code }) => code === 'dates_reversed')
          if (!reversed) expect(decision.missing.filter((id) => facts[id] !== undefined)).toEqual([])
          if (decision.status === 'ineligible' || decision.status === 'inactive') expect(decision.missing).toEqual([])
          if (decision.status === 'undetermined') expect(decision.missing.length).toBeGreaterThan(0)
        }
      }),
      RUNS,
    )
  })

  it('lists everything that can still change an answer: other facts change nothing', () => {
    fc.assert(
      fc.property(pairs, ({ less, more }) => {
        for (const before of decide(catalogue, less, ON)) {
          const others = Object.fromEntries(Object.entries(more).filter(([id]) => !before.missing.includes(id)))
          const now = decide(catalogue, { ...others, ...less }, ON).find((one) => one.measureId === before.measureId)
          expect([now?.status, now?.amount]).toEqual([before.status, before.amount])
        }
      }),
      { numRuns: 20 },
    )
  })

  it('a declined fact counts as unknown', () => {
    fc.assert(
      fc.property(someFacts, fc.constantFrom(...Object.keys(catalogue.facts)), (facts, id) => {
        const { [id]: _taken, ...without } = facts
        expect(decide(catalogue, { ...without, [id]: null }, ON)).toEqual(decide(catalogue, without, ON))
      }),
      RUNS,
    )
  })
})

describe('the next questions', () => {
  it('are at most eight, open, and could each change an answer', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { decisions, nextQuestions } = match(catalogue, facts, ON)
        const missing = new Set(decisions.flatMap((one) => one.missing))
        expect(nextQuestions.length).toBeLessThanOrEqual(8)
        expect(nextQuestions.filter((id) => facts[id] !== undefined || !missing.has(id))).toEqual([])
      }),
      RUNS,
    )
  })

  it('end, and leave nothing undetermined', () => {
    fc.assert(
      fc.property(allFacts, (company) => {
        const told: Record<string, unknown> = {}
        for (;;) {
          const [next] = match(catalogue, told as never, ON).nextQuestions
          if (next === undefined) break
          expect(told).not.toHaveProperty([next])
          told[next] = company[next]
        }
        expect(decide(catalogue, told as never, ON).filter((one) => one.status === 'undetermined')).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  it('never come back to what was declined', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const declined = Object.fromEntries(Object.keys(catalogue.facts).map((id) => [id, facts[id] ?? null] as const))
        expect(match(catalogue, declined, ON).nextQuestions).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})

it('answers every measure once, in the order of the catalogue, and the same way twice', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const answer = match(catalogue, facts, ON, 'all')
      expect(answer.decisions.map((one) => one.measureId)).toEqual(
        catalogue.documents.flatMap((document) => document.measures.map((measure) => `${document.id}/${measure.slug}`)),
      )
      expect(match(catalogue, facts, ON, 'all')).toEqual(answer)
    }),
    { numRuns: 50 },
  )
})
