import type { Candidate, Candidates } from './candidate'
import { creditCodeIn, taxNumberIn } from './codes'
import { companyName } from './company-name'
import { allLabelled } from './labelled'
import { middle, type Piece } from './layout'

const BUYER = /(?:甲方|买方|委托方|需方|采购方|用户方)(?:\([^)]{1,12}\))?(?:名称)?[:：;]/
const SELLER = /(?:乙方|卖方|受托方|供方|服务方|供应商|供给方)(?:\([^)]{1,12}\))?(?:名称)?[:：;]/
const CODE = /(?:信用代码|识别号|税号)[:：;]?/

/** A name that stands at every place of its party alike; the first one, guessed, where the places differ. */
function nameOf(pieces: readonly Piece[], label: RegExp): Candidate<string> | undefined {
  const all = allLabelled(pieces, label, companyName)
  const [first] = all
  return first && (all.every(({ value }) => value === first.value) ? first : { ...first, trust: 'guessed' })
}

const checked = (code: Candidate<string>): Candidate<string> =>
  creditCodeIn(code.value) === code.value && code.pieces[0]?.text.replace(/\s/g, '').includes(code.value)
    ? { ...code, trust: 'checked' }
    : code

interface Heading {
  readonly side: 'buyer' | 'seller'
  readonly piece: Piece
}

function headings(pieces: readonly Piece[]): readonly Heading[] {
  return pieces.flatMap((piece): readonly Heading[] => {
    const text = piece.text.replace(/\s/g, '')
    if (BUYER.test(text)) return [{ side: 'buyer', piece }]
    return SELLER.test(text) ? [{ side: 'seller', piece }] : []
  })
}

const FARTHEST = 14

/** The heading that a code stands under: the nearest above it in its columns. */
function ownerOf(code: Piece, all: readonly Heading[]): Heading['side'] | undefined {
  const above = all.filter(({ piece }) => {
    const overlap = piece.left < code.right && piece.right > code.left
    const down = (code.y - piece.y) / code.height
    return piece.page === code.page && overlap && down > -0.5 && down < FARTHEST
  })
  const nearest = above.sort((a, b) => b.piece.y - a.piece.y || Math.abs(middle(a.piece) - middle(code)))[0]
  return nearest?.side
}

/** Both parties with their codes, each code put to the party above it. */
export function contractParties(pieces: readonly Piece[]): Candidates {
  const heads = headings(pieces)
  const codes = allLabelled(pieces, CODE, taxNumberIn).map(checked)
  const codeOf = (side: Heading['side']): Candidate<string> | undefined => {
    const own = codes.filter(({ pieces: [piece] }) => piece && ownerOf(piece, heads) === side)
    const [first] = own
    return first && (own.every(({ value }) => value === first.value) ? first : { ...first, trust: 'guessed' })
  }
  return {
    buyerName: nameOf(pieces, BUYER),
    buyerCode: codeOf('buyer'),
    sellerName: nameOf(pieces, SELLER),
    sellerCode: codeOf('seller'),
  }
}
