import { describe, expect, it } from 'vitest'
import { below, piecesOf, rightOf, under } from './layout'
import { boxQuad, type Point, type Quad, type TextLine } from './line'

const turned = (quad: Quad, degrees: number): Quad => {
  const angle = (degrees * Math.PI) / 180
  const point = ([x, y]: Point): Point => [
    x * Math.cos(angle) - y * Math.sin(angle),
    x * Math.sin(angle) + y * Math.cos(angle),
  ]
  return [point(quad[0]), point(quad[1]), point(quad[2]), point(quad[3])]
}

const line = (text: string, x: number, y: number, degrees = 0): TextLine => ({
  text,
  confidence: 1,
  quad: turned(boxQuad(x, y, text.length * 16, 16), degrees),
})

const named = (pieces: ReturnType<typeof piecesOf>, text: string) => {
  const found = pieces.find((piece) => piece.text === text)
  if (!found) throw new Error(`${text} is missing`)
  return found
}

describe.each([0, 7, -15])('on a page photographed at %i degrees', (degrees) => {
  const pieces = piecesOf(
    {
      width: 1000,
      height: 700,
      lines: [
        line('名称:', 50, 100, degrees),
        line('长沙测试智算科技有限公司', 130, 101, degrees),
        line('另一家测试有限公司', 600, 99, degrees),
        line('纳税人识别号:', 50, 130, degrees),
      ],
    },
    0,
  )
  const label = named(pieces, '名称:')

  it('a label’s value is what stands to its right, nearest first', () => {
    expect(rightOf(label, pieces).map(({ text }) => text)).toEqual(['长沙测试智算科技有限公司', '另一家测试有限公司'])
  })

  it('the next line is under it', () => {
    const next = named(pieces, '纳税人识别号:')
    expect(under(label, pieces)).toBe(next)
    expect(below(label, next)).toBeCloseTo(1.875, 1)
  })
})

describe('what OCR takes for something else', () => {
  const read = (text: string) => piecesOf({ width: 100, height: 100, lines: [line(text, 0, 0)] }, 0)[0]?.text

  it.each([
    ['￥1,234．56', '¥1,234.56'],
    ['羊100.00', '¥100.00'],
    ['1234。56', '1234.56'],
    ['（小写）', '(小写)'],
    ['羊城测试有限公司', '羊城测试有限公司'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})
