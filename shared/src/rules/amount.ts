import { daysIn, earlierOf, type IsoDate, laterOf } from '../date'
import { type FactValues, type Interval, isInterval, isKnown } from '../facts'
import { type Fen, mulDivFloor, RATIO_SCALE, reduced, share } from '../money'
import type { Base, Sum, WindowedBase } from './amount-rule'
import { type Condition, factsOf } from './condition'
import { evaluate, openFacts } from './interpret'

/**
 * What a sum can still come to: every value from `least` to `most`, in fen; `most` is null where nothing bounds it.
 * `bases` are the unknown facts it is computed of, `classes` those that choose between rates.
 */
export interface SumRange {
  readonly least: Fen
  readonly most: Fen | null
  readonly bases: readonly string[]
  readonly classes: readonly string[]
}

const NONE: readonly string[] = []
const exactly = (fen: Fen): SumRange => ({ least: fen, most: fen, bases: NONE, classes: NONE })

/** A sum of facts that nobody knows yet: anything from nothing upwards. */
const anything = (bases: readonly string[]): SumRange => ({ least: 0, most: null, bases, classes: NONE })

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)]

/** The range after a function that never falls, such as a share or a cap. */
const mapped = ({ least, most, bases, classes }: SumRange, fn: (fen: Fen) => Fen): SumRange => {
  const low = fn(least)
  return { least: low, most: most === null ? null : most === least ? low : fn(most), bases, classes }
}

function capped(range: SumRange, cap: Fen | undefined): SumRange {
  if (cap === undefined) return range
  const { least, most, bases, classes } = range
  return { least: Math.min(least, cap), most: Math.min(most ?? cap, cap), bases, classes }
}

/** What is known of a number; only read where something is. */
function rangeOf(facts: FactValues, id: string): Interval {
  const value = facts[id]
  return isInterval(value) ? value : { least: value as number, most: value as number }
}

/** Facts of which only an interval is known: they do not lack, but telling them exactly would narrow the sum. */
const spreadOf = (facts: FactValues, ids: readonly string[]): readonly string[] =>
  ids.filter((id) => isInterval(facts[id]))

const dateOf = (facts: FactValues, id: string): IsoDate | undefined =>
  isKnown(facts, id) ? (facts[id] as IsoDate) : undefined

const unknownOf = (facts: FactValues, ids: readonly string[]): readonly string[] =>
  ids.filter((id) => !isKnown(facts, id))

/** Days of a service inside the window and in all; undefined while its dates are unknown or run backwards. */
export function serviceDays(base: WindowedBase, facts: FactValues): { inside: number; all: number } | undefined {
  const start = dateOf(facts, base.start)
  const end = dateOf(facts, base.end)
  const { from, to } = base.window
  // One date is enough to know that nothing falls into the window.
  if ((start !== undefined && start > to) || (end !== undefined && end < from)) return { inside: 0, all: 1 }
  if (start === undefined || end === undefined || end < start) return undefined
  return { inside: daysIn(laterOf(start, from), earlierOf(end, to)), all: daysIn(start, end) }
}

/** Whether both dates are known and the service ends before it starts. */
export function datesReversed(base: WindowedBase, facts: FactValues): boolean {
  const start = dateOf(facts, base.start)
  const end = dateOf(facts, base.end)
  return start !== undefined && end !== undefined && end < start
}

function windowedRange(base: WindowedBase, facts: FactValues): SumRange {
  const days = serviceDays(base, facts)
  if (days?.inside === 0) return exactly(0)
  if (isKnown(facts, base.inWindow)) return knownOrAnything(base.inWindow, facts)
  // Dates that run backwards count as unknown, and are what has to be mended.
  const dates = datesReversed(base, facts) ? [base.start, base.end] : unknownOf(facts, [base.start, base.end])
  const askedFor = [base.inWindow, ...unknownOf(facts, [base.settled, base.excluded]), ...dates]
  if (!isKnown(facts, base.settled)) return anything(askedFor)
  const settled = rangeOf(facts, base.settled)
  const excluded = isKnown(facts, base.excluded) ? rangeOf(facts, base.excluded) : { least: 0, most: settled.most }
  const prorated = (fen: Fen): Fen => (days === undefined ? fen : mulDivFloor(fen, days.inside, days.all))
  const most = prorated(Math.max(0, settled.most - excluded.least))
  if (days === undefined || !isKnown(facts, base.excluded)) return { least: 0, most, bases: askedFor, classes: [] }
  const least = prorated(Math.max(0, settled.least - excluded.most))
  return { least, most, bases: [], classes: spreadOf(facts, [base.settled, base.excluded]) }
}

function knownOrAnything(id: string, facts: FactValues): SumRange {
  const value = facts[id]
  if (typeof value === 'number') return exactly(value)
  return isInterval(value) ? { least: value.least, most: value.most, bases: NONE, classes: [id] } : anything([id])
}

const baseRange = (base: Base, facts: FactValues): SumRange =>
  typeof base === 'string' ? knownOrAnything(base, facts) : windowedRange(base, facts)

/** Years are read to six places, as ratios are. */
const YEAR_SCALE = 1_000_000

type Share = Extract<Sum, { share: number }>

