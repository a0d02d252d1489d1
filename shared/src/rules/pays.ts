import { dayNumber } from '../date'
import type { FactValues } from '../facts'
import { RATIO_SCALE } from '../money'
import type { Truth } from '../truth'
import { conditionsOfSum, factsOfSum, type SumRange, sumRange } from './amount'
import type { AmountRule, Sum, WindowedBase } from './amount-rule'
import type { Condition, Leaf } from './condition'
import type { Numbering } from './number'
import { leavesOf } from './representatives'
import { type ClassTest, classTest, type DigitPlaces, FALSE, TRUE, UNKNOWN, type Verdict } from './statement'

/** Whether a computed sum pays: not where it is 0 or below the minimum; unknown where a class still decides that. */
export function pays(range: SumRange, minimum = 0): Truth {
  const enough = Math.max(minimum, 1)
  if (range.most !== null && range.most < enough) return 'false'
  // A base that nobody knows yet is no reason to doubt a measure whose conditions hold: the page asks for it.
  return range.bases.length > 0 || range.least >= enough ? 'true' : 'unknown'
}

/** The same from the facts; an amount without a sum always pays. */
export function paysTruth(amount: AmountRule, facts: FactValues): Truth {
  return 'sum' in amount ? pays(sumRange(amount.sum, facts), amount.minimum) : 'true'
}

/** The smallest base of which a share comes to at least so much. */
const smallestBase = (ratio: number, enough: number): number =>
  Math.ceil((enough * RATIO_SCALE) / Math.round(ratio * RATIO_SCALE))

/** Bounds on single facts that must all hold for the sum to pay; an unknown fact fails none. Absent: not so simple. */
function bounds(sum: Sum, enough: number): readonly Leaf[] | undefined {
  if ('flat' in sum) return sum.flat >= enough ? [] : undefined
  if ('each' in sum) return [{ fact: sum.of, atLeast: Math.ceil(enough / sum.each) }]
  if ('tiers' in sum) {
    const first = sum.tiers.find((tier) => tier.flat >= enough)
    return first && [{ fact: sum.by, atLeast: first.atLeast }]
  }
  if (!('share' in sum) || typeof sum.of !== 'string' || sum.years || (sum.cap ?? enough) < enough) return undefined
  const base: Leaf = { fact: sum.of, atLeast: smallestBase(sum.share, enough) }
  return sum.lifetime ? [base, { fact: sum.lifetime.received, atMost: sum.lifetime.cap - enough }] : [base]
}

/** What it takes for a sum to pay, as far as bounds can say it; else the facts it is computed of. */
export type Paying =
  | { readonly kind: 'leaves'; readonly leaves: readonly Leaf[] }
  | { readonly kind: 'computed'; readonly facts: readonly string[] }

export function paysConditions(amount: AmountRule): Paying {
  if (!('sum' in amount)) return { kind: 'leaves', leaves: [] }
  const leaves = bounds(amount.sum, enoughOf(amount))
  return leaves ? { kind: 'leaves', leaves } : { kind: 'computed', facts: factsOfSum(amount.sum) }
}

const enoughOf = (amount: { readonly minimum?: number }): number => Math.max(amount.minimum ?? 0, 1)

/** Whether a sum pays, from the classes where they suffice, else from the numbers or, last, the facts. */
export type PaysTest = (classes: Uint8Array, row: Float64Array, facts: FactValues) => Verdict

/** A sum of which a part pays when one bound holds: unknown never fails. */
const orPays =
  (test: ClassTest): ClassTest =>
  (classes) =>
    test(classes) === FALSE ? FALSE : TRUE

/** The statement that a branch pays; absent where classes cannot tell. `false` for a branch that never does. */
function branchCondition(sum: Sum, enough: number): Condition | false | undefined {
  if ('flat' in sum) return sum.flat >= enough ? { all: [] } : false
  const leaves = bounds(sum, enough)
  return leaves && { all: leaves }
}

interface Branch {
  readonly when: ClassTest
  /** Whether its sum is enough; unknown while its base is. */
  readonly enough: ClassTest
}

function branchesOf(
  sum: Extract<Sum, { choose: unknown }>,
  enough: number,
  places: DigitPlaces,
): readonly Branch[] | undefined {
  const options = [...sum.choose, { when: { all: [] } as Condition, sum: sum.otherwise }]
  const branches = options.map(({ when, sum: own }): Branch | undefined => {
    const condition = branchCondition(own, enough)
    if (condition === undefined) return undefined
    return { when: classTest(places, when), enough: condition === false ? () => FALSE : classTest(places, condition) }
  })
  return branches.includes(undefined) ? undefined : (branches as readonly Branch[])
}

