import type { PaperKind } from '@suanhui/shared/papers'
import { chineseAmount } from './chinese-amount'
import { allLabelled } from './labelled'
import { type Piece, piecesOf } from './layout'
import type { TextPage } from './line'

/** What each paper of a kind says once, and the labels of its own number. */
interface Marks {
  readonly isOnce: readonly ((text: string) => boolean)[]
  readonly numbers: readonly RegExp[]
}

const hasSumInWords = (text: string): boolean => chineseAmount(text) !== undefined

const MARKS: Readonly<Partial<Record<PaperKind, Marks>>> = {
  invoice: {
    isOnce: [(text) => /票日期/.test(text), (text) => /价税合计/.test(text)],
    numbers: [/发?票号码[:：;]?/],
  },
  payment_slip: {
    isOnce: [hasSumInWords],
    numbers: [/回单(?:编?号码?|凭证号)[:：;]?/, /流水号?[:：;]?/],
  },
}

const numberIn = (text: string): string | undefined => /^[A-Z0-9]{8,40}(?![A-Z0-9])/i.exec(text)?.[0]

/** So many characters OCR does not take for others in one number. */
const UNLIKE = 3

function areUnlike(one: string, other: string): boolean {
  const differing = [...one].filter((character, index) => character !== other[index]).length
  return one.length === other.length && differing >= UNLIKE
}

const saysTwoNumbers = (pieces: readonly Piece[], label: RegExp): boolean => {
  const numbers = allLabelled(pieces, label, numberIn).map(({ value }) => value)
  return numbers.some((one) => numbers.some((other) => areUnlike(one, other)))
}

/**
 * Whether several papers of a kind were photographed or filed as one: what each says once stands there twice, under
 * two numbers. One in two copies is one.
 */
export function areSeveral(pages: readonly TextPage[], kind: PaperKind): boolean {
  const marks = MARKS[kind]
  if (!marks) return false
  const pieces = pages.flatMap((page, index) => piecesOf(page, index))
  const texts = pieces.map(({ text }) => text.replace(/\s/g, ''))
  const isDouble = marks.isOnce.every((isIt) => texts.filter(isIt).length >= 2)
  return isDouble && marks.numbers.some((label) => saysTwoNumbers(pieces, label))
}
