import type { Amount } from '@suanhui/shared/decision'
import { type FactValues, isKnown } from '@suanhui/shared/facts'
import { formatFen, share } from '@suanhui/shared/money'
import { type AmountRule, type Catalogue, formatRatio, formatValue, nextGain } from '@suanhui/shared/rules'

/** A sum of money with the kind of wording its document uses. */
export interface AmountWords {
  /** Before the figure: 最高. */
  readonly lead: string
  /** The figure in large type; undefined where the document gives none. */
  readonly figure?: string
  /** What kind of sum it is, in words; stands alone where there is no figure. */
  readonly note: string
}

const CEILING = '上限，不是承诺'

/** How the sum of an open measure reads: a ceiling is called one, a computed sum says so, none is made up. */
export function amountWords(amount: Amount): AmountWords {
  const { basis, minFen, maxFen } = amount
  if (basis === 'unspecified') return { lead: '', note: '文件没有写金额，按有关政策支持' }
  if (basis === 'case_by_case') return { lead: '', figure: '一事一议', note: '文件没有写金额，由主管部门逐个商定' }
  if (maxFen === null) {
    return { lead: '', note: basis === 'up_to' ? '填了金额才能算出上限' : '填了金额才能算出来' }
  }
  if (basis === 'up_to') return { lead: '最高', figure: formatFen(maxFen), note: CEILING }
  if (minFen === maxFen) {
    return {
      lead: '',
      figure: formatFen(maxFen),
      note: basis === 'fixed' ? '文件写明的固定金额' : '按文件写明的算法算出',
    }
  }
  if (minFen !== null && minFen > 0) {
    return {
      lead: '',
      figure: `${formatFen(minFen)}到${formatFen(maxFen)}`,
      note: '按哪一档，还要看情况或由主管部门定',
    }
  }
  return { lead: '最高', figure: formatFen(maxFen), note: '信息填全了才能算准' }
}

/** The sum worked out with this company's figure: 40万元 × 30% = 12万元. Only where one figure decides it. */
export function workedWords(rule: AmountRule, facts: FactValues): string | undefined {
  if (!('sum' in rule) || !('share' in rule.sum)) return undefined
  const { share: ratio, of, cap, years, lifetime } = rule.sum
  const base = typeof of === 'string' ? of : of.inWindow
  if (years !== undefined || lifetime !== undefined || !isKnown(facts, base)) return undefined
  const given = facts[base] as number
  const result = share(given, ratio)
  const worked = `${formatFen(given)} × ${formatRatio(ratio)} = ${formatFen(result)}`
  return cap !== undefined && result > cap ? `${worked}，超过上限，按${formatFen(cap)}算` : worked
}

/** What a little more of its base brings: 每多1万元，上限多3000元. Nothing once the cap is reached. */
export function gainWords(rule: AmountRule, facts: FactValues, catalogue: Catalogue): string | undefined {
  const gain = 'sum' in rule ? nextGain(rule.sum, facts) : undefined
  const definition = gain && catalogue.facts[gain.fact]
  if (gain === undefined || definition === undefined) return undefined
  const what = rule.basis === 'up_to' ? '上限' : '就'
  return `${definition.label}每多${formatValue(definition, gain.step)}，${what}多${formatFen(gain.gainFen)}`
}
