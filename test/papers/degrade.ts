import sharp from 'sharp'
import { Random } from './random'

/** How badly a paper was photographed. */
export type Level = 'L0' | 'L1' | 'L2' | 'L3' | 'L4'
type Range = readonly [number, number]

interface Camera {
  readonly turn: number
  readonly perspective: number
  readonly blur: Range
  readonly light: Range
  readonly noise: number
  readonly quality: Range
  readonly side: Range
  readonly waves: number
  /** How often the hand shook. */
  readonly shaken: number
  readonly fill: Range
  readonly shade: number
}

/** L1 is a good photo, L2 an ordinary one, L3 taken in a hurry in bad light, L4 sent on by a messenger that shrank it. */
const CAMERAS: Readonly<Record<Exclude<Level, 'L0'>, Camera>> = {
  L1: {
    turn: 3,
    perspective: 0.02,
    blur: [0.5, 0.9],
    light: [0.85, 1.05],
    noise: 4,
    quality: [82, 92],
    side: [2600, 4000],
    waves: 2,
    shaken: 0,
    fill: [0.86, 0.95],
    shade: 0.18,
  },
  L2: {
    turn: 8,
    perspective: 0.05,
    blur: [0.9, 1.5],
    light: [0.65, 1],
    noise: 7,
    quality: [65, 82],
    side: [2000, 3600],
    waves: 5,
    shaken: 0.2,
    fill: [0.78, 0.92],
    shade: 0.18,
  },
  L3: {
    turn: 20,
    perspective: 0.09,
    blur: [1.4, 2.4],
    light: [0.35, 0.65],
    noise: 12,
    quality: [45, 70],
    side: [1600, 3000],
    waves: 8,
    shaken: 0.4,
    fill: [0.7, 0.88],
    shade: 0.35,
  },
  L4: {
    turn: 6,
    perspective: 0.05,
    blur: [0.7, 1.2],
    light: [0.6, 1],
    noise: 6,
    quality: [35, 55],
    side: [1000, 1300],
    waves: 4,
    shaken: 0.2,
    fill: [0.85, 0.96],
    shade: 0.18,
  },
}

type Corner = readonly [number, number]

/** The projection that takes points of the photo to those of the paper: eight equations. */
function projection(paper: readonly Corner[], photo: readonly Corner[]): readonly number[] {
  const rows = photo.flatMap(([x, y], index) => {
    const [u, v] = paper[index] ?? [0, 0]
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ]
  })
  for (let column = 0; column < 8; column++) {
    const best = rows.findIndex(
      (row, at) =>
        at >= column &&
        rows.every((other, i) => i < column || Math.abs(other[column] ?? 0) <= Math.abs(row[column] ?? 0)),
    )
    const [pivot, other] = [rows[best] ?? [], rows[column] ?? []]
    rows[best] = other
    rows[column] = pivot
    for (const [index, row] of rows.entries()) {
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1)
      if (index === column || factor === 0) continue
      for (let at = column; at < 9; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0)
    }
  }
  return rows.map((row, index) => (row[8] ?? 0) / (row[index] ?? 1))
}

const TABLES: readonly (readonly [number, number, number])[] = [
  [118, 92, 66],
  [70, 72, 78],
  [150, 146, 140],
  [52, 60, 52],
]

interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

