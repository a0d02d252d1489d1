import { addDays, formatDate, type IsoDate } from '../date'
import { type FactValues, isKnown } from '../facts'
import { datesReversed, type Measure, type Sum, serviceDays, type WarningRule, type WindowedBase } from '../rules'
import type { Warning } from './answer'

function windowOf(sum: Sum): WindowedBase | undefined {
  return 'share' in sum && typeof sum.of !== 'string' ? sum.of : undefined
}

const REVERSED: Warning = { code: 'dates_reversed', text: '服务结束日期早于开始日期，请检查。改对之前金额按未知计算。' }

/** How the base of a subsidy was read: by days where part of the service lies outside the window. */
function baseWarnings(base: WindowedBase, facts: FactValues): readonly Warning[] {
  if (isKnown(facts, base.inWindow)) return []
  if (datesReversed(base, facts)) return [REVERSED]
  const days = serviceDays(base, facts)
  if (days === undefined || days.inside === 0 || days.inside === days.all) return []
  return [
    {
      code: 'prorated_by_days',
      text: `服务期共${days.all}天，其中${days.inside}天在补贴期内，费用按天数折算。有每月账单的，以账单为准。`,
    },
  ]
}

function filingWarning(rule: WarningRule, facts: FactValues, on: IsoDate): readonly Warning[] {
  if (facts[rule.viaPlatform] !== false || !isKnown(facts, rule.signedOn)) return []
  const dueOn = addDays(facts[rule.signedOn] as IsoDate, rule.withinDays)
  const filed = isKnown(facts, rule.filedOn)
  const day = filed ? (facts[rule.filedOn] as IsoDate) : on
  const due = `合同签订后${rule.withinDays}天内要备案，最晚${formatDate(dueOn)}`
  if (day > dueOn) {
    const late = filed ? `备案日期是${formatDate(day)}，晚了` : '现在已经过了，请尽快补备案'
    return [{ code: 'filing_late', dueOn, text: `${due}；${late}。这是原则要求，不会直接取消资格，但要准备好说明。` }]
  }
  return filed ? [] : [{ code: 'filing_due', dueOn, text: `${due}。` }]
}

/** What a person must know beside the verdict. None of these changes it. */
export function warningsOf(measure: Measure, facts: FactValues, on: IsoDate): readonly Warning[] {
  const base = 'sum' in measure.amount ? windowOf(measure.amount.sum) : undefined
  return [
    ...(base ? baseWarnings(base, facts) : []),
    ...(measure.warnings ?? []).flatMap((rule) => filingWarning(rule, facts, on)),
  ]
}

/** Why a measure whose conditions may hold pays nothing. */
export function nothingPaid(measure: Measure, facts: FactValues, most: number): Warning {
  const base = 'sum' in measure.amount ? windowOf(measure.amount.sum) : undefined
  if (base && datesReversed(base, facts)) return REVERSED
  if (base && serviceDays(base, facts)?.inside === 0) {
    const { from, to } = base.window
    return { code: 'outside_window', text: `服务期不在补贴期内（${formatDate(from)}到${formatDate(to)}）。` }
  }
  if (most > 0) return { code: 'below_minimum', text: '算出来的金额低于文件规定的最低数，不给补贴。' }
  return { code: 'nothing_to_subsidise', text: '按填写的数算出来是0元，没有可以补贴的部分。' }
}
