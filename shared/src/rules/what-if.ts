import type { FactTable, FactValues } from '../facts'
import { type Fen, RATIO_SCALE, share, wan } from '../money'
import type { Base, Sum } from './amount-rule'
import { evaluate } from './interpret'
import type { Measure } from './measure'
import { type Shortfall, shortfallOf } from './shortfall'

/**
 * What would have to be otherwise for the failed criteria to hold: for each the nearest number or date.
 * Nothing where one fails by something that is no number, or where meeting one would break another.
 */
export function nearestPass(measure: Measure, table: FactTable, facts: FactValues): readonly Shortfall[] | undefined {
  const failed = measure.criteria.filter((criterion) => evaluate(criterion, facts) === 'false')
  const shortfalls = failed.map((criterion) => shortfallOf(criterion, table, facts))
  const changes = shortfalls.filter((one): one is Shortfall => one !== undefined)
  if (failed.length === 0 || changes.length < failed.length) return undefined
  const then: Record<string, FactValues[string]> = { ...facts }
  for (const { fact, needed } of changes) then[fact] = needed
  return measure.criteria.some((criterion) => evaluate(criterion, then) === 'false') ? undefined : changes
}

/** What more of a base brings: so much a step, until it has reached `until`. */
export interface Gain {
  readonly fact: string
  /** The step in the fact's own unit: 1万元 in fen, or one piece. */
  readonly step: number
  readonly gainFen: Fen
  /** The value at which the sum stops growing; null where nothing caps it. */
  readonly until: number | null
}

/** Of a sum that grows with one fact: what one step more brings. Nothing for sums that do not, or no longer, grow. */
export function nextGain(sum: Sum, facts: FactValues): Gain | undefined {
  if ('each' in sum) {
    const until = sum.cap === undefined ? null : Math.ceil(sum.cap / sum.each)
    return growing({ fact: sum.of, step: 1, gainFen: sum.each, until }, facts)
  }
  if ('tiers' in sum) {
    const count = facts[sum.by]
    if (typeof count !== 'number') return undefined
    const next = sum.tiers.findIndex((tier) => tier.atLeast > count)
    const tier = sum.tiers[next]
    if (tier === undefined) return undefined
    const gainFen = tier.flat - (sum.tiers[next - 1]?.flat ?? 0)
    return { fact: sum.by, step: tier.atLeast - count, gainFen, until: sum.tiers.at(-1)?.atLeast ?? null }
  }
  if ('choose' in sum) {
    const chosen = sum.choose.find((option) => evaluate(option.when, facts) !== 'false')
    if (chosen === undefined) return nextGain(sum.otherwise, facts)
    return evaluate(chosen.when, facts) === 'true' ? nextGain(chosen.sum, facts) : undefined
  }
  if (!('share' in sum) || sum.years || sum.lifetime || isOutside(sum.of, facts)) return undefined
  const fact = typeof sum.of === 'string' ? sum.of : sum.of.inWindow
  const until = sum.cap === undefined ? null : Math.ceil((sum.cap * RATIO_SCALE) / Math.round(sum.share * RATIO_SCALE))
  return growing({ fact, step: wan(1), gainFen: share(wan(1), sum.share), until }, facts)
}

/** Whether the service lies wholly outside its window: then nothing counts, however much more there is. */
function isOutside(base: Base, facts: FactValues): boolean {
  if (typeof base === 'string') return false
  const [start, end] = [facts[base.start], facts[base.end]]
  return (typeof start === 'string' && start > base.window.to) || (typeof end === 'string' && end < base.window.from)
}

function growing(gain: Gain, facts: FactValues): Gain | undefined {
  const value = facts[gain.fact]
  return typeof value === 'number' && (gain.until === null || value < gain.until) ? gain : undefined
}
