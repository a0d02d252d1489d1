import type { Raster } from './raster'

/** Where a picture is red: 1 a pixel. */
export interface Mask {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** The part of all pixels that is taken for paper, to find out what is white in this light. */
const PAPER = 0.15
const LEAST_RED = 60
const LEAST_DIFFERENCE = 22
const LEAST_SHARE = 0.13
/** Of red's lead over the least channel: more green is orange or brown print, more blue is violet. */
const MOST_GREEN = 0.2
const MOST_BLUE = 0.55

/** Factors by channel that make the brightest pixels white. */
function whiteBalance({ data, width, height }: Raster): readonly [number, number, number] {
  const brightness = (at: number): number => Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
  const counts = new Uint32Array(256)
  for (let at = 0; at < data.length; at += 3) counts[brightness(at)] = (counts[brightness(at)] ?? 0) + 1
  let [least, above] = [255, 0]
  for (; least > 0 && above < width * height * PAPER; least--) above += counts[least] ?? 0
  const sums = [0, 0, 0]
  let count = 0
  for (let at = 0; at < data.length; at += 3) {
    if (brightness(at) < least) continue
    count++
    for (let channel = 0; channel < 3; channel++) sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0)
  }
  const factor = (channel: number): number => 255 / Math.max(1, (sums[channel] ?? 0) / Math.max(1, count))
  return [factor(0), factor(1), factor(2)]
}

/** Seal red, in whatever light; not the brown of printed forms. */
export function redMask(raster: Raster): Mask {
  const { data, width, height } = raster
  const [r, g, b] = whiteBalance(raster)
  const mask = new Uint8Array(width * height)
  for (let pixel = 0; pixel < mask.length; pixel++) {
    const red = Math.min(255, (data[pixel * 3] ?? 0) * r)
    const green = Math.min(255, (data[pixel * 3 + 1] ?? 0) * g)
    const blue = Math.min(255, (data[pixel * 3 + 2] ?? 0) * b)
    const lead = red - Math.max(green, blue)
    const range = red - Math.min(green, blue)
    const isRed = red > LEAST_RED && lead > LEAST_DIFFERENCE && lead / red > LEAST_SHARE
    if (isRed && green - blue < MOST_GREEN * range && blue - green < MOST_BLUE * range) mask[pixel] = 1
  }
  return { data: mask, width, height }
}

/** One pass of a box: along rows, or with the step of a column. */
function spread(source: Uint8Array, lines: number, length: number, radius: number, step: number, line: number) {
  const out = new Uint8Array(source.length)
  for (let row = 0; row < lines; row++) {
    let count = 0
    for (let at = -radius; at < length; at++) {
      if (at + radius < length) count += source[row * line + (at + radius) * step] ?? 0
      if (at - radius - 1 >= 0) count -= source[row * line + (at - radius - 1) * step] ?? 0
      if (at >= 0) out[row * line + at * step] = count > 0 ? 1 : 0
    }
  }
  return out
}

/** The mask made larger on all sides, so that ring and letters of a seal become one. */
export function spreadMask({ data, width, height }: Mask, radius: number): Mask {
  const rows = spread(data, height, width, radius, 1, width)
  return { data: spread(rows, width, height, radius, width, 1), width, height }
}
