import type { SKRSContext2D } from '@napi-rs/canvas'
import { childrenOf, textAt, textOf, type XmlValue } from '../recognition/digital/xml'
import { moveTo } from './ofd-style'

/** Characters are measured in whole pixels: millimetres are too few of them. */
const FINE = 20
const MOST_STEPS = 5000

/** The steps from one character to the next: numbers, and `g 5 3.2` for five times 3.2. */
export function stepsIn(text: string | undefined): readonly number[] {
  const words = (text ?? '').trim().split(/\s+/)
  const steps: number[] = []
  for (let at = 0; at < words.length && steps.length < MOST_STEPS; at += 1) {
    if (words[at] !== 'g') {
      const step = Number(words[at])
      if (words[at] !== '' && Number.isFinite(step)) steps.push(step)
      continue
    }
    const [times, step] = [Number(words[at + 1]), Number(words[at + 2])]
    at += 2
    if (!(times > 0) || !Number.isFinite(step)) continue
    steps.push(...Array.from({ length: Math.min(times, MOST_STEPS - steps.length) }, () => step))
  }
  return steps
}

interface Code {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly across: readonly number[]
  readonly down: readonly number[]
}

function drawCode(context: SKRSContext2D, { text, x, y, across, down }: Code, room: number): void {
  const put = (piece: string, atX: number, atY: number, most?: number): void =>
    context.fillText(piece, atX * FINE, atY * FINE, most === undefined ? undefined : most * FINE)
  // As wide as the font that comes with us is, but never out of its place.
  if (across.length === 0 && down.length === 0) {
    put(text, x, y, room > 0 ? room : undefined)
    return
  }
  let [atX, atY] = [x, y]
  for (const [index, character] of [...text].entries()) {
    put(character, atX, atY)
    atX += across[index] ?? 0
    atY += down[index] ?? 0
  }
}

/** The words of one object, character by character where the file says how far they stand from each other. */
export function drawText(context: SKRSContext2D, object: XmlValue): void {
  const size = Number(textAt(object, '@Size') ?? 3.5)
  if (textAt(object, '@Fill') === 'false' || !(size > 0 && size < 500)) return
  const [, , width = 0] = moveTo(context, object)
  context.scale(1 / FINE, 1 / FINE)
  const heavy = Number(textAt(object, '@Weight') ?? 400) >= 600
  context.font = `${heavy ? 'bold ' : ''}${size * FINE}px sans-serif`
  let [x, y] = [0, size]
  for (const code of childrenOf(object, 'TextCode')) {
    x = Number(textAt(code, '@X') ?? x)
    y = Number(textAt(code, '@Y') ?? y)
    const [across, down] = [stepsIn(textAt(code, '@DeltaX')), stepsIn(textAt(code, '@DeltaY'))]
    drawCode(context, { text: textOf(code) ?? '', x, y, across, down }, width - x)
  }
}
