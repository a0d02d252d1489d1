import type { FormValue } from '@suanhui/shared/forms'

/** Figures as they come out of a Chinese keyboard, in plain ones. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/。/g, '.')
    .replace(/[\s,%]/g, '')

const FIGURE = /^\d+(\.\d*)?$/

/** Places between the unit that is shown and the one that is kept: 万元 and fen, percent and a fraction. */
const PLACES = { fen: 6, ratio: -2 } as const

/**
 * What was typed, as it is kept: fen, or a fraction. What is no figure stays the text it is, so that nothing typed is
 * lost; the check beside the field says what is wrong with it. Undefined where nothing stands there.
 */
export function keptFigure(kind: keyof typeof PLACES, text: string): number | string | undefined {
  const figure = plain(text).replace(/万元?$/, '')
  if (figure === '') return undefined
  if (!FIGURE.test(figure)) return text
  const value = Number(`${Number(figure)}e${PLACES[kind]}`)
  return kind === 'fen' && !Number.isSafeInteger(value) ? text : value
}

/** How a kept value stands in its field: 1_060_000 fen are 1.06 (万元). */
export function shownFigure(kind: keyof typeof PLACES, value: FormValue | undefined): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(Number(`${value}e${-PLACES[kind]}`)) : ''
}
