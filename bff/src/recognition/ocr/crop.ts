import type { Raster } from '../image/raster'
import type { Point, Quad } from '../text/line'

const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1])
export const widthOf = (quad: Quad): number => (distance(quad[0], quad[1]) + distance(quad[2], quad[3])) / 2
export const heightOf = (quad: Quad): number => (distance(quad[0], quad[3]) + distance(quad[1], quad[2])) / 2

/** Text that stands higher than wide is read turned. */
const TALL = 1.6
const SHORTEST = 16

export interface CropSize {
  readonly height: number
  readonly maxWidth: number
  /** Wider than the text is: runs of equal digits come apart. */
  readonly stretch: number
}

const clamped = (value: number, end: number): number => Math.min(Math.max(value, 0), end - 1.001)

/** The text of a box, level, at the height that the models read; without what stands around it. */
export function cropText({ data, width, height }: Raster, box: Quad, size: CropSize): Raster {
  const tall = heightOf(box) > widthOf(box) * TALL
  const [a, b, , d] = tall ? [box[1], box[2], box[3], box[0]] : box
  const [long, short] = tall ? [heightOf(box), widthOf(box)] : [widthOf(box), heightOf(box)]
  const wide = Math.round((long / Math.max(1, short)) * size.height * size.stretch)
  const out = { width: Math.min(size.maxWidth, Math.max(SHORTEST, wide)), height: size.height }
  const pixels = new Uint8Array(out.width * out.height * 3)
  // Boxes are rectangles: a step along a side is the same everywhere.
  const [originX, originY] = [a[0] - 0.5, a[1] - 0.5]
  const [acrossX, acrossY] = [b[0] - a[0], b[1] - a[1]]
  const [downX, downY] = [d[0] - a[0], d[1] - a[1]]
  // From large letters two rows and columns are averaged, else every second would be lost.
  const samples = short > size.height * TALL ? 2 : 1
  for (let y = 0; y < out.height; y++) {
    for (let x = 0; x < out.width; x++) {
      let red = 0
      let green = 0
      let blue = 0
      for (let sample = 0; sample < samples * samples; sample++) {
        const v = (y + ((sample % samples) + 0.5) / samples) / out.height
        const u = (x + (Math.floor(sample / samples) + 0.5) / samples) / out.width
        const left = clamped(originX + u * acrossX + v * downX, width)
        const top = clamped(originY + u * acrossY + v * downY, height)
        const column = Math.floor(left)
        const row = Math.floor(top)
        const right = left - column
        const bottom = top - row
        const upper = (row * width + column) * 3
        const lower = upper + width * 3
        const p = (1 - right) * (1 - bottom)
        const q = right * (1 - bottom)
        const r = (1 - right) * bottom
        const s = right * bottom
        red += at(data, upper) * p + at(data, upper + 3) * q + at(data, lower) * r + at(data, lower + 3) * s
        green += at(data, upper + 1) * p + at(data, upper + 4) * q + at(data, lower + 1) * r + at(data, lower + 4) * s
        blue += at(data, upper + 2) * p + at(data, upper + 5) * q + at(data, lower + 2) * r + at(data, lower + 5) * s
      }
      const to = (y * out.width + x) * 3
      pixels[to] = red / (samples * samples)
      pixels[to + 1] = green / (samples * samples)
      pixels[to + 2] = blue / (samples * samples)
    }
  }
  return { ...out, data: pixels }
}

const at = (data: Uint8Array, index: number): number => data[index] ?? 0
