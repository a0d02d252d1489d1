import type { FoundSeal } from '@suanhui/shared/papers'
import type { Point } from '../text/line'
import { shrunk } from './decode'
import { type Ellipse, edgeDistance, edgePoint, fitEllipse } from './ellipse'
import type { Raster } from './raster'
import { type Mask, redMask, spreadMask } from './red'
import { regionsOf } from './regions'

const SIDE = 1100
const SECTORS = 72
const LEAST_COVERAGE = 0.62
const LEAST_FILL = 0.04
const MOST_FILL = 0.62
/** Of the picture's longer side: half a seal, at most and at least. */
const LARGEST = 0.17
const SMALLEST = 0.028
const FLATTEST = 0.5
const TRIALS = 160
const ROUNDS = 3

const tolerance = (side: number): number => Math.max(1.6, side * 0.0028)

const fits = (ellipse: Ellipse | undefined, side: number): ellipse is Ellipse =>
  ellipse !== undefined &&
  ellipse.long > side * SMALLEST &&
  ellipse.long < side * LARGEST &&
  ellipse.short / ellipse.long > FLATTEST

/** The same choices for the same points, so that a paper is read alike every time. */
function choices(seed: number): (count: number) => number {
  let state = seed | 0
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return Math.floor(((state >>> 8) / 0x1000000) * count)
  }
}

/** The ellipse that most points lie on (RANSAC), then fitted to all of these. */
function bestEllipse(points: readonly Point[], side: number): Ellipse | undefined {
  const choose = choices(points.length * 7)
  const near = tolerance(side)
  let [best, most]: [Ellipse | undefined, number] = [undefined, 0]
  for (let trial = 0; trial < TRIALS; trial++) {
    const sample = Array.from({ length: 6 }, () => points[choose(points.length)] ?? ([0, 0] as const))
    const ellipse = fitEllipse(sample)
    if (!fits(ellipse, side)) continue
    const count = points.filter((point) => Math.abs(edgeDistance(ellipse, point)) < near).length
    if (count > most) [best, most] = [ellipse, count]
  }
  if (!best || most < 20) return undefined
  for (let step = 0; step < 3; step++) {
    const from: Ellipse = best
    const close = points.filter((point) => Math.abs(edgeDistance(from, point)) < near * 1.3)
    const finer = close.length >= 8 ? fitEllipse(close) : undefined
    if (!fits(finer, side)) break
    best = finer
  }
  return best
}

const isRed = ({ data, width, height }: Mask, [x, y]: Point): boolean | undefined => {
  const [column, row] = [Math.round(x), Math.round(y)]
  const outside = column < 0 || row < 0 || column >= width || row >= height
  return outside ? undefined : data[row * width + column] === 1
}

/** How much of the ring is red, and how much of it lies in the picture. */
function ringOf(mask: Mask, ellipse: Ellipse): { readonly coverage: number; readonly seen: number } {
  let [red, seen] = [0, 0]
  for (let sector = 0; sector < SECTORS; sector++) {
    const angle = (sector / SECTORS) * 2 * Math.PI
    const hits = [0.93, 0.965, 1, 1.03].map((factor) => isRed(mask, edgePoint(ellipse, angle, factor)))
    if (hits.some((hit) => hit !== undefined)) seen++
    if (hits.some((hit) => hit === true)) red++
  }
  return { coverage: red / SECTORS, seen: seen / SECTORS }
}

/** How much inside of the ring is red: letters and a star, neither nothing nor a blot. */
function fillOf(mask: Mask, ellipse: Ellipse): number {
  let [red, all] = [0, 0]
  for (let y = Math.floor(ellipse.y - ellipse.long); y < ellipse.y + ellipse.long; y++) {
    for (let x = Math.floor(ellipse.x - ellipse.long); x < ellipse.x + ellipse.long; x++) {
      if (edgeDistance(ellipse, [x, y]) > -0.14 * ellipse.short) continue
      const hit = isRed(mask, [x, y])
      if (hit !== undefined) all++
      if (hit) red++
    }
  }
  return red / Math.max(1, all)
}

interface Ring {
  readonly ellipse: Ellipse
  readonly coverage: number
}

/** Seals among the points of one red region, one after the other: two may overlap. */
function ringsIn(outline: readonly Point[], mask: Mask, side: number): readonly Ring[] {
  const rings: Ring[] = []
  let points = outline
  for (let round = 0; round < ROUNDS && points.length >= 30; round++) {
    const ellipse = bestEllipse(points, side)
    if (!ellipse) break
    const { coverage, seen } = ringOf(mask, ellipse)
    const fill = fillOf(mask, ellipse)
    const isSeal = coverage >= LEAST_COVERAGE && fill > LEAST_FILL && fill < MOST_FILL && seen > 0.6
    if (isSeal) rings.push({ ellipse, coverage })
    else if (round === 0) break
    const inside = (point: Point): boolean =>
      Math.hypot(point[0] - ellipse.x, point[1] - ellipse.y) < ellipse.short * 0.85
    const rest = points.filter(
      (point) => Math.abs(edgeDistance(ellipse, point)) >= 2 * tolerance(side) && !inside(point),
    )
    if (points.length - rest.length < 10) break
    points = rest
  }
  return rings
}

const apart = (one: Ring, other: Ring): boolean =>
  Math.hypot(one.ellipse.x - other.ellipse.x, one.ellipse.y - other.ellipse.y) >=
  0.5 * Math.max(one.ellipse.long, other.ellipse.long)

/**
 * Red rings with writing in them. Not found: seals cut off by half, square ones, blue ones, and any seal on a grey
 * copy. Two that overlap are often counted as one.
 */
export async function findSeals(raster: Raster, page: number): Promise<readonly FoundSeal[]> {
  const picture = await shrunk(raster, SIDE)
  const side = Math.max(picture.width, picture.height)
  const mask = redMask(picture)
  const regions = regionsOf(mask, spreadMask(mask, Math.max(2, Math.round(side / 420))), side)
  const rings = regions.flatMap((outline) => ringsIn(outline, mask, side)).sort((a, b) => b.coverage - a.coverage)
  const seals = rings.filter((ring, index) => rings.slice(0, index).every((other) => apart(ring, other)))
  return seals.map(({ ellipse: { x, y, long }, coverage }) => ({
    coverage,
    place: {
      page,
      x: Math.max(0, (x - long) / picture.width),
      y: Math.max(0, (y - long) / picture.height),
      width: Math.min(1, (2 * long) / picture.width),
      height: Math.min(1, (2 * long) / picture.height),
    },
  }))
}
