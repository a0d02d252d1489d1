import { describe, expect, it } from 'vitest'
import { Allowance } from './allowance'

/** A tenth of a core, in periods of 100 ms: 10 ms each. */
const tenth = () => new Allowance({ share: 0.1, periodMs: 100, nowMs: 1_000, usedMs: 50 })

describe('an allowance', () => {
  it('lets a process run until it has had its share, and again in the next period', () => {
    const allowance = tenth()
    expect(allowance.mayRun(1_000)).toBe(true)
    allowance.take(59)
    expect(allowance.mayRun(1_009)).toBe(true)
    allowance.take(60)
    expect([1_010, 1_099, 1_100].map((now) => allowance.mayRun(now))).toEqual([false, false, true])
  })

  it('takes what was too much off the next period', () => {
    const allowance = tenth()
    allowance.take(63)
    expect(allowance.mayRun(1_100)).toBe(true)
    allowance.take(70)
    expect(allowance.mayRun(1_107)).toBe(false)
    allowance.take(100)
    expect([1_200, 1_300, 1_400].map((now) => allowance.mayRun(now))).toEqual([false, false, false])
    expect(allowance.mayRun(1_500)).toBe(true)
  })

  it('saves nothing for later, however many periods pass', () => {
    const allowance = tenth()
    expect(allowance.mayRun(1_950)).toBe(true)
    allowance.take(60)
    expect(allowance.mayRun(1_960)).toBe(false)
    expect(allowance.mayRun(2_000)).toBe(true)
  })

  it('comes to its share over a long time, though who looks is late each time', () => {
    const allowance = tenth()
    let used = 50
    let ran = true
    for (let now = 1_000; now < 11_000; now += 2) {
      if (ran) {
        used += 2
        allowance.take(used)
      }
      ran = allowance.mayRun(now)
    }
    expect((used - 50) / 10_000).toBeCloseTo(0.1, 2)
  })
})
