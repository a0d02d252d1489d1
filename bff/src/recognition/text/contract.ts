import { type IsoDate, isIsoDate } from '@suanhui/shared/date'
import { type Candidate, type Candidates, candidate, type Extracted } from './candidate'
import { chineseAmount } from './chinese-amount'
import { contractParties } from './contract-parties'
import { allLabelled, labelled } from './labelled'
import { compact, type Piece } from './layout'
import { sumInWords } from './sums-in-words'
import { dateOf, fenOf } from './values'

const numberIn = (text: string): string | undefined =>
  /^[A-Za-z0-9\u4e00-\u9fff()〔〕[\]_/—–-]{3,40}/
    .exec(text.replaceAll('（', '(').replaceAll('）', ')'))?.[0]
    ?.replace(/[—–]/g, '-')
    .replace(/(签订|日期|甲方|乙方).*$/, '')

const validNumber = (text: string): string | undefined => {
  const number = numberIn(text)
  return number && /\d{2}/.test(number) ? number : undefined
}

/** The largest line of the first page that ends like the name of a contract. */
function titleOf(first: readonly Piece[]): Candidate<string> | undefined {
  const titles = first
    .map((piece) => ({ piece, text: piece.text.replace(/\s/g, '') }))
    .filter(({ text }) => /^[^:：,，。;；]{2,40}(合同|协议)(书)?$/.test(text))
  const largest = titles.sort((a, b) => b.piece.height - a.piece.height)[0]
  return largest && candidate(largest.text, 'labelled', [largest.piece])
}

/** A text that may run over lines, back to the piece that it begins in. */
function inText<T extends string | number>(
  pieces: readonly Piece[],
  shape: RegExp,
  read: (match: RegExpExecArray) => T | undefined,
): Candidate<T> | undefined {
  const texts = pieces.map(({ text }) => text.replace(/\s/g, ''))
  const match = shape.exec(texts.join(''))
  const value = match ? read(match) : undefined
  if (!match || value === undefined) return undefined
  let [at, from] = [0, match.index]
  while (at < texts.length - 1 && from >= (texts[at] ?? '').length) from -= (texts[at++] ?? '').length
  const piece = pieces[at]
  return candidate(value, 'labelled', piece ? [piece] : [])
}

const DAY = '(20\\d{2}年\\d{1,2}月\\d{1,2}日?|20\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2})'
const PERIOD = new RegExp(`${DAY}(?:零时)?起?[,，]?(?:至|到|-|—|~|止于)${DAY}`)
const FROM_FOR = new RegExp(`自?${DAY}起[,，]?(?:为期|共|计)?([0-9]{1,2})个月`)

/** The last day of a period of whole months. */
function endAfter(start: IsoDate | undefined, months: number): IsoDate | undefined {
  if (!start || months < 1) return undefined
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number)
  const next = new Date(Date.UTC(year, month - 1 + months, day))
  // 31 January and one month: the month after next has begun, its day 0 is the last of February.
  const end = next.getUTCDate() === day ? new Date(next.getTime() - 86_400_000) : new Date(next.setUTCDate(0))
  const text = end.toISOString().slice(0, 10)
  return isIsoDate(text) ? text : undefined
}

function period(pieces: readonly Piece[]): Candidates {
  const both = inText(pieces, PERIOD, (match) => dateOf(match[1]))
  if (both) return { startsOn: both, endsOn: inText(pieces, PERIOD, (match) => dateOf(match[2])) }
  const start = inText(pieces, FROM_FOR, (match) => dateOf(match[1]))
  const end = inText(pieces, FROM_FOR, (match) => endAfter(dateOf(match[1]), Number(match[2])))
  // Counted, not read.
  return { startsOn: start, endsOn: end && { ...end, trust: 'guessed' } }
}

/** Both sides sign, often on different days: the contract is signed when the last one has. */
function signedOn(pieces: readonly Piece[]): Candidate<IsoDate> | undefined {
  const named = allLabelled(pieces, /(签[订署约字定](日期|时间)|合同日期)[:：;]?/, dateOf)
  const all = named.length > 0 ? named : allLabelled(pieces, /^(日期|时间)[:：;]/, dateOf)
  const last = [...all].sort((a, b) => (a.value < b.value ? 1 : -1))[0]
  const agree = new Set(all.map(({ value }) => value)).size === 1
  return last && (agree ? last : { ...last, trust: 'guessed' })
}

const TOTAL =
  /(?:合同|服务费?|费用)?(?:含税)?总?(?:金额|价款?|费用|额)[^¥\d。]{0,40}?¥?([\d,]{1,20}\.\d{2}|[\d,]{1,20}元)/

/** A sum that words and figures do not agree on is a guess: OCR takes ¥ for a digit. */
function totalOf(pieces: readonly Piece[]): Candidate<number> | undefined {
  const agreed = sumInWords(pieces)
  if (agreed) return agreed
  const words = inText(pieces, /大写|人民币|金额|价款/, () => chineseAmount(compact(pieces).replaceAll('\n', '')))
  const found = words ?? inText(pieces, TOTAL, (match) => fenOf(match[1]))
  return found && { ...found, trust: 'guessed' }
}

const CHIP =
  /昇腾\s?\d{3}[A-Z]?\d?|寒武纪\s?[A-Z]{2,3}\d{2,3}|海光\s?[A-Z]?\d*|摩尔线程\s?[A-Z]*\d+|沐曦\s?[A-Z]?\d*|天数智芯\s?[A-Z]*\d*|昆仑芯\s?[A-Z]?\d*|\b(?:NVIDIA\s?)?(?:[ABH]\d{2,3}0?|L20|L40S?|RTX\s?\d{4}[A-Z]?)\b/

const sentence = (match: RegExpExecArray): string | undefined => match[1]?.slice(0, 200)

/** What text and places say about a contract. */
export function contractCandidates(pieces: readonly Piece[]): Extracted {
  const first = pieces.filter(({ page }) => page === 0)
  const text = compact(pieces)
  const chip = CHIP.exec(text)?.[0]
  const chipPiece = chip ? pieces.find((piece) => piece.text.replace(/\s/g, '').includes(chip)) : undefined
  return {
    candidates: {
      number:
        labelled(pieces, /(合同|协议)(编?号|号码)[:：;]?/, validNumber) ?? labelled(first, /^编号[:：]/, validNumber),
      title: titleOf(first),
      ...contractParties(pieces),
      signedOn: signedOn(pieces),
      ...period(pieces),
      totalFen: totalOf(pieces),
      service: inText(pieces, /(?:服务内容|算力类型和规模|服务规格)[。:：,，]?(?:和规模)?([^。]{4,200})/, sentence),
      chip: chip ? candidate(chip, 'labelled', chipPiece ? [chipPiece] : []) : undefined,
      site: inText(
        pieces,
        /(?:算力中心|机房|数据中心|服务地点)(?:地址|所在地|地点|位置)?[:：为在于]+([^。,，;；]{4,60})/,
        sentence,
      ),
    },
    disagreements: [],
  }
}
