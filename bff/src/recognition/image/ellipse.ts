import type { Point } from '../text/line'

/** Centre, half axes (the longer one first), and how far the longer one is turned. */
export interface Ellipse {
  readonly x: number
  readonly y: number
  readonly long: number
  readonly short: number
  readonly turn: number
}

const UNKNOWNS = 5

/** Solves five linear equations by Gauss and Jordan; undefined where they do not say enough. */
function solved(rows: Float64Array[]): readonly number[] | undefined {
  for (let column = 0; column < UNKNOWNS; column++) {
    const best = rows.slice(column).reduce((at, row, index) => {
      return Math.abs(row[column] ?? 0) > Math.abs(rows[at]?.[column] ?? 0) ? column + index : at
    }, column)
    const [pivot, other] = [rows[best], rows[column]]
    if (!pivot || !other || Math.abs(pivot[column] ?? 0) < 1e-9) return undefined
    rows[best] = other
    rows[column] = pivot
    for (const [index, row] of rows.entries()) {
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1)
      if (index === column || factor === 0) continue
      for (const [at, value] of pivot.entries()) row[at] = (row[at] ?? 0) - factor * value
    }
  }
  return rows.map((row, index) => (row[UNKNOWNS] ?? 0) / (row[index] ?? 1))
}

/** The ellipse nearest to points: least squares over Ax² + Bxy + Cy² + Dx + Ey = 1, moved and scaled to be stable. */
export function fitEllipse(points: readonly Point[]): Ellipse | undefined {
  const count = points.length
  const mx = points.reduce((sum, [x]) => sum + x, 0) / count
  const my = points.reduce((sum, [, y]) => sum + y, 0) / count
  const scale = points.reduce((sum, [x, y]) => sum + Math.hypot(x - mx, y - my), 0) / count || 1
  const rows = Array.from({ length: UNKNOWNS }, () => new Float64Array(UNKNOWNS + 1))
  for (const [px, py] of points) {
    const [x, y] = [(px - mx) / scale, (py - my) / scale]
    const terms = [x * x, x * y, y * y, x, y, 1]
    rows.forEach((row, i) => {
      for (let j = 0; j <= UNKNOWNS; j++) row[j] = (row[j] ?? 0) + (terms[i] ?? 0) * (terms[j] ?? 0)
    })
  }
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = solved(rows) ?? []
  const determinant = 4 * a * c - b * b
  if (determinant <= 1e-9) return undefined
  const [x, y] = [(b * e - 2 * c * d) / determinant, (b * d - 2 * a * e) / determinant]
  const radius = 1 + a * x * x + b * x * y + c * y * y
  const turn = 0.5 * Math.atan2(b, a - c)
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const first = a * cos * cos + b * cos * sin + c * sin * sin
  const second = a * sin * sin - b * cos * sin + c * cos * cos
  if (radius <= 0 || first <= 0 || second <= 0) return undefined
  const [along, across] = [Math.sqrt(radius / first) * scale, Math.sqrt(radius / second) * scale]
  const centre = { x: x * scale + mx, y: y * scale + my }
  return along >= across
    ? { ...centre, long: along, short: across, turn }
    : { ...centre, long: across, short: along, turn: turn + Math.PI / 2 }
}

/** How far a point is from the edge, roughly; inside is negative. */
export function edgeDistance(ellipse: Ellipse, [x, y]: Point): number {
  const [dx, dy] = [x - ellipse.x, y - ellipse.y]
  const [cos, sin] = [Math.cos(ellipse.turn), Math.sin(ellipse.turn)]
  const [u, v] = [dx * cos + dy * sin, dy * cos - dx * sin]
  const ratio = Math.sqrt((u / ellipse.long) ** 2 + (v / ellipse.short) ** 2) || 1e-6
  const distance = Math.sqrt(u * u + v * v)
  return distance - distance / ratio
}

/** A point of the edge, or of the ellipse made larger by a factor. */
export function edgePoint({ x, y, long, short, turn }: Ellipse, angle: number, factor = 1): Point {
  const [u, v] = [long * factor * Math.cos(angle), short * factor * Math.sin(angle)]
  return [x + u * Math.cos(turn) - v * Math.sin(turn), y + u * Math.sin(turn) + v * Math.cos(turn)]
}