/** So much a year of the base, for as many years as it runs, at most those that the text pays. */
function yearlyRange(sum: Share, years: NonNullable<Share['years']>, facts: FactValues): SumRange {
  const known = isKnown(facts, years.fact)
  const count = known ? rangeOf(facts, years.fact) : { least: 0, most: years.atMost }
  const base = baseRange(sum.of, facts)
  const over = (runs: number) => {
    const parts = Math.round(sum.share * RATIO_SCALE) * Math.round(runs * YEAR_SCALE)
    const [numerator, denominator] = reduced(parts, RATIO_SCALE * YEAR_SCALE)
    return (fen: Fen): Fen => mulDivFloor(fen, numerator, denominator)
  }
  const longest = Math.min(count.most, years.atMost)
  // No years, no sum, whatever the base.
  if (longest === 0) return exactly(0)
  return {
    least: over(Math.min(count.least, years.atMost))(base.least),
    most: base.most === null ? null : over(longest)(base.most),
    bases: known ? base.bases : [...base.bases, years.fact],
    classes: [...base.classes, ...spreadOf(facts, [years.fact])],
  }
}

function shareRange(sum: Share, facts: FactValues): SumRange {
  let range = sum.years
    ? yearlyRange(sum, sum.years, facts)
    : mapped(baseRange(sum.of, facts), (fen) => share(fen, sum.share))
  range = capped(range, sum.cap)
  if (sum.lifetime === undefined) return range
  const { cap, received } = sum.lifetime
  if (isKnown(facts, received)) {
    const before = rangeOf(facts, received)
    return {
      least: Math.min(range.least, Math.max(0, cap - before.most)),
      most: Math.min(range.most ?? cap, Math.max(0, cap - before.least)),
      bases: range.bases,
      classes: [...range.classes, ...spreadOf(facts, [received])],
    }
  }
  return { ...capped(range, cap), least: 0, bases: [...range.bases, received] }
}

function tierRange(sum: Extract<Sum, { tiers: unknown }>, facts: FactValues): SumRange {
  const highest = sum.tiers.at(-1)?.flat ?? 0
  if (!isKnown(facts, sum.by)) return { least: 0, most: highest, bases: [sum.by], classes: [] }
  const count = rangeOf(facts, sum.by)
  const reached = (number: number): Fen => sum.tiers.filter((tier) => number >= tier.atLeast).at(-1)?.flat ?? 0
  return { least: reached(count.least), most: reached(count.most), bases: [], classes: spreadOf(facts, [sum.by]) }
}

function chosenRange(sum: Extract<Sum, { choose: unknown }>, facts: FactValues): SumRange {
  const possible: Sum[] = []
  const undecided: string[] = []
  for (const option of sum.choose) {
    const truth = evaluate(option.when, facts)
    if (truth === 'false') continue
    possible.push(option.sum)
    if (truth === 'true') return spanOf(possible, undecided, facts)
    undecided.push(...openFacts(option.when, facts))
  }
  return spanOf([...possible, sum.otherwise], undecided, facts)
}

function spanOf(sums: readonly Sum[], classes: readonly string[], facts: FactValues): SumRange {
  const ranges = sums.map((sum) => sumRange(sum, facts))
  return {
    least: Math.min(...ranges.map((range) => range.least)),
    most: ranges.some((range) => range.most === null) ? null : Math.max(...ranges.map((range) => range.most ?? 0)),
    bases: unique(ranges.flatMap((range) => range.bases)),
    classes: unique([...classes, ...ranges.flatMap((range) => range.classes)]),
  }
}

/** Sums stay integers that a double can hold, whatever counts are claimed. */
const safe = (fen: Fen): Fen => Math.min(fen, Number.MAX_SAFE_INTEGER)

function totalRange(sums: readonly Sum[], facts: FactValues): SumRange {
  const ranges = sums.map((sum) => sumRange(sum, facts))
  return {
    least: safe(ranges.reduce((total, range) => total + range.least, 0)),
    most: ranges.some((range) => range.most === null)
      ? null
      : safe(ranges.reduce((total, range) => total + (range.most ?? 0), 0)),
    bases: unique(ranges.flatMap((range) => range.bases)),
    classes: unique(ranges.flatMap((range) => range.classes)),
  }
}

/** What the sum can still come to, given what is known. Exact in whole fen; sound for every completion of the facts. */
export function sumRange(sum: Sum, facts: FactValues): SumRange {
  if ('flat' in sum) return exactly(sum.flat)
  if ('share' in sum) return shareRange(sum, facts)
  if ('each' in sum)
    return capped(
      mapped(knownOrAnything(sum.of, facts), (count) => safe(count * sum.each)),
      sum.cap,
    )
  if ('total' in sum) return totalRange(sum.total, facts)
  if ('tiers' in sum) return tierRange(sum, facts)
  return chosenRange(sum, facts)
}

/** The conditions that choose between rates, in order. */
export function conditionsOfSum(sum: Sum): readonly Condition[] {
  if ('total' in sum) return sum.total.flatMap(conditionsOfSum)
  if (!('choose' in sum)) return []
  return [
    ...sum.choose.flatMap((option) => [option.when, ...conditionsOfSum(option.sum)]),
    ...conditionsOfSum(sum.otherwise),
  ]
}

/** Every fact that the sum may read. */
export function factsOfSum(sum: Sum): readonly string[] {
  if ('flat' in sum) return []
  if ('each' in sum) return [sum.of]
  if ('tiers' in sum) return [sum.by]
  if ('total' in sum) return unique(sum.total.flatMap(factsOfSum))
  if ('choose' in sum) {
    const options = sum.choose.flatMap((option) => [...factsOf(option.when), ...factsOfSum(option.sum)])
    return unique([...options, ...factsOfSum(sum.otherwise)])
  }
  const { of: base, years, lifetime } = sum
  const based = typeof base === 'string' ? [base] : [base.inWindow, base.settled, base.excluded, base.start, base.end]
  return [...based, ...(years ? [years.fact] : []), ...(lifetime ? [lifetime.received] : [])]
}
