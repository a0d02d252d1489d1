import { engineOf, match, Session } from '@suanhui/shared/decision'
import type { FactScalar } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import { evaluate, nearestPass, nextGain, sumRange } from '@suanhui/shared/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allFacts, someFacts, valuesOf } from '../fixtures/companies'

const ON = '2026-11-21'
const engine = engineOf(catalogue)
const rules = engine.rules

const steps = fc.array(
  fc
    .constantFrom(...Object.keys(catalogue.facts))
    .chain((id) =>
      fc
        .constantFrom(...valuesOf(id), null, undefined)
        .map((value) => [id, value as FactScalar | null | undefined] as const),
    ),
  { maxLength: 12 },
)

describe('a session', () => {
  it('answers after each step as if asked afresh, and names exactly what changed', () => {
    fc.assert(
      fc.property(someFacts, steps, (facts, taken) => {
        const session = new Session(engine, ON, facts)
        const told: Record<string, unknown> = { ...facts }
        for (const [id, value] of taken) {
          const before = session.answer()
          const changed = session.set(id, value)
          if (value === undefined) delete told[id]
          else told[id] = value
          const now = match(catalogue, told as never, ON)
          expect(session.answer()).toEqual(now)
          const others = now.decisions.filter(
            (one, index) => JSON.stringify(one) !== JSON.stringify(before.decisions[index]),
          )
          expect(changed).toEqual(others)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('promises no more than it keeps: what the answers settle for certain is settled, whatever they are', () => {
    fc.assert(
      fc.property(someFacts, allFacts, (facts, company) => {
        const session = new Session(engine, ON, facts)
        const before = session.answer()
        const asked = before.nextQuestions.slice(0, 5)
        const promised = session.settledBy(asked)
        for (const id of asked) session.set(id, company[id])
        const open = (answer: typeof before) => answer.decisions.filter((one) => one.status === 'undetermined').length
        expect(open(before) - open(session.answer())).toBeGreaterThanOrEqual(promised)
      }),
      { numRuns: 200 },
    )
  })
})

describe('what if', () => {
  it('the nearest pass passes, and nothing nearer does', () => {
    let seen = 0
    fc.assert(
      fc.property(allFacts, fc.constantFrom(...rules), (facts, { measure }) => {
        const changes = nearestPass(measure, catalogue.facts, facts)
        if (changes === undefined) return
        seen++
        const then = { ...facts, ...Object.fromEntries(changes.map(({ fact, needed }) => [fact, needed])) }
        expect(measure.criteria.map((criterion) => evaluate(criterion, then))).not.toContain('false')
        for (const { fact, needed, given } of changes) {
          if (typeof needed !== 'number' || typeof given !== 'number') continue
          const definition = catalogue.facts[fact]
          const step = definition && 'step' in definition ? definition.step : definition?.type === 'ratio' ? 0.0001 : 1
          const nearer = { ...then, [fact]: Number((needed - Math.sign(needed - given) * step).toFixed(6)) }
          expect(measure.criteria.map((criterion) => evaluate(criterion, nearer))).toContain('false')
        }
      }),
      { numRuns: 4000 },
    )
    expect(seen).toBeGreaterThan(20)
  })

  it('one more step brings what it says, until the sum is capped', () => {
    fc.assert(
      fc.property(allFacts, (facts) => {
        for (const { measure } of rules) {
          const sum = 'sum' in measure.amount ? measure.amount.sum : undefined
          const gain = sum && nextGain(sum, facts)
          if (!sum || !gain) continue
          const now = sumRange(sum, facts).most ?? 0
          const value = facts[gain.fact] as number
          const then = sumRange(sum, { ...facts, [gain.fact]: value + gain.step }).most ?? 0
          // Shares are floored, so a step may bring a fen more than its own share; the last one stops at the cap.
          if (gain.until === null || value + gain.step <= gain.until)
            expect(Math.abs(then - now - gain.gainFen)).toBeLessThanOrEqual(1)
          if (gain.until !== null) {
            const full = sumRange(sum, { ...facts, [gain.fact]: gain.until }).most
            expect(sumRange(sum, { ...facts, [gain.fact]: gain.until * 2 }).most).toBe(full)
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})
