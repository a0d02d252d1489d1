import { type Candidate, type Candidates, candidate } from './candidate'
import { creditCodeIn, taxNumberIn } from './codes'
import { companyName, partyName } from './company-name'
import { allLabelled } from './labelled'
import { type Piece, under } from './layout'
import { areAcross, sidesOf } from './sides'

// OCR loses 名 where blanks part it from 称, and reads 识 as other characters.
const NAME = /^(?:.{0,4}[方位])?(?:信息)?(?:名称|.?称)[:：;]/
const BARE_NAME = /^名称$/
const CODE = /(?:信用代码(?:\/?纳税人.{1,3}号)?|识别号|.别号|纳税人.{1,3}号|税号)[:：;]?/

/** A name that goes on in the next line. */
function wholeName(name: Candidate<string>, pieces: readonly Piece[]): Candidate<string> {
  const last = name.pieces.at(-1)
  if (companyName(name.value) || !last) return name
  const next = under(last, pieces)
  const longer = next && companyName(name.value + next.text.replace(/\s/g, ''))
  return longer ? candidate(longer, 'guessed', [...name.pieces, next]) : name
}

const isChecked = (code: Candidate<string>): boolean =>
  creditCodeIn(code.value) === code.value &&
  code.pieces
    .map(({ text }) => text.replace(/\s/g, ''))
    .join('')
    .includes(code.value)

function codesIn(pieces: readonly Piece[]): readonly Candidate<string>[] {
  const found = allLabelled(pieces, CODE, taxNumberIn)
  return found.map((code) => (isChecked(code) ? { ...code, trust: 'checked' as const } : code))
}

function namesIn(pieces: readonly Piece[]): readonly Candidate<string>[] {
  const found = [...allLabelled(pieces, NAME, partyName), ...allLabelled(pieces, BARE_NAME, partyName)]
  return found.map((name) => wholeName(name, pieces))
}

/** Buyer and seller of an invoice. */
export function invoiceParties(pieces: readonly Piece[]): Candidates {
  const [names, codes] = [namesIn(pieces), codesIn(pieces)]
  const across = areAcross(names) ?? areAcross(codes)
  const name = sidesOf(names, pieces, across)
  const code = sidesOf(codes, pieces, across)
  return { buyerName: name.first, buyerCode: code.first, sellerName: name.second, sellerCode: code.second }
}
