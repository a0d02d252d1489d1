import type { ReadLine } from '@suanhui/shared/papers'
import { below, middle, type Piece, sameLine } from './layout'
import { moneyIn } from './money-tokens'
import { numberOf } from './values'

const HEAD = /项目名称|货物或应税|服务名称/
const STAR = /^[*＊米冰x×]([^*＊]{2,12})[*＊米冰x×](.+)/
const RATE = /(\d{1,2}(?:\.\d)?%|免税|不征税|\*{3})/
const UNITS = /^(项|次|台|套|个|卡时|小时|天|月|年|台·月|台\/月|核时|GB|TB|人天|份|批|件)$/

const squeezed = ({ text }: Piece): string => text.replace(/\s/g, '')

/** *信息技术服务*算力服务费, the stars as they should be. */
const itemName = (text: string): string => text.replace(STAR, '*$1*$2')

interface Columns {
  readonly head: Piece
  readonly amount: number
  readonly tax: number
  readonly quantity: number
  readonly unit: number
}

function columnsOf(pieces: readonly Piece[]): Columns | undefined {
  const head = pieces.find((piece) => HEAD.test(squeezed(piece)))
  if (!head) return undefined
  const row = sameLine(head, pieces)
  const at = (label: RegExp): number => {
    const found = row.find((piece) => label.test(squeezed(piece)))
    return found ? middle(found) : Number.NaN
  }
  return { head, amount: at(/^金额/), tax: at(/^税额/), quantity: at(/^数量/), unit: at(/^单位/) }
}

/** The piece of a row that stands nearest to a column's heading. */
function nearest(row: readonly Piece[], column: number, fits: (piece: Piece) => boolean): Piece | undefined {
  const all = row.filter(fits).sort((a, b) => Math.abs(middle(a) - column) - Math.abs(middle(b) - column))
  return Number.isNaN(column) ? undefined : all[0]
}

function sumsOf(row: readonly Piece[], columns: Columns): Pick<ReadLine, 'amountFen' | 'taxFen'> {
  const rate = row.find((piece) => RATE.test(squeezed(piece)))
  const tokens = row.flatMap((piece) => moneyIn(piece))
  // Rate stands between the two sums on every form.
  const before = tokens.filter(({ piece }) => !rate || piece.right <= rate.right).at(-1)
  const after = tokens.filter(({ piece }) => rate && piece.left > rate.left)[0]
  const amount = Number.isNaN(columns.amount) ? before : (tokensNear(row, columns.amount) ?? before)
  const tax = Number.isNaN(columns.tax) ? after : (tokensNear(row, columns.tax) ?? after)
  return {
    ...(amount && { amountFen: amount.fen }),
    ...(tax && tax.piece !== amount?.piece && { taxFen: tax.fen }),
  }
}

const tokensNear = (row: readonly Piece[], column: number) => {
  const piece = nearest(row, column, (one) => moneyIn(one).length > 0)
  const far = piece && Math.abs(middle(piece) - column) > 6 * piece.height
  return piece && !far ? moneyIn(piece)[0] : undefined
}

function lineOf(item: Piece, pieces: readonly Piece[], columns: Columns): ReadLine {
  const row = sameLine(item, pieces).filter((one) => one.left > item.left)
  const rate = row.map((piece) => RATE.exec(squeezed(piece))?.[1]).find((one) => one !== undefined)
  const unit = row.find((piece) => UNITS.test(squeezed(piece)))
  const count = nearest(row, columns.quantity, (piece) => numberOf(squeezed(piece)) !== undefined)
  const near = count && Math.abs(middle(count) - columns.quantity) < 4 * count.height
  const quantity = near ? numberOf(squeezed(count)) : undefined
  return {
    name: itemName(squeezed(item)),
    ...(quantity !== undefined && { quantity }),
    ...(unit && { unit: squeezed(unit) }),
    ...sumsOf(row, columns),
    ...(rate && { taxRate: rate }),
  }
}

/** The rows of an invoice: between the headings and the line of sums, each with its name at the left. */
export function invoiceLines(pieces: readonly Piece[]): readonly ReadLine[] {
  const columns = columnsOf(pieces)
  if (!columns) return []
  const { head } = columns
  const end = pieces.find(
    (one) => one.page === head.page && one.y > head.y && /^(合计|合$|价税合计)/.test(squeezed(one)),
  )
  const inside = pieces.filter(
    (one) => one.page === head.page && below(head, one) > 0.6 && (!end || below(end, one) < -0.4),
  )
  const items = inside.filter((piece) => STAR.test(squeezed(piece)))
  return items.map((item) => {
    const line = lineOf(item, inside, columns)
    const rest = continuation(item, inside, items)
    return rest === '' ? line : { ...line, name: line.name + rest }
  })
}

/** A long name goes on under itself, in rows without sums. */
function continuation(item: Piece, inside: readonly Piece[], items: readonly Piece[]): string {
  const next = items.find((one) => one.y > item.y && one !== item)
  return inside
    .filter((one) => below(item, one) > 0.6 && (!next || below(next, one) < -0.4))
    .filter((one) => Math.abs(one.left - item.left) < 1.5 * item.height && moneyIn(one).length === 0)
    .slice(0, 2)
    .map(squeezed)
    .join('')
}
