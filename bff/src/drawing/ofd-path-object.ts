import { Path2D, type SKRSContext2D } from '@napi-rs/canvas'
import { textAt, type XmlValue } from '../recognition/digital/xml'
import { moveTo } from './ofd-style'

/** A command of GB/T 33190 as one of SVG, and how many numbers follow it. */
const COMMANDS: Readonly<Record<string, readonly [string, number]>> = {
  S: ['M', 2],
  M: ['M', 2],
  L: ['L', 2],
  Q: ['Q', 4],
  B: ['C', 6],
  A: ['A', 7],
  C: ['Z', 0],
}

/** `M 0 0 L 5 0 C` as SVG says it; what is no command is left out. */
export function svgPath(data: string): string {
  const words = data.trim().split(/\s+/)
  const path: string[] = []
  for (let at = 0; at < words.length; ) {
    const [command, count] = COMMANDS[words[at] ?? ''] ?? []
    at += 1
    if (command === undefined || count === undefined) continue
    const numbers = words.slice(at, at + count).map(Number)
    if (numbers.length < count || !numbers.every(Number.isFinite)) continue
    at += count
    path.push(command, ...numbers.map(String))
  }
  return path.join(' ')
}

/** Lines and areas of one object. */
export function drawPath(context: SKRSContext2D, object: XmlValue): void {
  const data = svgPath(textAt(object, 'AbbreviatedData') ?? '')
  if (data === '') return
  moveTo(context, object)
  const path = new Path2D(data)
  if (textAt(object, '@Fill') === 'true')
    context.fill(path, textAt(object, '@Rule') === 'Even-Odd' ? 'evenodd' : 'nonzero')
  if (textAt(object, '@Stroke') !== 'false') context.stroke(path)
}
