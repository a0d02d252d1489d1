import { hasRightCheckCharacter, isCreditCode, normaliseCreditCode } from '../credit-code'
import { isIsoDate } from '../date'
import { formatFen } from '../money'
import type { CellType } from './form'
import type { FormValue } from './form-values'
import { percentText } from './wan'

type Check<T> = (text: string, cell: T) => string | undefined

/** Characters as a person counts them. */
export const lengthOf = (text: string): number => Array.from(text).length

const textProblem: Check<{ readonly max: number }> = (text, { max }) =>
  lengthOf(text) > max ? `最多写${max}个字，现在有${lengthOf(text)}个。` : undefined

function codeProblem(text: string): string | undefined {
  const code = normaliseCreditCode(text)
  if (code.length !== 18) return `统一社会信用代码是18位，现在是${code.length}位。`
  if (!isCreditCode(code)) return '统一社会信用代码里有不该有的字，没有字母I、O、S、V、Z，请对照营业执照改。'
  return undefined
}

/** Typed on a computer, a year may be half there: 0026 for 2026. */
function dateProblem(text: string): string | undefined {
  if (!isIsoDate(text)) return '请选一个日期。'
  return text < '1900' || text >= '2100' ? '年份不对，要写四位，例如2026。' : undefined
}

const PHONE = /^(1[3-9]\d{9}|(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?|400-?\d{3}-?\d{4})$/
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

const narrow = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

function textual(text: string, cell: CellType): string | undefined {
  if (cell.type === 'text') return textProblem(text, cell)
  if (cell.type === 'date') return dateProblem(text)
  if (cell.type === 'credit code') return codeProblem(text)
  if (cell.type === 'phone')
    return PHONE.test(narrow(text)) ? undefined : '电话号码不对，手机号是11位，座机请写上区号。'
  if (cell.type === 'email')
    return EMAIL.test(narrow(text)) ? undefined : '邮箱不对，中间要有@，例如：zhangsan@qq.com。'
  if (cell.type === 'account')
    return /^\d{8,32}$/.test(narrow(text).replace(/-/g, '')) ? undefined : '银行账号只有数字，请对照开户证明看一遍。'
  if (cell.type === 'one of') return cell.options.some(({ key }) => key === text) ? undefined : '请从给出的里面选一个。'
  return undefined
}

function fenProblem(value: number): string | undefined {
  if (!Number.isSafeInteger(value)) return '金额最多精确到分，请重新填。'
  return value < 0 ? `金额不能是负数（现在是${formatFen(value)}）。` : undefined
}

function ratioProblem(value: number, most: number): string | undefined {
  if (!Number.isFinite(value) || value < 0) return '比例要填0到100之间的数。'
  return value > most ? `比例最多是${percentText(most)}%，现在是${percentText(value)}%。` : undefined
}

/** What is wrong with the value of one cell, in words; undefined where nothing is. Blank is not looked at here. */
export function cellProblem(cell: CellType, value: FormValue): string | undefined {
  if (cell.type === 'fen') return typeof value === 'number' ? fenProblem(value) : '请填数字，单位是万元：40万元就填40。'
  if (cell.type === 'ratio')
    return typeof value === 'number' ? ratioProblem(value, cell.most ?? 1) : '请填数字，单位是%。'
  if (cell.type === 'yes no') return typeof value === 'boolean' ? undefined : '请选“是”或者“否”。'
  return typeof value === 'string' ? textual(value, cell) : '请重新填写。'
}

/** What should be looked at a second time though it may be right: some early credit codes fail their check digit. */
export function doubtOf(cell: { readonly type: string }, value: FormValue | undefined): string | undefined {
  if (cell.type !== 'credit code' || typeof value !== 'string') return undefined
  const code = normaliseCreditCode(value)
  if (!isCreditCode(code) || hasRightCheckCharacter(code)) return undefined
  return '这个代码可能抄错了一位，请对照营业执照看一遍。'
}
