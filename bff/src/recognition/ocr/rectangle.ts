import type { Point, Quad } from '../text/line'

const cross = (o: Point, a: Point, b: Point): number => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])

function chain(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = []
  for (const point of points) {
    for (
      let [a, b] = [kept.at(-2), kept.at(-1)];
      a && b && cross(a, b, point) <= 0;
      [a, b] = [kept.at(-2), kept.at(-1)]
    )
      kept.pop()
    kept.push(point)
  }
  return kept.slice(0, -1)
}

/** The convex hull, by Andrew's monotone chain. */
export function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return [...chain(sorted), ...chain(sorted.reverse())]
}

/** A rectangle at any angle: its first axis, and how far it reaches along both. */
interface Rectangle {
  readonly x: number
  readonly y: number
  readonly from: Point
  readonly to: Point
  readonly area: number
}

/** The smallest one around points; one of its sides lies on a side of their hull. */
function smallest(hull: readonly Point[]): Rectangle | undefined {
  let best: Rectangle | undefined
  hull.forEach((a, index) => {
    const b = hull[(index + 1) % hull.length] ?? a
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
    const [x, y] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
    for (const [px, py] of hull) {
      const [u, v] = [px * x + py * y, py * x - px * y]
      if (u < left) left = u
      if (u > right) right = u
      if (v < top) top = v
      if (v > bottom) bottom = v
    }
    const area = (right - left) * (bottom - top)
    if (!best || area < best.area) best = { x, y, from: [left, top], to: [right, bottom], area }
  })
  return best
}

/** Corners as one reads: upper left first, clockwise. */
export function ordered(points: readonly Point[]): Quad | undefined {
  const [a, b, c, d] = [...points].sort((one, other) => one[0] - other[0])
  if (!a || !b || !c || !d) return undefined
  const [left, right] = [a[1] <= b[1] ? [a, b] : [b, a], c[1] <= d[1] ? [c, d] : [d, c]] as const
  const [upperLeft, lowerLeft] = left
  const [upperRight, lowerRight] = right
  return upperLeft && lowerLeft && upperRight && lowerRight ? [upperLeft, upperRight, lowerRight, lowerLeft] : undefined
}

/**
 * The smallest rectangle around points, made larger the way DB's training made texts smaller.
 * @param growth area over circumference of what is added on each side.
 * @param least a side shorter than this is no text.
 */
export function textRectangle(points: readonly Point[], growth: number, least: number): Quad | undefined {
  const rectangle = smallest(hullOf(points))
  if (!rectangle) return undefined
  const { x, y, from, to } = rectangle
  const [width, height] = [to[0] - from[0], to[1] - from[1]]
  if (Math.min(width, height) < least) return undefined
  const more = (width * height * growth) / (2 * (width + height))
  const corner = (u: number, v: number): Point => [u * x - v * y, u * y + v * x]
  const [left, top, right, bottom] = [from[0] - more, from[1] - more, to[0] + more, to[1] + more]
  return ordered([corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)])
}
