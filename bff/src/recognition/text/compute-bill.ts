import { type Candidates, candidate, type Extracted } from './candidate'
import { partyName } from './company-name'
import { type Accept, labelled } from './labelled'
import type { Piece } from './layout'
import { sumInWords } from './sums-in-words'
import { dateOf, fenOf } from './values'

const number: Accept<string> = (text) => /^([A-Z0-9][A-Z0-9_-]{3,39})/i.exec(text)?.[1]
const sum: Accept<number> = (text) => fenOf(/^(?:人民币)?([¥\d,]+\.\d{2})/.exec(text)?.[1])

const DAY = '20\\d{2}[年\\-/.]\\d{1,2}[月\\-/.]\\d{1,2}日?'
const PERIOD = new RegExp(`(${DAY})(?:\\d{2}:\\d{2}(?::\\d{2})?)?(?:至|到|-|—|~|–)(${DAY})`)

/** The first period on the page; a month alone is no period, for nobody says where it begins. */
function period(pieces: readonly Piece[]): Candidates {
  for (const piece of pieces) {
    const match = PERIOD.exec(piece.text.replace(/\s/g, ''))
    const [from, to] = [dateOf(match?.[1]), dateOf(match?.[2])]
    if (from && to && from <= to) {
      return { startsOn: candidate(from, 'labelled', [piece]), endsOn: candidate(to, 'labelled', [piece]) }
    }
  }
  return {
    startsOn: labelled(pieces, /(?:账期|计费)?(?:开始|起始)(?:日期|时间)?[:：]?/, dateOf),
    endsOn: labelled(pieces, /(?:账期|计费)?(?:结束|截止)(?:日期|时间)?[:：]?/, dateOf),
  }
}

/** What text and places say about the bill of a provider. */
export function billCandidates(pieces: readonly Piece[]): Extracted {
  const provider = /(?:服务商|供应商|算力供给方|供给方|服务提供方|出账方|乙方)(?:名称)?[:：]?/
  const customer = /(?:客户|用户|算力需求方|需求方|甲方|购买方)(?:名称)?[:：]?/
  const total = /(?:应付|账单|本期)(?:总?金额|总计|费用|合计)(?:\([^)]*\))?[:：]?/
  return {
    candidates: {
      number: labelled(pieces, /账单(?:编号|号码?|ID)[:：]?/i, number),
      providerName: labelled(pieces, provider, partyName),
      customerName: labelled(pieces, customer, partyName),
      ...period(pieces),
      totalFen: labelled(pieces, total, sum) ?? sumInWords(pieces) ?? labelled(pieces, /^(?:总计|合计)[:：]?/, sum),
    },
    disagreements: [],
  }
}
