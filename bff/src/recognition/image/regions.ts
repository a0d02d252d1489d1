import type { Point } from '../text/line'
import type { Mask } from './red'

const LEAST_PIXELS = 90
/** Between the ring and the letters: a gap that ends one stroke and begins another. */
const GAP = 12

/** The first and last red pixel of each row and column, and those at gaps: the ring is among them. */
function outlineOf(pixels: readonly number[], width: number): readonly Point[] {
  const rows = new Map<number, number[]>()
  const columns = new Map<number, number[]>()
  const put = (map: Map<number, number[]>, key: number, value: number): void => {
    const list = map.get(key)
    if (list) list.push(value)
    else map.set(key, [value])
  }
  for (const pixel of pixels) {
    const y = Math.floor(pixel / width)
    put(rows, y, pixel - y * width)
    put(columns, pixel - y * width, y)
  }
  const points: Point[] = []
  for (const [y, unsorted] of rows) {
    const xs = unsorted.sort((a, b) => a - b)
    xs.forEach((x, index) => {
      const [before, next] = [xs[index - 1], xs[index + 1]]
      const ends = before === undefined || next === undefined || x - before > GAP || next - x > GAP
      if (ends) points.push([x, y])
    })
  }
  for (const [x, unsorted] of columns) {
    const ys = unsorted.sort((a, b) => a - b)
    const [first, last] = [ys[0], ys.at(-1)]
    if (first !== undefined && last !== undefined) points.push([x, first], [x, last])
  }
  return points
}

/** Regions of red that are large enough for a seal, each as the points of its outline. */
export function regionsOf(mask: Mask, spread: Mask, side: number): readonly (readonly Point[])[] {
  const { width, height } = mask
  const seen = new Uint8Array(width * height)
  const stack = new Int32Array(width * height)
  const regions: (readonly Point[])[] = []
  for (let start = spread.data.indexOf(1); start >= 0; start = spread.data.indexOf(1, start + 1)) {
    if (seen[start]) continue
    const pixels: number[] = []
    let [left, right, top, bottom, depth] = [width, 0, height, 0, 0]
    const visit = (at: number): void => {
      if (seen[at] || !spread.data[at]) return
      seen[at] = 1
      stack[depth++] = at
    }
    visit(start)
    while (depth > 0) {
      const at = stack[--depth] ?? 0
      const y = Math.floor(at / width)
      const x = at - y * width
      if (mask.data[at]) {
        pixels.push(at)
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
      if (x > 0) visit(at - 1)
      if (x < width - 1) visit(at + 1)
      if (y > 0) visit(at - width)
      if (y < height - 1) visit(at + width)
    }
    const [wide, high] = [right - left + 1, bottom - top + 1]
    const large = Math.max(wide, high) >= side * 0.05 && Math.min(wide, high) >= side * 0.03
    if (large && pixels.length >= LEAST_PIXELS) regions.push(outlineOf(pixels, width))
  }
  return regions
}
