import { decide } from '@suanhui/shared/decision'
import type { FactValues } from '@suanhui/shared/facts'
import { sumRange } from '@suanhui/shared/rules'
import { ON } from '../companies'
import { placed, twelve } from '../twelve'
import type { Prepared, Verdicts } from './peer'
import { hidden, profiles } from './profiles'

/** What the reference says: the sum where it is eligible, -1, NaN; undefined where only a base is open. */
function expected(facts: FactValues): readonly (number | undefined)[] {
  return decide(twelve, facts, ON).map(({ status, amount }, index) => {
    if (status === 'ineligible') return -1
    if (status === 'undetermined') return Number.NaN
    const rule = placed[index]?.measure.amount
    const open = rule !== undefined && 'sum' in rule && sumRange(rule.sum, facts).bases.length > 0
    return open ? undefined : (amount?.maxFen ?? 0)
  })
}

/** Peers compute in floating point and do not floor in between: a fen may go either way. */
const FEN = 1

export interface Agreement {
  readonly pairs: number
  readonly eligible: number
  readonly different: number
  readonly example?: string
}

export async function agreement(prepared: Prepared, count: number): Promise<Agreement> {
  let different = 0
  let eligible = 0
  let example: string | undefined
  for (const facts of profiles(count)) {
    const got = await prepared.evaluate(prepared.input(facts))
    for (const [index, want] of expected(facts).entries()) {
      const said = got[index] ?? Number.NaN
      if (want === undefined || Number.isNaN(want)) throw new Error('a complete company has an undecided measure')
      if (want >= 0) eligible++
      const same = want < 0 ? said < 0 : said >= 0 && Math.abs(said - want) <= FEN
      if (same) continue
      different++
      example ??= `${placed[index]?.id}: ${said} instead of ${want} for ${JSON.stringify(facts)}`
    }
  }
  return { pairs: count * placed.length, eligible, different, ...(example !== undefined && { example }) }
}

/** How the answers stand to what is really known. */
export interface Soundness {
  readonly unknownAsNo: number
  readonly unknownAsYes: number
  readonly unknownAsUnknown: number
  readonly knownWrong: number
  readonly knownAsUnknown: number
  readonly known: number
  /** Pairs in which only the base of the sum is open: left out. */
  readonly leftOut: number
  readonly threw: number
}

export async function soundness(prepared: Prepared, count: number): Promise<Soundness> {
  const tally = {
    unknownAsNo: 0,
    unknownAsYes: 0,
    unknownAsUnknown: 0,
    knownWrong: 0,
    knownAsUnknown: 0,
    known: 0,
    leftOut: 0,
    threw: 0,
  }
  for (const facts of hidden(profiles(count), 0.25)) {
    let got: Verdicts
    try {
      got = await prepared.evaluate(prepared.input(facts))
    } catch {
      tally.threw++
      continue
    }
    for (const [index, want] of expected(facts).entries()) {
      const said = got[index] ?? Number.NaN
      if (want === undefined) tally.leftOut++
      else if (Number.isNaN(want))
        tally[Number.isNaN(said) ? 'unknownAsUnknown' : said < 0 ? 'unknownAsNo' : 'unknownAsYes']++
      else {
        tally.known++
        if (Number.isNaN(said)) tally.knownAsUnknown++
        else if (want < 0 !== said < 0) tally.knownWrong++
      }
    }
  }
  return tally
}