/** The first branch whose condition holds decides; while several may, they must agree. */
function chosenPays(branches: readonly Branch[]): ClassTest {
  return (classes) => {
    let some = false
    let none = true
    for (let index = 0; index < branches.length; index++) {
      const { when, enough } = branches[index] as Branch
      const holds = when(classes)
      if (holds === FALSE) continue
      const paid = enough(classes)
      // An unknown base doubts nothing.
      if (paid === UNKNOWN) return TRUE
      if (paid === TRUE) some = true
      else none = false
      if (holds === TRUE) break
    }
    return some ? (none ? TRUE : UNKNOWN) : FALSE
  }
}

/** The base of a subsidised window: dates first, then the sum inside; only what lies close to a fen is computed exactly. */
function windowPays(
  base: WindowedBase,
  ratio: number,
  enough: number,
  numbering: Numbering,
  exact: PaysTest,
): PaysTest {
  const place = (fact: string): number => numbering.placeOf.get(fact) ?? -1
  const start = place(base.start)
  const end = place(base.end)
  const inWindow = place(base.inWindow)
  const settled = place(base.settled)
  const excluded = place(base.excluded)
  const from = dayNumber(base.window.from)
  const to = dayNumber(base.window.to)
  const least = smallestBase(ratio, enough)
  return (classes, row, facts) => {
    const first = row[start] as number
    const last = row[end] as number
    // Comparisons with NaN are false: an unknown date lies nowhere.
    if (first > to || last < from) return FALSE
    const inside = row[inWindow] as number
    if (!Number.isNaN(inside)) return inside >= least ? TRUE : FALSE
    const whole = row[settled] as number
    if (Number.isNaN(whole)) return TRUE
    const most = whole - ((row[excluded] as number) || 0)
    const part = last >= first ? (Math.min(last, to) - Math.max(first, from) + 1) / (last - first + 1) : 1
    return most * part * ratio > enough + 1 ? TRUE : exact(classes, row, facts)
  }
}

/** So much a year: rough arithmetic settles all but sums of a few fen. */
function yearsPay(
  sum: Extract<Sum, { share: number }> & { readonly of: string },
  enough: number,
  numbering: Numbering,
  exact: PaysTest,
): PaysTest {
  const base = numbering.placeOf.get(sum.of) ?? -1
  const runs = numbering.placeOf.get(sum.years?.fact ?? '') ?? -1
  const longest = sum.years?.atMost ?? 0
  return (classes, row, facts) => {
    const years = row[runs] as number
    const whole = row[base] as number
    // An unknown base doubts nothing, unless there is no year to pay for.
    if (Number.isNaN(whole) && !(years <= 0)) return TRUE
    const rough = whole * sum.share * Math.min(Number.isNaN(years) ? longest : years, longest)
    return rough > enough + 1 ? TRUE : exact(classes, row, facts)
  }
}

const VERDICT_OF: Record<Truth, Verdict> = { true: TRUE, false: FALSE, unknown: UNKNOWN }

/** The statements whose classes a pays test reads, so that digits are cut for them. */
export function leavesOfPays(amount: AmountRule): readonly Leaf[] {
  if (!('sum' in amount)) return []
  const enough = enoughOf(amount)
  const { sum } = amount
  const own = bounds(sum, enough) ?? []
  if ('total' in sum) return [...own, ...sum.total.flatMap((part) => bounds(part, 1) ?? [])]
  if (!('choose' in sum)) return own
  const branches = [...sum.choose.map((option) => option.sum), sum.otherwise].flatMap(
    (part) => bounds(part, enough) ?? [],
  )
  return [...own, ...conditionsOfSum(sum).flatMap(leavesOf), ...branches]
}

/** Compiles "the sum pays" for sums that single bounds cannot say. */
export function paysTest(amount: AmountRule, places: DigitPlaces, numbering: Numbering): PaysTest {
  const exact: PaysTest = (_classes, _row, facts) => VERDICT_OF[paysTruth(amount, facts)]
  if (!('sum' in amount)) return () => TRUE
  const { sum } = amount
  const enough = enoughOf(amount)
  if ('total' in sum && enough === 1) {
    // A total is nothing only when each part is: one part that pays, or may, is enough.
    const parts = sum.total.map((part) => bounds(part, 1))
    if (parts.every((part) => part?.length === 1))
      return orPays(classTest(places, { any: parts.flatMap((part) => part ?? []) }))
  }
  if ('choose' in sum) {
    const branches = branchesOf(sum, enough, places)
    if (branches) return chosenPays(branches)
  }
  if ('share' in sum && typeof sum.of !== 'string' && !sum.years && !sum.lifetime) {
    return windowPays(sum.of, sum.share, enough, numbering, exact)
  }
  if ('share' in sum && typeof sum.of === 'string' && sum.years && !sum.lifetime && (sum.cap ?? enough) >= enough) {
    return yearsPay({ ...sum, of: sum.of }, enough, numbering, exact)
  }
  return exact
}
