import { type Candidate, candidate, type Extracted } from './candidate'
import { invoiceParties } from './invoice-parties'
import { invoiceTotals, type PrintedSum } from './invoice-totals'
import { labelled } from './labelled'
import { compact, type Piece } from './layout'
import { dateOf } from './values'

/** Of the height of the page, from above: what stands at the head of an invoice. */
const HEAD = 0.34

function headOf(pieces: readonly Piece[]): readonly Piece[] {
  const heights = pieces.map(({ y }) => y)
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)]
  return pieces.filter(({ y }) => y <= top + (bottom - top) * HEAD)
}

const digits =
  (...lengths: readonly number[]) =>
  (text: string): string | undefined => {
    const run = /^(?:No\.?|№|N°)?[:：.]?(\d+)(?!\d)/i.exec(text)?.[1]
    return run && lengths.includes(run.length) ? run : undefined
  }

const onlyDigits = (head: readonly Piece[], shape: RegExp): Candidate<string> | undefined => {
  for (const piece of head) {
    const number = shape.exec(piece.text.replace(/\s/g, ''))?.[1]
    if (number) return candidate(number, 'guessed', [piece])
  }
  return undefined
}

/** 20 digits since 2022; before that 8, beside a code. A paper form prints both without a label. */
function numberOf(pieces: readonly Piece[], head: readonly Piece[]): Candidate<string> | undefined {
  return (
    labelled(pieces, /发?票号码[:：;]?/, digits(20, 8)) ??
    onlyDigits(head, /(?<!\d)(2[2-9]\d{18})(?!\d)/) ??
    onlyDigits(head, /^(?:No\.?|№|N°|NO)[:：.]?(\d{8})$/i) ??
    onlyDigits(head, /^\D{0,2}(\d{8})$/)
  )
}

const codeOf = (pieces: readonly Piece[], head: readonly Piece[]): Candidate<string> | undefined =>
  labelled(pieces, /发?票代码[:：;]?/, digits(12, 10)) ?? onlyDigits(head, /^(\d{10}|0\d{11})$/)

const TITLES: readonly (readonly [RegExp, string, string])[] = [
  [/专用发票|增值税专/, '31', '01'],
  [/普通发票|普通/, '32', '04'],
]

/** The code of its kind, as a QR code has it. */
function typeOf(head: readonly Piece[], number: string | undefined): Candidate<string> | undefined {
  const title = head.find(({ text }) => /发票[()（]?(增值税)?(专用|普通)|(专用|普通)发票/.test(text.replace(/\s/g, '')))
  if (!title) return undefined
  const text = title.text.replace(/\s/g, '')
  const [, digital, older] = TITLES.find(([words]) => words.test(text)) ?? []
  if (!digital || !older) return undefined
  if (number?.length === 20) return candidate(digital, 'labelled', [title])
  const electronic = /电子/.test(text)
  return candidate(electronic ? (older === '01' ? '20' : '10') : older, 'labelled', [title])
}

/** What text and places say about an invoice. */
export function invoiceCandidates(pieces: readonly Piece[], qr?: PrintedSum): Extracted {
  const first = pieces.filter(({ page }) => page === 0)
  const head = headOf(first)
  const number = numberOf(first, head)
  const { candidates: totals, disagreements } = invoiceTotals(pieces, qr)
  const total = totals.totalFen
  const red = total && (Number(total.value) < 0 || /红字|负数/.test(compact(first)))
  return {
    candidates: {
      type: typeOf(head, number?.value),
      code: number?.value.length === 20 ? undefined : codeOf(first, head),
      number,
      issuedOn: labelled(first, /开?票日期[:：;]?/, dateOf) ?? labelled(head, /^/, wholeDate),
      checkCode: labelled(first, /校?验码[:：;]?/, digits(20)),
      ...invoiceParties(first),
      ...totals,
      ...(red && { red: { ...total, value: true } }),
    },
    disagreements,
  }
}

const wholeDate = (text: string): string | undefined =>
  /^20\d{2}年\d{1,2}月\d{1,2}日$/.test(text) ? dateOf(text) : undefined
