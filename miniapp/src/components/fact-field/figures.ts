import { checkFact, type FactDefinition, type FactTable } from '@suanhui/shared/facts'
import { type Fen, formatFen } from '@suanhui/shared/money'
import { formatValue } from '@suanhui/shared/rules'
import type { Draft } from '../../stores/answers-state'

/** A fact that is told in figures. */
export type FigureDefinition = Extract<FactDefinition, { type: 'fen' | 'int' | 'number' | 'ratio' }>

/** Places between a unit and fen: 1万元 is 10⁶ fen. */
const FEN_PLACES: Readonly<Record<string, number>> = { 元: 2, 万元: 6, 亿元: 10 }
export const FEN_UNITS = ['万元', '元'] as const

/** Figures as they come out of a Chinese keyboard, in plain ones. */
function plain(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/g, '.')
    .replace(/[－—]/g, '-')
    .replace(/[\s,，]/g, '')
}

export type ReadFigure = { readonly value: number } | { readonly problem: string } | 'empty'

function readFen(figure: string, unit: string): ReadFigure {
  const places = FEN_PLACES[unit] ?? 2
  const value = Number(`${figure}e${places}`)
  if (value < 0) return { problem: '金额不能是负数' }
  if (!Number.isInteger(value)) return { problem: `最多填${places}位小数，再小就不到一分钱了` }
  return Number.isSafeInteger(value) ? { value } : { problem: '数太大了，请看看单位是不是填错了' }
}

/** The value that was typed, or in plain words why it cannot be taken yet. `table[id]` is the definition. */
export function readFigure(table: FactTable, id: string, draft: Draft): ReadFigure {
  const definition = table[id]
  const text = plain(draft.text)
  if (text === '') return 'empty'
  const match = /^(-?\d+(?:\.\d*)?)(亿元?|万元?|元|[%％])?$/.exec(text)
  if (match === null) return { problem: '请只填数字，例如 40 或 40.5' }
  const [, figure = '', suffix = ''] = match
  const read = readAs(definition, figure, suffix, draft.unit ?? '元')
  if (read === 'empty' || 'problem' in read) return read
  return checkFact(table, id, read.value) === undefined ? read : { problem: '这个数不能用，请检查一下' }
}

function readAs(definition: FactDefinition | undefined, figure: string, suffix: string, unit: string): ReadFigure {
  const isMoney = /[亿万元]/.test(suffix)
  if (definition?.type === 'fen') {
    if (suffix !== '' && !isMoney) return { problem: '请填金额，例如 40' }
    return readFen(figure, isMoney ? (suffix.endsWith('元') ? suffix : `${suffix}元`) : unit)
  }
  if (isMoney) return { problem: '请只填数字，不用写钱的单位' }
  if (definition?.type === 'ratio') {
    const value = Number(`${figure}e-2`)
    return value < 0 && definition.signed !== true ? { problem: '不能是负数' } : { value }
  }
  if (suffix !== '') return { problem: '请只填数字，例如 40' }
  const value = Number(figure)
  if (value < 0) return { problem: '不能是负数' }
  if (definition?.type === 'int' && !Number.isInteger(value)) return { problem: '请填整数' }
  return { value }
}

/** How a value that was kept stands in its field again. */
export function draftOf(definition: FigureDefinition, value: number): Draft {
  if (definition.type === 'ratio') return { text: String(Number((value * 100).toFixed(4))) }
  if (definition.type !== 'fen') return { text: String(value) }
  const unit = value !== 0 && value < 1_000_000 ? '元' : '万元'
  return { text: String(Number(`${value}e-${FEN_PLACES[unit] ?? 2}`)), unit }
}

/** The value said in the other unit, so that a slip of the unit is seen at once: 40万元 → 就是400,000元. */
export function echoOf(definition: FigureDefinition, value: number, unit: string | undefined): string {
  if (definition.type !== 'fen') return formatValue(definition, value)
  return unit === '元' ? formatFen(value) : inYuan(value)
}

/** In yuan to the fen: 400,000元. */
export const inYuan = (fen: Fen): string => {
  const [whole = '0', rest] = (fen / 100).toFixed(2).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest === '00' ? '' : `.${rest ?? ''}`}元`
}
