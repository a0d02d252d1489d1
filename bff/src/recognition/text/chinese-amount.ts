import type { Fen } from '@suanhui/shared/money'

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['零〇', 0],
    ['壹一弌', 1],
    ['贰二貳弍', 2],
    ['叁三参參叄', 3],
    ['肆四', 4],
    ['伍五', 5],
    ['陆六陸', 6],
    ['柒七', 7],
    ['捌八', 8],
    ['玖九', 9],
  ].flatMap(([characters, digit]) => [...String(characters)].map((one) => [one, Number(digit)])),
)
const UNITS: Readonly<Record<string, number>> = { 拾: 10, 十: 10, 佰: 100, 百: 100, 仟: 1000, 千: 1000 }
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }

// Runs are bounded, here and where sums are read: a file of nothing but digits would be gone through from each of them.
const WORDS =
  /[零〇壹贰叁肆伍陆柒捌玖一二三四五六七八九貳陸参參叄拾佰仟十百千万萬亿億]{1,40}[圆元圓](?:整|正|[零壹贰叁肆伍陆柒捌玖貳陸参參叄]角?[壹贰叁肆伍陆柒捌玖貳陸参參叄]?分?[整正]?)?/

/** 贰万零壹佰 as 20100; undefined where the words do not make a number. */
function wholeOf(words: string): number | undefined {
  let [total, section, digit] = [0, 0, 0]
  for (const word of words) {
    const [plain, unit, myriad] = [DIGITS[word], UNITS[word], MYRIADS[word]]
    if (plain !== undefined) digit = plain
    else if (unit !== undefined) {
      section += (digit === 0 && section === 0 ? 1 : digit) * unit
      digit = 0
    } else if (myriad !== undefined) {
      total = myriad === 1e8 ? (total + section + digit) * myriad : total + (section + digit) * myriad
      section = 0
      digit = 0
    } else return undefined
  }
  return total + section + digit
}

/** A sum in words (大写) somewhere in the text, in fen. */
export function chineseAmount(text: string): Fen | undefined {
  const words = WORDS.exec(text.replace(/\s/g, ''))?.[0]
  if (!words) return undefined
  const [whole = '', rest = ''] = words.split(/[圆元圓]/)
  const yuan = wholeOf(whole)
  const jiao = DIGITS[/(.)角/.exec(rest)?.[1] ?? ''] ?? 0
  const fen = DIGITS[/(.)分/.exec(rest)?.[1] ?? ''] ?? 0
  return yuan === undefined ? undefined : yuan * 100 + jiao * 10 + fen
}
