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

/** One connected region of probable text after the other: the ends of its rows, and how probable it is on the whole. */
class Region {
  private readonly left: Int32Array
  private readonly right: Int32Array
  private top = 0
  private bottom = -1
  private pixels = 0
  private sum = 0

  constructor(height: number) {
    this.left = new Int32Array(height).fill(-1)
    this.right = new Int32Array(height)
  }

  add(x: number, y: number, probability: number): void {
    if (this.pixels === 0) this.top = y
    this.pixels++
    this.sum += probability
    if (y < this.top) this.top = y
    if (y > this.bottom) this.bottom = y
    const left = this.left[y] ?? -1
    if (left < 0 || x < left) this.left[y] = x
    if (left < 0 || x > (this.right[y] ?? 0)) this.right[y] = x
  }

  /** The box around what was added; ready for the next region. */
  take(): Quad | undefined {
    const isText = this.pixels >= LEAST_PIXELS && this.sum / this.pixels >= BOX
    const corners: Point[] = []
    for (let y = this.top; y <= this.bottom; y++) {
      const [left, right] = [this.left[y] ?? 0, (this.right[y] ?? 0) + 1]
      this.left[y] = -1
      if (isText) corners.push([left, y], [right, y], [left, y + 1], [right, y + 1])
    }
    this.pixels = 0
    this.sum = 0
    this.bottom = -1
    return isText ? textRectangle(corners, GROWTH, LEAST_SIDE) : undefined
  }
}

/** The regions of probable text as rectangles at any angle (the second half of DB, Liao et al. 2020). */
export function textBoxes({ data, width, height }: ProbabilityMap): readonly Quad[] {
  /** Pixels of text that belong to no region yet. */
  const open = new Uint8Array(data.length)
  for (let at = 0; at < data.length; at++) if ((data[at] ?? 0) >= PIXEL) open[at] = 1
  const stack = new Int32Array(width * height)
  const boxes: Quad[] = []
  const region = new Region(height)
  for (let start = open.indexOf(1); start >= 0 && boxes.length < MOST_BOXES; start = open.indexOf(1, start + 1)) {
    let depth = 0
    const visit = (at: number): void => {
      if (open[at] !== 1) return
      open[at] = 0
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
    const box = region.take()
    if (box) boxes.push(box)
  }
  return boxes
}
