import { normaliseCreditCode } from '@suanhui/shared/credit-code'
import { isIsoDate } from '@suanhui/shared/date'
import type { FieldType, FieldValue } from '@suanhui/shared/papers'

type Checked = { readonly value: FieldValue } | { readonly problem: string }

/** 100,000 million yuan: more stands on no invoice. */
const MOST_FEN = 10_000_000_000_000
const MOST_TEXT = 2_000
const MOST_ID = 64

const plain = (text: string): string => text.normalize('NFKC').trim()

function checkText(value: FieldValue): Checked {
  if (typeof value !== 'string') return { problem: '要写成文字' }
  const text = plain(value)
  if (text === '') return { problem: '还没有填；材料上没有这一项，就点“没有”' }
  return text.length > MOST_TEXT ? { problem: `太长了，最多 ${MOST_TEXT} 个字` } : { value: text }
}

function checkId(value: FieldValue): Checked {
  if (typeof value !== 'string') return { problem: '要照着材料上的号码写' }
  const id = plain(value).replace(/\s/g, '')
  if (id === '') return { problem: '还没有填；材料上没有这一项，就点“没有”' }
  return id.length > MOST_ID ? { problem: `号码太长了，最多 ${MOST_ID} 位` } : { value: id }
}

function checkCreditCode(value: FieldValue): Checked {
  const code = typeof value === 'string' ? normaliseCreditCode(value) : ''
  return /^[0-9A-Z]{15,20}$/.test(code)
    ? { value: code }
    : { problem: '代码是 15 到 20 位的数字和字母，请照着材料核对' }
}

const checks: Readonly<Record<FieldType, (value: FieldValue) => Checked>> = {
  text: checkText,
  id: checkId,
  'credit code': checkCreditCode,
  date: (value) =>
    typeof value === 'string' && isIsoDate(value)
      ? { value }
      : { problem: '日期要写成 2026-11-03 这样，并且这一天存在' },
  fen: (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= MOST_FEN
      ? { value }
      : { problem: '金额不对，请照着材料上的数字填' },
  number: (value) =>
    typeof value === 'number' && Number.isFinite(value) && value >= 0 ? { value } : { problem: '要填一个数字' },
  bool: (value) => (typeof value === 'boolean' ? { value } : { problem: '请选“是”或者“不是”' }),
}

/** A value as a person gives it, brought into the one form of its type. */
export const checkField = (type: FieldType, value: FieldValue): Checked => checks[type](value)
