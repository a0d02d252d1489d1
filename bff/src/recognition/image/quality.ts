import type { PaperKind, QualityProblem } from '@suanhui/shared/papers'
import { heightOf } from '../ocr/crop'
import type { OcrPage } from '../ocr/read-page'
import { greyed, type Picture, shrunk } from './decode'
import type { Raster } from './raster'

const SIDE = 1000
const DARK_MEAN = 80
const DARK_PAPER = 140
const BLURRED = 100
/** Longer side, in pixels, from which small print of an A4 page, and the larger one of an invoice, is readable. */
const LEAST_SIDE = 1600
const LEAST_INVOICE_SIDE = 1300
/** Lines of the text lower than this cannot be read reliably. */
const LEAST_LINE = 22
const LEAST_LINES = 2
const GLARE_SHARE = 0.015
/** Pixels of a square's side, and how many squares on it has to be darker. */
const SQUARE = 16
const STEP = 4
/** Darker than this is the table, not the paper. */
const PAPER_LEAST = 90
const WHITE = 252
/** Paper beside a reflection is darker than this. */
const BESIDE = 205
const EDGE = 0.004
/** Seals are red: a grey copy does not show whether there is one. */
const SEALED: readonly PaperKind[] = ['stamped_form', 'licence']
const COLOURLESS = 12

interface Light {
  readonly mean: number
  readonly dark: number
  readonly paper: number
}

function lightOf({ data }: Raster): Light {
  const counts = new Uint32Array(256)
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1
  const share = (part: number): number => {
    let sum = 0
    return counts.findIndex((count) => {
      sum += count
      return sum >= part * data.length
    })
  }
  const sum = counts.reduce((total, count, value) => total + count * value, 0)
  return { mean: sum / data.length, dark: share(0.05), paper: share(0.95) }
}

/** How much neighbouring pixels differ (variance of the Laplacian), as if the contrast were full. */
function sharpness({ data, width, height }: Raster, { dark, paper }: Light): number {
  let [sum, squares] = [0, 0]
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const value =
        4 * (data[at] ?? 0) -
        (data[at - 1] ?? 0) -
        (data[at + 1] ?? 0) -
        (data[at - width] ?? 0) -
        (data[at + width] ?? 0)
      sum += value
      squares += value * value
    }
  }
  const count = Math.max(1, (width - 2) * (height - 2))
  const contrast = Math.max(1, paper - dark)
  return (1e4 * (squares / count - (sum / count) ** 2)) / contrast ** 2
}

/** How bright the paper is in squares of the picture: letters are darker, and do not count. */
function squares({ data, width, height }: Raster): { readonly light: Float64Array; readonly across: number } {
  const [across, down] = [Math.floor(width / SQUARE), Math.floor(height / SQUARE)]
  const light = new Float64Array(across * down)
  for (let y = 0; y < down * SQUARE; y++) {
    for (let column = 0; column < across; column++) {
      const square = Math.floor(y / SQUARE) * across + column
      const from = y * width + column * SQUARE
      let most = light[square] ?? 0
      for (let at = from; at < from + SQUARE; at++) most = Math.max(most, data[at] ?? 0)
      light[square] = most
    }
  }
  return { light, across }
}

/** Burnt out in a place, and darker right beside it: a lamp's reflection. Light that changes slowly is none. */
function hasGlare(grey: Raster): boolean {
  const { light, across } = squares(grey)
  let [burnt, steep] = [0, 0]
  light.forEach((value, square) => {
    if (value < WHITE) return
    burnt++
    const around = [-STEP, STEP, -STEP * across, STEP * across].map((step) => light[square + step] ?? WHITE)
    if (around.some((other) => other > PAPER_LEAST && other < BESIDE)) steep++
  })
  return burnt > light.length * GLARE_SHARE && burnt < light.length / 2 && steep > burnt * 0.3
}

function isColourless({ data }: Raster): boolean {
  let coloured = 0
  for (let at = 0; at + 2 < data.length; at += 3) {
    const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > COLOURLESS) coloured++
  }
  return coloured < (data.length / 3) * 0.0005
}

/** Whether a seal belongs on the page: on every one of some kinds, and where a contract is signed. */
const needsSeal = (kind: PaperKind, text: OcrPage | undefined): boolean =>
  SEALED.includes(kind) ||
  (kind === 'contract' && (text?.lines.some((line) => /盖章|公章|签章/.test(line.text)) ?? false))

/** Text that ends at the picture's edge goes on outside of it. */
function isCutOff({ boxes, width, height }: OcrPage): boolean {
  const [across, down] = [width * EDGE, height * EDGE]
  const cut = boxes.filter((box) =>
    box.some(([x, y]) => x < across || x > width - across || y < down || y > height - down),
  )
  return cut.length >= 2
}

/** A back page, a table top: fewer lines than the emptiest page of a paper has. */
const isEmpty = (text: OcrPage | undefined): boolean => text !== undefined && text.lines.length < LEAST_LINES

function isTooSmall(
  { width, height }: Pick<Picture, 'width' | 'height'>,
  text: OcrPage | undefined,
  kind: PaperKind,
): boolean {
  if (Math.max(width, height) < (kind === 'invoice' ? LEAST_INVOICE_SIDE : LEAST_SIDE)) return true
  if (!text || text.boxes.length < 8) return false
  const heights = text.boxes.map(heightOf).sort((a, b) => a - b)
  const scale = Math.max(width, height) / Math.max(text.width, text.height)
  return (heights[heights.length >> 1] ?? LEAST_LINE) * scale < LEAST_LINE
}

/** What is wrong with a photo, worst first. Advice: whether it is used nevertheless, a person decides. */
export async function qualityOf(
  picture: Omit<Picture, 'raster'>,
  text: OcrPage | undefined,
  kind: PaperKind,
): Promise<readonly QualityProblem[]> {
  const grey = await greyed(picture.page, SIDE)
  const light = lightOf(grey)
  const problems: readonly (readonly [QualityProblem, boolean])[] = [
    ['too_small', isTooSmall(picture, text, kind)],
    ['dark', light.mean < DARK_MEAN || light.paper < DARK_PAPER],
    ['blurred', sharpness(grey, light) < BLURRED],
    ['glare', hasGlare(grey)],
    ['cut_off', text !== undefined && isCutOff(text)],
    ['empty', isEmpty(text)],
    ['grey', needsSeal(kind, text) && isColourless(await shrunk(picture.page, SIDE))],
  ]
  return problems.filter(([, found]) => found).map(([name]) => name)
}
