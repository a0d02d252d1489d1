import type { SKRSContext2D } from '@napi-rs/canvas'
import { numbersIn } from '../recognition/digital/ofd-box'
import { childrenOf, textAt, type XmlValue } from '../recognition/digital/xml'

/** Thickness of a line where nothing says it, in millimetres (GB/T 33190). */
const LINE_MM = 0.353

const grey = (share: number): string => `rgb(${share} ${share} ${share})`

/** A colour as CSS; one that is a pattern or a shading is drawn in its absence: black. */
function colourIn(from: XmlValue): string | undefined {
  const values = numbersIn(textAt(from, '@Value'))
  const [first, second, third, fourth] = values.map((value) => Math.min(255, Math.max(0, value)))
  if (first === undefined) return undefined
  if (second === undefined || third === undefined) return grey(first)
  if (fourth === undefined) return `rgb(${first} ${second} ${third})`
  const [c, m, y] = [first, second, third].map((ink) => Math.round((255 - ink) * (1 - fourth / 255)))
  return `rgb(${c} ${m} ${y})`
}

/** How an object is drawn: what it says itself, then its draw params, the nearest first. */
export type Said = readonly XmlValue[]

const colourOf = (said: Said, name: 'FillColor' | 'StrokeColor'): string =>
  said.map((one) => colourIn(childrenOf(one, name)[0])).find((colour) => colour !== undefined) ?? '#000'

export function applyStyle(context: SKRSContext2D, said: Said): void {
  context.fillStyle = colourOf(said, 'FillColor')
  context.strokeStyle = colourOf(said, 'StrokeColor')
  const width = said.map((one) => Number(textAt(one, '@LineWidth') ?? Number.NaN)).find((one) => one > 0)
  context.lineWidth = width ?? LINE_MM
  const alpha = Number(textAt(said[0], '@Alpha') ?? 255)
  context.globalAlpha = alpha >= 0 && alpha <= 255 ? alpha / 255 : 1
}

/** Moves to where the object stands; its own coordinates begin there. */
export function moveTo(context: SKRSContext2D, object: XmlValue): readonly number[] {
  const boundary = numbersIn(textAt(object, '@Boundary'))
  const [x = 0, y = 0] = boundary
  context.translate(x, y)
  const [a, b, c, d, e, f] = numbersIn(textAt(object, '@CTM'))
  if (a !== undefined && b !== undefined && c !== undefined && d !== undefined && e !== undefined && f !== undefined)
    context.transform(a, b, c, d, e, f)
  return boundary
}
