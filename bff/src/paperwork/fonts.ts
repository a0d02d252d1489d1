import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fontInWoff } from './woff'

const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'))

export type Weight = 400 | 700

/** The slice that holds nearly all characters in use. */
const MAIN = 'chinese-simplified'

interface Slice {
  readonly name: string
  readonly ranges: readonly (readonly [number, number])[]
}

const loaded = new Map<string, Buffer>()

/** A slice of the font as TrueType, inflated once a thread. */
export function fontOf(slice: string, weight: Weight): Buffer {
  const name = `noto-sans-sc-${slice}-${weight}-normal.woff`
  const known = loaded.get(name)
  if (known !== undefined) return known
  const font = fontInWoff(readFileSync(join(folder, 'files', name)))
  loaded.set(name, font)
  return font
}

function rangesOf(text: string): Slice['ranges'] {
  return text.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace('U+', '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
  })
}

let others: readonly Slice[] | undefined

function slices(): readonly Slice[] {
  if (others !== undefined) return others
  const parsed: unknown = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'))
  const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : []
  others = entries.flatMap(([name, ranges]) =>
    typeof ranges === 'string' ? [{ name: name.replace(/[[\]]/g, ''), ranges: rangesOf(ranges) }] : [],
  )
  return others
}

/** The slices to look in for a character: the large one, then the ones that say they have it. */
export const slicesFor = (point: number): readonly string[] => [
  MAIN,
  ...slices().flatMap(({ name, ranges }) => (ranges.some(([a, b]) => a <= point && point <= b) ? [name] : [])),
]
