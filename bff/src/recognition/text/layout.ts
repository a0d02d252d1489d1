import type { Point, Quad, TextLine, TextPage } from './line'

/** A line in an upright picture of the page: turned by the angle that most text runs at. */
export interface Piece {
  /** NFKC, as OCR's slips of punctuation are put right. */
  readonly text: string
  readonly confidence: number
  readonly quad: Quad
  readonly page: number
  readonly left: number
  readonly right: number
  /** The middle's height on the page. */
  readonly y: number
  readonly height: number
  /** Down per right, of this line: near the edges of a photo lines run otherwise than in its middle. */
  readonly slope: number
}

const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1])
const angle = ([from, to]: Quad): number => Math.atan2(to[1] - from[1], to[0] - from[0])
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

const LONGEST = 15

/** The angle of the longest lines: short ones say little about it. */
function skewOf(lines: readonly TextLine[]): number {
  const long = [...lines].sort((a, b) => distance(b.quad[0], b.quad[1]) - distance(a.quad[0], a.quad[1]))
  return median(long.slice(0, LONGEST).map(({ quad }) => angle(quad)))
}

/** What looks like another character in print. */
const tidied = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[￥Ұ羊](?=\s?\d)/g, '¥')
    .replace(/[。·](?=\d{2}(?!\d))/g, '.')
    .trim()

/** Lines that stand upright in a picture are read by other means. */
const isUpright = (quad: Quad): boolean => distance(quad[0], quad[3]) > 1.6 * distance(quad[0], quad[1])

export function piecesOf({ lines }: TextPage, page: number): readonly Piece[] {
  const skew = skewOf(lines)
  const [cos, sin] = [Math.cos(skew), Math.sin(skew)]
  const turned = ([x, y]: Point): Point => [x * cos + y * sin, y * cos - x * sin]
  return lines
    .map(({ text, confidence, quad }): Piece => {
      const [a, b, c, d] = [turned(quad[0]), turned(quad[1]), turned(quad[2]), turned(quad[3])]
      const left = Math.min(a[0], d[0])
      const right = Math.max(b[0], c[0])
      const long = right - left > 4 * distance(a, d) && !isUpright(quad)
      return {
        text: tidied(text),
        confidence,
        quad,
        page,
        left,
        right,
        y: (a[1] + b[1] + c[1] + d[1]) / 4,
        height: (distance(a, d) + distance(b, c)) / 2,
        slope: long ? (b[1] - a[1]) / Math.max(1, b[0] - a[0]) : 0,
      }
    })
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.y - b.y || a.left - b.left)
}

export const middle = ({ left, right }: Piece): number => (left + right) / 2

/** How far a piece stands below another one's line, in heights of the larger. */
export function below(of: Piece, other: Piece): number {
  const run = middle(other) - middle(of)
  return (other.y - of.y - run * ((of.slope + other.slope) / 2)) / Math.max(of.height, other.height)
}

const SAME_LINE = 0.6

/** On the same line as another one, left to right. */
export const sameLine = (of: Piece, pieces: readonly Piece[]): readonly Piece[] =>
  pieces
    .filter((one) => one.page === of.page && one !== of && Math.abs(below(of, one)) < SAME_LINE)
    .sort((a, b) => a.left - b.left)

/** To the right of a piece on its line, nearest first. */
export const rightOf = (of: Piece, pieces: readonly Piece[]): readonly Piece[] =>
  sameLine(of, pieces).filter((one) => one.left > of.right - of.height * 0.8)

/** Next line under a piece that shares some of its columns. */
export const under = (of: Piece, pieces: readonly Piece[]): Piece | undefined =>
  pieces
    .filter((one) => one.page === of.page && one.left < of.right && one.right > of.left)
    .filter((one) => below(of, one) >= SAME_LINE && below(of, one) < 2.5)
    .sort((a, b) => below(of, a) - below(of, b))[0]

/** All text of the pages in reading order, a line each, without blanks. */
export const compact = (pieces: readonly Piece[]): string =>
  pieces.map(({ text }) => text.replace(/\s/g, '')).join('\n')
