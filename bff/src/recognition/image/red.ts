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
  const brightness = new Uint8Array(width * height)
  const counts = new Uint32Array(256)
  for (let pixel = 0, at = 0; pixel < brightness.length; pixel++, at += 3) {
    const brightest = Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
    brightness[pixel] = brightest
    counts[brightest] = (counts[brightest] ?? 0) + 1
  }
  let [least, above] = [255, 0]
  for (; least > 0 && above < brightness.length * PAPER; least--) above += counts[least] ?? 0
  let [red, green, blue, count] = [0, 0, 0, 0]
  for (let pixel = 0, at = 0; pixel < brightness.length; pixel++, at += 3) {
    if ((brightness[pixel] ?? 0) < least) continue
    count++
    red += data[at] ?? 0
    green += data[at + 1] ?? 0
    blue += data[at + 2] ?? 0
  }
  const factor = (sum: number): number => 255 / Math.max(1, sum / Math.max(1, count))
  return [factor(red), factor(green), factor(blue)]
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

/** The mask made larger on all sides, so that ring and letters of a seal become one. Little of a page is red. */
export function spreadMask({ data, width, height }: Mask, radius: number): Mask {
  const rows = new Uint8Array(data.length)
  for (let at = data.indexOf(1); at >= 0; at = data.indexOf(1, at + 1)) {
    const start = at - (at % width)
    rows.fill(1, Math.max(start, at - radius), Math.min(start + width, at + radius + 1))
  }
  const spread = new Uint8Array(data.length)
  for (let at = rows.indexOf(1); at >= 0; at = rows.indexOf(1, at + 1)) {
    const last = Math.min(data.length - 1, at + radius * width)
    for (let to = Math.max(at % width, at - radius * width); to <= last; to += width) spread[to] = 1
  }
  return { data: spread, width, height }
}
