import type { FieldValue } from '@suanhui/shared/papers'
import { type Candidate, candidate, type Extracted } from './candidate'
import { partyName } from './company-name'
import { type Accept, allLabelled, labelled } from './labelled'
import { middle, type Piece } from './layout'
import { moneyIn } from './money-tokens'
import { areAcross, type Sides, sidesOf } from './sides'
import { sumInWords } from './sums-in-words'
import { dateOf } from './values'

const squeezed = ({ text }: Piece): string => text.replace(/\s/g, '')

const account: Accept<string> = (text) => /^(\d{9,30})(?!\d)/.exec(text.replace(/[-\s]/g, ''))?.[1]
const serial: Accept<string> = (text) => /^([A-Z0-9]{6,40})(?![A-Z0-9])/i.exec(text)?.[1]
const bankName: Accept<string> = (text) => /^[\u4e00-\u9fff()]{2,40}(?:银行|支行|分行|营业部|信用社)/.exec(text)?.[0]
const words: Accept<string> = (text) => /^[^:：]{2,40}$/.exec(text)?.[0]

/** Where 付款人 and 收款人 stand on their own, they head the blocks; 收 may come first. */
function payeeFirst(pieces: readonly Piece[], across: boolean): boolean {
  const at = (shape: RegExp): number | undefined => {
    const found = pieces.filter((piece) => shape.test(squeezed(piece)))
    return found.length > 0 ? Math.min(...found.map((one) => (across ? middle(one) : one.y))) : undefined
  }
  const [payer, payee] = [at(/^(付|付款|付款[人方]|付款单位)$/), at(/^(收|收款|收款[人方]|收款单位)$/)]
  return payer !== undefined && payee !== undefined && payee < payer
}

function inBlocks<T extends FieldValue>(pieces: readonly Piece[], label: RegExp, accept: Accept<T>): Sides<T> {
  const hits = allLabelled(pieces, label, accept)
  const across = areAcross(hits)
  const sides = sidesOf(hits, pieces, across)
  if (across === undefined || !payeeFirst(pieces, across)) return sides
  return { first: sides.second, second: sides.first }
}

/** By a label that names the side, else by the block that the value stands in. */
function bothSides<T extends FieldValue>(
  pieces: readonly Piece[],
  what: { readonly named: string; readonly bare: RegExp },
  accept: Accept<T>,
): Sides<T> {
  const named = (side: string) =>
    labelled(pieces, new RegExp(`${side}款(?:人|方|单位)?(?:${what.named})[:：;]?`), accept)
  const [payer, payee] = [named('付'), named('收')]
  if (payer && payee) return { first: payer, second: payee }
  const { first, second } = inBlocks(pieces, what.bare, accept)
  return { first: payer ?? first, second: payee ?? second }
}

function amountOf(pieces: readonly Piece[]): Candidate<number> | undefined {
  const proven = sumInWords(pieces)
  if (proven) return proven
  const label = pieces.filter((piece) => /小写|金额|¥/.test(squeezed(piece)))
  const token = label.flatMap(moneyIn)[0] ?? pieces.flatMap(moneyIn).find(({ marked }) => marked)
  return token && candidate(token.fen, 'labelled', [token.piece])
}

/** What text and places say about a payment slip (银行回单). */
export function paymentCandidates(pieces: readonly Piece[]): Extracted {
  const names = bothSides(
    pieces,
    { named: '户名|全称|名称|账户名称|', bare: /^(?:户名|全称|名称|账户名称)[:：;]?/ },
    partyName,
  )
  const accounts = bothSides(pieces, { named: '[账帐]号|账户', bare: /^(?:[账帐]号|账户号?)[:：;]?/ }, account)
  const banks = bothSides(
    pieces,
    { named: '开户(?:银?行|行名称?)|银行', bare: /^开户(?:银行|行名称?|行|机构)[:：;]?/ },
    bankName,
  )
  return {
    candidates: {
      serial:
        labelled(pieces, /(?:回单编?号码?|回单凭证号)[:：;]?/, serial) ??
        labelled(pieces, /流水号?[:：;]?/, serial) ??
        labelled(pieces, /凭证号码?[:：;]?/, serial),
      payerName: names.first,
      payeeName: names.second,
      payerAccount: accounts.first,
      payeeAccount: accounts.second,
      amountFen: amountOf(pieces),
      paidOn:
        labelled(pieces, /(?:交易|付款|转账|支付|汇款)(?:日期|时间)[:：;]?/, dateOf) ??
        labelled(pieces, /(?:记账|入账|日)期?(?:日期|时间)?[:：;]/, dateOf) ??
        labelled(pieces, /^/, (text) => (/^20\d{2}年\d{1,2}月\d{1,2}日$/.test(text) ? dateOf(text) : undefined)),
      bank: banks.first,
      purpose:
        labelled(pieces, /^(?:用途|款项用途|资金用途)[:：;]?/, words) ??
        labelled(pieces, /^(?:摘要|附言|备注)[:：;]?/, words),
    },
    disagreements: [],
  }
}
