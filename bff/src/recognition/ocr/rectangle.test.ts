import { describe, expect, it } from 'vitest'
import type { Point } from '../text/line'
import { hullOf, ordered, textRectangle } from './rectangle'

const turned = ([x, y]: Point, degrees: number): Point => {
  const angle = (degrees * Math.PI) / 180
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]
}

const CORNERS: readonly Point[] = [
  [0, 0],
  [100, 0],
  [100, 20],
  [0, 20],
]

describe('the rectangle around a text', () => {
  it.each([0, 5, -12, 30])('is found at %i degrees', (degrees) => {
    const inside: readonly Point[] = [...CORNERS, [50, 10], [20, 5]]
    const box = textRectangle(
      inside.map((point) => turned(point, degrees)),
      0,
      3,
    )
    const expected = ordered(CORNERS.map((point) => turned(point, degrees)))
    box?.forEach(([x, y], index) => {
      expect(x).toBeCloseTo(expected?.[index]?.[0] ?? Number.NaN, 6)
      expect(y).toBeCloseTo(expected?.[index]?.[1] ?? Number.NaN, 6)
    })
    expect(box).toHaveLength(4)
  })

  it('grows as much on each side as area over circumference says', () => {
    // 100 × 20 × 1.6 ÷ (2 × 120) = 13.3
    const [[x, y]] = textRectangle(CORNERS, 1.6, 3) ?? [[Number.NaN, Number.NaN]]
    expect(x).toBeCloseTo(-13.33, 1)
    expect(y).toBeCloseTo(-13.33, 1)
  })

  it('is none where a side is too short', () => {
    expect(
      textRectangle(
        [
          [0, 0],
          [10, 0],
          [10, 2],
          [0, 2],
        ],
        1.6,
        3,
      ),
    ).toBeUndefined()
  })
})

it('points inside are no part of a hull', () => {
  expect(hullOf([...CORNERS, [50, 10]])).toHaveLength(4)
})
