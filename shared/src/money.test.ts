import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatFen, mulDivFloor, share, wan, yi, yuan } from './money'

it('knows its units', () => {
  expect([yuan(1), wan(1), wan(0.5), yi(1)]).toEqual([100, 1_000_000, 500_000, 10_000_000_000])
})

describe('a share of a sum', () => {
  it.each([
    [100, 0.29, 29],
    [3, 0.3, 0],
    [wan(40), 0.3, wan(12)],
    [yi(20_000), 0.02, yi(400)],
  ])('%i × %f is %i fen', (amount, ratio, expected) => {
    expect(share(amount, ratio)).toBe(expected)
  })

  it('is exact in whole fen', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: Number.MAX_SAFE_INTEGER }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (amount, millionths) => {
          const exact = (BigInt(amount) * BigInt(millionths)) / 1_000_000n
          expect(BigInt(share(amount, millionths / 1_000_000))).toBe(exact)
        },
      ),
    )
  })

  it('by days is floored once', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: Number.MAX_SAFE_INTEGER }),
        fc.integer({ min: 1, max: 4000 }),
        fc.nat({ max: 4000 }),
        (amount, all, some) => {
          const inside = Math.min(some, all)
          expect(BigInt(mulDivFloor(amount, inside, all))).toBe((BigInt(amount) * BigInt(inside)) / BigInt(all))
        },
      ),
    )
  })
})

it.each([
  [wan(12), '12万元'],
  [wan(1000), '1000万元'],
  [wan(0.5), '5000元'],
  [wan(1.25), '1.25万元'],
  [yi(1.5), '1.5亿元'],
  [yuan(888.8), '888.8元'],
  [wan(12) + 1, '120,000.01元'],
  [0, '0元'],
])('%i fen reads %s', (fen, text) => {
  expect(formatFen(fen)).toBe(text)
})
