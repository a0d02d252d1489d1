const DIGITS = [...'零壹贰叁肆伍陆柒捌玖']
const UNITS = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿']

function group(value: number): string {
  let [text, zero] = ['', false]
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) zero = text !== ''
    else {
      text += (zero ? '零' : '') + DIGITS[digit] + UNITS[place]
      zero = false
    }
  }
  return text
}

/** A sum as it is written on cheques: 壹仟零贰拾圆叁角整. */
export function inWords(fen: number): string {
  const yuan = Math.floor(Math.abs(fen) / 100)
  const groups = [yuan % 1e4, Math.floor(yuan / 1e4) % 1e4, Math.floor(yuan / 1e8)]
  let text = ''
  for (let at = 2; at >= 0; at--) {
    const value = groups[at] ?? 0
    if (value === 0) continue
    text += (text !== '' && value < 1000 ? '零' : '') + group(value) + GROUPS[at]
  }
  const [jiao, single] = [Math.floor(Math.abs(fen) / 10) % 10, Math.abs(fen) % 10]
  const whole = text === '' ? '' : `${text}圆`
  if (jiao === 0 && single === 0) return `${whole}整`
  const tens = jiao > 0 ? `${DIGITS[jiao]}角` : whole === '' ? '' : '零'
  return `${whole}${tens}${single > 0 ? `${DIGITS[single]}分` : '整'}`
}

export const yuanText = (fen: number): string => {
  const digits = Math.abs(fen).toString().padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export const grouped = (fen: number): string => yuanText(fen).replace(/\B(?=(\d{3})+\.)/g, ',')

/** 2026年03月01日 */
export const longDate = (date: string): string => `${date.slice(0, 4)}年${date.slice(5, 7)}月${date.slice(8)}日`
