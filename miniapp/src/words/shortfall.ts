import { daysBetween, formatDate } from '@suanhui/shared/date'
import type { CriterionResult } from '@suanhui/shared/decision'
import type { FactTable } from '@suanhui/shared/facts'
import { formatValue } from '@suanhui/shared/rules'

/** Decimal figures without floating point's tail: 1.3 − 1.25 is 0.05. */
const difference = (a: number, b: number): number => Number(Math.abs(a - b).toFixed(6))

/** What is missing for a number or a date, and by how much: 现在4万元，要到5万元，还差1万元. */
export function shortfallWords(shortfall: NonNullable<CriterionResult['shortfall']>, table: FactTable): string {
  const { fact, given, needed } = shortfall
  const definition = table[fact]
  if (definition === undefined) return ''
  if (typeof given === 'string' || typeof needed === 'string') {
    const [have, want] = [String(given), String(needed)]
    const days = Math.abs(daysBetween(have, want))
    return `现在是${formatDate(have)}，${have < want ? '最早' : '最晚'}要${formatDate(want)}，差${days}天`
  }
  const gap = difference(given, needed)
  const told =
    definition.type === 'ratio' ? `${difference(given * 100, needed * 100)}个百分点` : formatValue(definition, gap)
  const [have, want] = [formatValue(definition, given), formatValue(definition, needed)]
  return given < needed ? `现在${have}，要到${want}，还差${told}` : `现在${have}，要降到${want}，高出${told}`
}
