import { formatDate } from '../date'
import { formatFen } from '../money'
import type { Amount, CriterionResult, Decision } from './answer'

const VERDICTS = { eligible: '符合条件', ineligible: '不符合条件', undetermined: '还不能确定' } as const

export function verdictWords({ status, inactiveReason }: Decision): string {
  if (status !== 'inactive') return VERDICTS[status]
  return inactiveReason === 'expired' ? '政策已经到期' : '政策还没有开始施行'
}

/** The sum as the text has it: a ceiling is called a ceiling. */
export function amountWords(amount: Amount | null): string {
  if (amount === null) return '没有金额'
  const { basis, minFen, maxFen } = amount
  if (basis === 'unspecified') return '文件没有写金额'
  if (maxFen === null) return '金额一事一议'
  if (basis === 'up_to') return `上限${formatFen(maxFen)}`
  return minFen === maxFen || minFen === null ? formatFen(maxFen) : `${formatFen(minFen)}到${formatFen(maxFen)}`
}

/** 上限从12万元变为10万元。 */
export function differenceOfCeilings(was: Amount | null, is: Amount | null): string {
  const [before, after] = [was?.maxFen ?? null, is?.maxFen ?? null]
  if (was === null || is === null || before === null || after === null || before === after)
    return `从“${amountWords(was)}”变为“${amountWords(is)}”。`
  const name = was.basis === 'up_to' && is.basis === 'up_to' ? '上限' : '最多'
  return `${name}从${formatFen(before)}变为${formatFen(after)}，${after > before ? '多' : '少'}了${formatFen(Math.abs(after - before))}。`
}

const FITS = { met: '公司符合', unmet: '公司不符合', unknown: '公司符不符合还不知道' } as const

/** What a criterion that changed, came or went is for this company. */
export function criterionMeans(was: CriterionResult | undefined, is: CriterionResult | undefined): string {
  if (is === undefined) return '这一条不再要求了。'
  const { needed } = is.shortfall ?? {}
  const lacks = typeof needed === 'string' ? `，差在日期，要到${formatDate(needed)}` : ''
  if (was === undefined) return `新加的要求，${FITS[is.status]}${lacks}。`
  if (was.status === is.status) return `${FITS[is.status]}，和以前一样${lacks}。`
  return `以前${FITS[was.status].slice(2)}，现在${FITS[is.status].slice(2)}${lacks}。`
}
