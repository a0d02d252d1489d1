/** Chinese characters that a box shows on a narrow phone. */
const SHOWN = { normal: 17, elder: 10 } as const
const DIGITS = /^\d{12,}$/
/** What a letter or a figure takes of the room of a Chinese character. */
const NARROW = 0.6

const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character.charCodeAt(0) < 0x2e80 ? NARROW : 1), 0)

/**
 * What is said under a box whose text may not fit into it: all of it, a long number in fours as on a bank card.
 * Undefined where the box shows everything.
 */
export function wholeOf(text: string, elder: boolean): string | undefined {
  if (DIGITS.test(text)) return text.replace(/\d{4}(?=\d)/g, '$& ')
  return widthOf(text) > SHOWN[elder ? 'elder' : 'normal'] ? text : undefined
}
