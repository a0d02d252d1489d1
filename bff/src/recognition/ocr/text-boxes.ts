import type { Point, Quad } from '../text/line'
import { textRectangle } from './rectangle'

/** How probable text is at each pixel. */
export interface ProbabilityMap {
  readonly data: Float32Array
  readonly width: number
  readonly height: number
}

const PIXEL = 0.3
const BOX = 0.55
const GROWTH = 1.6
const LEAST_PIXELS = 12
const LEAST_SIDE = 3
/** A page has some hundreds of lines; noise may have more, and nobody reads those. */
const MOST_BOXES = 1500

/** One connected region of probable text: the ends of its rows, and how probable it is on the whole. */
class Region {
  private readonly ends = new Map<number, [number, number]>()
  private pixels = 0
  private sum = 0

  add(x: number, y: number, probability: number): void {
    this.pixels++
    this.sum += probability
    const row = this.ends.get(y)
    if (!row) this.ends.set(y, [x, x])
    else if (x < row[0]) row[0] = x
    else if (x > row[1]) row[1] = x
  }

  get box(): Quad | undefined {
    if (this.pixels < LEAST_PIXELS || this.sum / this.pixels < BOX) return undefined
    const corners = [...this.ends].flatMap(([y, [left, right]]): readonly Point[] => [
      [left, y],
      [right + 1, y],
      [left, y + 1],
      [right + 1, y + 1],
    ])
    return textRectangle(corners, GROWTH, LEAST_SIDE)
  }
}

/** The regions of probable text as rectangles at any angle (the second half of DB, Liao et al. 2020). */
export function textBoxes({ data, width, height }: ProbabilityMap): readonly Quad[] {
  const seen = new Uint8Array(width * height)
  const stack = new Int32Array(width * height)
  const boxes: Quad[] = []
  for (let start = 0; start < data.length && boxes.length < MOST_BOXES; start++) {
    if (seen[start] || (data[start] ?? 0) < PIXEL) continue
    const region = new Region()
    let depth = 0
    const visit = (at: number): void => {
      if (seen[at] || (data[at] ?? 0) < PIXEL) return
      seen[at] = 1
      stack[depth++] = at
    }
    visit(start)
    while (depth > 0) {
      const at = stack[--depth] ?? 0
      const y = Math.floor(at / width)
      const x = at - y * width
      region.add(x, y, data[at] ?? 0)
      if (x > 0) visit(at - 1)
      if (x < width - 1) visit(at + 1)
      if (y > 0) visit(at - width)
      if (y < height - 1) visit(at + width)
    }
    const { box } = region
    if (box) boxes.push(box)
  }
  return boxes
}
