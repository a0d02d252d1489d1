import { type Ellipse, edgeDistance, edgePoint, fitEllipse } from '@suanhui/bff/recognition/image/ellipse'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const ellipses = fc.record({
  x: fc.double({ min: 100, max: 900, noNaN: true }),
  y: fc.double({ min: 100, max: 900, noNaN: true }),
  long: fc.double({ min: 50, max: 150, noNaN: true }),
  ratio: fc.double({ min: 0.5, max: 0.95, noNaN: true }),
  turn: fc.double({ min: 0, max: 3.1, noNaN: true }),
})

it('an ellipse is found again from points of its edge', () => {
  fc.assert(
    fc.property(ellipses, ({ x, y, long, ratio, turn }) => {
      const ellipse: Ellipse = { x, y, long, short: long * ratio, turn }
      const points = Array.from({ length: 24 }, (_, index) => edgePoint(ellipse, (index / 24) * 2 * Math.PI))
      const found = fitEllipse(points)
      expect(found?.x).toBeCloseTo(x, 3)
      expect(found?.y).toBeCloseTo(y, 3)
      expect(found?.long).toBeCloseTo(long, 3)
      expect(found?.short).toBeCloseTo(long * ratio, 3)
      for (const point of points) expect(Math.abs(edgeDistance(found ?? ellipse, point))).toBeLessThan(1e-3)
    }),
  )
})

it('points on a line make none', () => {
  expect(
    fitEllipse([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 5],
    ]),
  ).toBeUndefined()
})
