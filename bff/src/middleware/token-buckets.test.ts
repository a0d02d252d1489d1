import { describe, expect, it } from 'vitest'
import { tokenBuckets } from './token-buckets'

describe('token buckets', () => {
  it('give their share at once, then evenly, to each caller', () => {
    let now = 0
    const buckets = tokenBuckets(60, () => now)
    for (let n = 0; n < 60; n += 1) expect(buckets.take('a')).toBe(0)
    expect(buckets.take('a')).toBeCloseTo(1_000)
    expect(buckets.take('b')).toBe(0)
    now = 1_000
    expect(buckets.take('a')).toBe(0)
    expect(buckets.take('a')).toBeGreaterThan(0)
    now = 3_600_000
    expect(Array.from({ length: 61 }, () => buckets.take('a')).filter((wait) => wait === 0)).toHaveLength(60)
  })

  it('remember a bounded number of callers, and forget the one seen longest ago', () => {
    const buckets = tokenBuckets(1, () => 0)
    buckets.take('first')
    for (let n = 0; n < 19_999; n += 1) buckets.take(`caller ${n}`)
    expect(buckets.take('first')).toBeGreaterThan(0)
    for (let n = 0; n < 20_000; n += 1) buckets.take(`other ${n}`)
    expect(buckets.take('first')).toBe(0)
  })
})
