import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Point, Quad, TextLine, TextPage } from '../text/line'

/** Points of a page are small: this many pixels each. */
const SCALE = 2

interface Run {
  text: string
  readonly from: Point
  to: Point
  readonly along: Point
  readonly height: number
}

const isLevel = ({ along }: Run): boolean => Math.abs(along[1]) < 0.05 && along[0] > 0

/** A run ends where the next one begins on its line: one text in two pieces. */
function continues(before: Run | undefined, next: Run): before is Run {
  if (!before || !isLevel(before) || !isLevel(next)) return false
  const gap = next.from[0] - before.to[0]
  const sameLine = Math.abs(next.from[1] - before.from[1]) < before.height * 0.35
  return sameLine && gap > -before.height && gap < before.height * 0.9
}

/** Lines of a form are some pixels off one another. */
const LEVEL = 4
const inReadingOrder = (one: Run, other: Run): number =>
  Math.round(one.from[1] / LEVEL) - Math.round(other.from[1] / LEVEL) || one.from[0] - other.from[0]

/** How many runs back the beginning of a line is looked for. */
const NEAR = 60

function lineOf({ text, from, to, along, height }: Run): TextLine {
  // Up, at right angles to the way the text runs. Letters reach a little under their line.
  const [x, y] = [along[1] * height, -along[0] * height]
  const [down, up] = [-0.15, 0.85]
  const quad: Quad = [
    [from[0] + x * up, from[1] + y * up],
    [to[0] + x * up, to[1] + y * up],
    [to[0] + x * down, to[1] + y * down],
    [from[0] + x * down, from[1] + y * down],
  ]
  return { text, confidence: 1, quad }
}

/** The text of a page, in the file's own characters, as far as it stands on the page. */
export async function pdfText(page: PDFPageProxy): Promise<TextPage> {
  const viewport = page.getViewport({ scale: SCALE })
  const { items } = await page.getTextContent({ disableNormalization: false })
  const runs = items.flatMap((item): readonly Run[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[] = Util.transform(viewport.transform, item.transform)
    const size = Math.hypot(a, b) || 1
    const along: Point = [a / size, b / size]
    const width = item.width * SCALE
    const from: Point = [e, f]
    const to: Point = [e + along[0] * width, f + along[1] * width]
    const outside = Math.max(from[0], to[0]) < 0 || from[0] > viewport.width || from[1] < 0 || from[1] > viewport.height
    return outside ? [] : [{ text: item.str.normalize('NFKC'), from, to, along, height: Math.hypot(c, d) || size }]
  })
  const lines: Run[] = []
  for (const run of runs.sort(inReadingOrder)) {
    const before = lines
      .slice(-NEAR)
      .reverse()
      .find((one) => continues(one, run))
    if (before) {
      before.text += run.text
      before.to = run.to
    } else lines.push(run)
  }
  return { width: viewport.width, height: viewport.height, lines: lines.map(lineOf) }
}

const IMAGES: readonly number[] = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]
const MOST = 0.6

/**
 * Whether a picture covers most of the page: then it is a scan, and text over it was put there by some other
 * program's OCR, which is no exact source.
 */
export async function isScan(page: PDFPageProxy): Promise<boolean> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const view = page.getViewport({ scale: 1 })
  let matrix: readonly number[] = [1, 0, 0, 1, 0, 0]
  const saved: (readonly number[])[] = []
  for (const [index, operation] of fnArray.entries()) {
    if (operation === OPS.save) saved.push(matrix)
    else if (operation === OPS.restore) matrix = saved.pop() ?? matrix
    else if (operation === OPS.transform) matrix = Util.transform([...matrix], argsArray[index])
    else if (IMAGES.includes(operation)) {
      const [a = 0, b = 0, c = 0, d = 0] = matrix
      if (Math.abs(a * d - b * c) > MOST * view.width * view.height) return true
    }
  }
  return false
}