async function pixelsOf(image: Uint8Array, width: number): Promise<Pixels> {
  const { data, info } = await sharp(image)
    .flatten({ background: '#fff' })
    .resize({ width: Math.round(width) })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** A scan or a screenshot: nothing wrong with it. */
async function scanned(image: Uint8Array, random: Random): Promise<Uint8Array> {
  const side = Math.round(random.between(1600, 2400))
  return sharp(image)
    .flatten({ background: '#fff' })
    .resize(side, side, { fit: 'inside' })
    .jpeg({ quality: random.whole(90, 95) })
    .toBuffer()
}

/** Where the corners of the paper lie in the photo. */
function placed(
  paper: Pixels,
  photo: { width: number; height: number },
  camera: Camera,
  random: Random,
): readonly Corner[] {
  const ratio = paper.width / paper.height
  const fill = random.between(...camera.fill)
  let width = Math.min(photo.width * fill, photo.height * fill * ratio)
  let height = width / ratio
  const angle = (random.between(-camera.turn, camera.turn) * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const shrink = Math.min(
    1,
    (photo.width * 0.97) / (Math.abs(width * cos) + Math.abs(height * sin)),
    (photo.height * 0.97) / (Math.abs(width * sin) + Math.abs(height * cos)),
  )
  width *= shrink
  height *= shrink
  const slip = (): number => random.between(-1, 1) * camera.perspective * Math.min(width, height) * 1.2
  const corners: readonly Corner[] = [
    [-width / 2, -height / 2],
    [width / 2, -height / 2],
    [width / 2, height / 2],
    [-width / 2, height / 2],
  ]
  return corners.map(([x, y]) => [
    photo.width / 2 + x * cos - y * sin + slip(),
    photo.height / 2 + x * sin + y * cos + slip(),
  ])
}

/** The paper on a table, in uneven light, before the lens and the file have done their part. */
function exposed(paper: Pixels, photo: { width: number; height: number }, camera: Camera, random: Random): Uint8Array {
  const corners = placed(paper, photo, camera, random)
  const p = projection(
    [
      [0, 0],
      [paper.width, 0],
      [paper.width, paper.height],
      [0, paper.height],
    ],
    corners,
  )
  const [p0 = 0, p1 = 0, p2 = 0, p3 = 0, p4 = 0, p5 = 0, p6 = 0, p7 = 0] = p
  const table = random.pick(TABLES)
  const light = random.between(...camera.light)
  const [acrossLight, downLight] = [random.between(-1, 1), random.between(-1, 1)]
  const slope = random.between(0.12, 0.34)
  const [shadeX, shadeY, shadeSize] = [random.between(0.2, 0.8), random.between(0.2, 0.8), random.between(0.35, 0.65)]
  const [wave, phase] = [(camera.waves * Math.max(photo.width, photo.height)) / 2400, random.between(0, 6.28)]
  const pitch = (random.between(1, 3) * 2 * Math.PI) / paper.width
  const warmth = [random.between(1, 1.06), 1, random.between(0.9, 1)]
  const out = new Uint8Array(photo.width * photo.height * 3)
  let state = random.whole(1, 1e9) | 0
  const grain = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 8) / 0x1000000
  }
  const { data, width } = paper
  for (let y = 0; y < photo.height; y++) {
    for (let x = 0; x < photo.width; x++) {
      const d = p6 * x + p7 * y + 1
      const u = (p0 * x + p1 * y + p2) / d
      const v = (p3 * x + p4 * y + p5) / d + wave * Math.sin(u * pitch + phase)
      const inside = u >= 0 && v >= 0 && u < width - 1 && v < paper.height - 1
      const [left, top] = [Math.floor(u), Math.floor(v)]
      const [fx, fy] = [u - left, v - top]
      const [near, far] = [Math.hypot(x / photo.width - shadeX, y / photo.height - shadeY), shadeSize]
      const shade = near < far ? 1 - camera.shade * (1 - near / far) : 1
      const level =
        light * (1 + slope * (acrossLight * (x / photo.width - 0.5) + downLight * (y / photo.height - 0.5))) * shade
      const noise = (grain() + grain() + grain() - 1.5) * camera.noise * 1.6
      for (let channel = 0; channel < 3; channel++) {
        const at = (top * width + left) * 3 + channel
        const value = inside
          ? (data[at] ?? 0) * (1 - fx) * (1 - fy) +
            (data[at + 3] ?? 0) * fx * (1 - fy) +
            (data[at + width * 3] ?? 0) * (1 - fx) * fy +
            (data[at + width * 3 + 3] ?? 0) * fx * fy
          : (table[channel] ?? 0) + 10 * Math.sin(y * 0.03 + 3 * Math.sin(x * 0.002))
        out[(y * photo.width + x) * 3 + channel] = Math.max(
          0,
          Math.min(255, value * level * (warmth[channel] ?? 1) + noise),
        )
      }
    }
  }
  return out
}

/** A photo of a paper, as bad as the level says, as JPEG. */
export async function photograph(image: Uint8Array, level: Level, seed: number): Promise<Uint8Array> {
  const random = new Random(seed)
  if (level === 'L0') return scanned(image, random)
  const camera = CAMERAS[level]
  const { width = 1, height = 1 } = await sharp(image).metadata()
  const side = Math.round(random.between(...camera.side))
  const photo =
    width >= height
      ? { width: side, height: Math.round(side * 0.75) }
      : { width: Math.round(side * 0.75), height: side }
  const paper = await pixelsOf(image, Math.min(width, photo.width * 1.15))
  const raw = { ...photo, channels: 3 } as const
  const blur = (random.between(...camera.blur) * side) / 2600
  let photographed = sharp(exposed(paper, photo, camera, random), { raw })
  if (blur > 0.3) photographed = photographed.blur(blur)
  if (random.next() < camera.shaken) {
    const length = Math.max(3, Math.round(side / 700)) | 1
    const across = random.next() < 0.5
    const kernel = Array.from({ length: length * length }, (_, at) =>
      (across ? Math.floor(at / length) : at % length) === length >> 1 ? 1 : 0,
    )
    const { data } = await photographed.raw().toBuffer({ resolveWithObject: true })
    photographed = sharp(data, { raw }).convolve({ width: length, height: length, kernel, scale: length })
  }
  return photographed.jpeg({ quality: random.whole(...camera.quality) }).toBuffer()
}
