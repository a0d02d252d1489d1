import { formatFen } from '../money'
import type { AmountRule, Base, Sum } from './amount-rule'
import type { Catalogue } from './catalogue'
import { explainCondition, formatRatio } from './explain'

const labelOf = (catalogue: Catalogue, id: string): string => catalogue.facts[id]?.label ?? id

function baseLabel(catalogue: Catalogue, base: Base): string {
  return labelOf(catalogue, typeof base === 'string' ? base : base.inWindow)
}

function unitOf(catalogue: Catalogue, id: string): string {
  const definition = catalogue.facts[id]
  return definition !== undefined && 'unit' in definition ? definition.unit : ''
}

/** The rule of a sum in words, whoever asks: 补贴期内结算金额的30%，最高1000万元. */
function sumWords(sum: Sum, catalogue: Catalogue): string {
  if ('flat' in sum) return formatFen(sum.flat)
  if ('share' in sum) {
    const years = sum.years
      ? `每年按${baseLabel(catalogue, sum.of)}的${formatRatio(sum.share)}，最多${sum.years.atMost}年`
      : ''
    const rate = years || `${baseLabel(catalogue, sum.of)}的${formatRatio(sum.share)}`
    const cap = sum.cap === undefined ? '' : `，最高${formatFen(sum.cap)}`
    return `${rate}${cap}${sum.lifetime ? `，历年加起来不超过${formatFen(sum.lifetime.cap)}` : ''}`
  }
  if ('each' in sum) {
    const cap = sum.cap === undefined ? '' : `，最高${formatFen(sum.cap)}`
    return `${labelOf(catalogue, sum.of)}，每${unitOf(catalogue, sum.of) || '项'}${formatFen(sum.each)}${cap}`
  }
  if ('total' in sum) return sum.total.map((part) => sumWords(part, catalogue)).join('；')
  if ('tiers' in sum) {
    const label = labelOf(catalogue, sum.by)
    const unit = unitOf(catalogue, sum.by)
    return sum.tiers.map((tier) => `${label}满${tier.atLeast}${unit}，${formatFen(tier.flat)}`).join('；')
  }
  const chosen = sum.choose.map((one) => `${explainCondition(one.when, catalogue)}：${sumWords(one.sum, catalogue)}`)
  return [...chosen, `其他情况：${sumWords(sum.otherwise, catalogue)}`].join('；')
}

/** How the document sets the sum, for everyone; undefined where it names no figure. */
export function ruleWords(rule: AmountRule, catalogue: Catalogue): string | undefined {
  if (!('sum' in rule)) return undefined
  const minimum = rule.minimum === undefined ? '' : `；算出来不到${formatFen(rule.minimum)}的不给`
  return `${sumWords(rule.sum, catalogue)}${minimum}`
}
