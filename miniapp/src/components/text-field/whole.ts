/** Chinese characters that a box shows on phones of 320 and of 375 dp. */
const SHOWN = { normal: { narrow: 13, wide: 16 }, elder: { narrow: 10, wide: 13 } } as const
const DIGITS = /^\d{12,}$/
/** What a letter or a figure takes of the room of a Chinese character. */
const NARROW = 0.6

const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character.charCodeAt(0) < 0x2e80 ? NARROW : 1), 0)

export interface Whole {
  readonly text: string
  /** Wider phones than 320 dp show all of it in the box. */
  readonly narrowOnly: boolean
}

/**
 * What is said under a box whose text may not fit into it: all of it, a long number in fours as on a bank card.
 * Undefined where the box shows everything.
 */
export function wholeOf(text: string, elder: boolean): Whole | undefined {
  if (DIGITS.test(text)) return { text: text.replace(/\d{4}(?=\d)/g, '$& '), narrowOnly: false }
  const { narrow, wide } = SHOWN[elder ? 'elder' : 'normal']
  const width = widthOf(text)
  return width > narrow ? { text, narrowOnly: width <= wide } : undefined
}
