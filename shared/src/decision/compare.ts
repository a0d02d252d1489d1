import type { IsoDate } from '../date'
import type { FactValues } from '../facts'
import type { Fen } from '../money'
import type { Catalogue, MeasureId } from '../rules'
import type { Decision } from './answer'
import { engineOf } from './engine'

/** What a change of rules means for one measure, over the companies that were looked at. */
export interface MeasureChange {
  readonly measureId: MeasureId
  /** Became eligible, or stopped being so. */
  readonly gain: number
  readonly lose: number
  /** Eligible before and after, with a higher or lower ceiling. */
  readonly more: number
  readonly less: number
  /** Sum of all ceilings after, less the sum before; unbounded ones count as 0. */
  readonly ceilingFen: Fen
  /** The first companies that lose, for a reviewer to look at. */
  readonly losers: readonly FactValues[]
}

const SHOWN = 3
const ceiling = (decision: Decision | undefined): Fen =>
  decision?.status === 'eligible' ? (decision.amount?.maxFen ?? 0) : 0

/**
 * Who gains and who loses between two catalogues on a day. Measures that stand in one of them only are compared with
 * nothing. Measures that change nobody are left out.
 */
export function compareCatalogues(
  before: Catalogue,
  after: Catalogue,
  companies: Iterable<FactValues>,
  on: IsoDate,
): readonly MeasureChange[] {
  const changes = new Map<MeasureId, { -readonly [K in keyof MeasureChange]: MeasureChange[K] }>()
  for (const facts of companies) {
    const then = new Map(
      engineOf(before)
        .decideAll(facts, on)
        .map((one) => [one.measureId, one]),
    )
    const now = new Map(
      engineOf(after)
        .decideAll(facts, on)
        .map((one) => [one.measureId, one]),
    )
    for (const measureId of new Set([...then.keys(), ...now.keys()])) {
      const was = then.get(measureId)
      const is = now.get(measureId)
      const change = changes.get(measureId) ?? {
        measureId,
        gain: 0,
        lose: 0,
        more: 0,
        less: 0,
        ceilingFen: 0,
        losers: [],
      }
      changes.set(measureId, change)
      const difference = ceiling(is) - ceiling(was)
      change.ceilingFen += difference
      if (was?.status === 'eligible' && is?.status !== 'eligible') {
        change.lose++
        if (change.losers.length < SHOWN) change.losers = [...change.losers, facts]
      } else if (was?.status !== 'eligible' && is?.status === 'eligible') change.gain++
      else if (difference > 0) change.more++
      else if (difference < 0) change.less++
    }
  }
  return [...changes.values()].filter((one) => one.gain + one.lose + one.more + one.less > 0)
}
