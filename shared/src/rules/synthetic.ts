import type { FactDefinition, FactScalar, FactTable, FactValues } from '../facts'
import { conditionsOfSum } from './amount'
import type { Sum } from './amount-rule'
import type { Catalogue } from './catalogue'
import { representatives } from './representatives'

/** A stream of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const pick = <T>(values: readonly T[], random: () => number): T | undefined =>
  values[Math.floor(random() * values.length)]

/** Districts in and outside the areas that rules speak of. */
const PLACES = ['430104', '430111', '430181', '430281', '430602', '140105', '140203', '440305', '110108']

function drawnOption(definition: Extract<FactDefinition, { type: 'one of' }>, random: () => number): string {
  const keys = Object.keys(definition.options)
  let rest = random()
  for (const key of keys) {
    rest -= definition.priors?.[key] ?? 1 / keys.length
    if (rest < 0) return key
  }
  return keys.at(-1) ?? ''
}

/** A sum or count as companies have them: over several sizes, a third of the time near a limit of some rule. */
function drawnNumber(limits: readonly FactScalar[], typical: number, random: () => number): number {
  const numbers = limits.filter((limit): limit is number => typeof limit === 'number' && limit > 0)
  const limit = pick(numbers, random) ?? typical
  if (random() < 0.3) return limit
  return limit * 10 ** (random() * 3 - 2)
}

type Limit = readonly [fact: string, at: number]

/** Where a sum stops growing or takes its next step: companies on both sides are what shows a cap that was changed. */
function limitsOfSum(sum: Sum): readonly Limit[] {
  if ('total' in sum) return sum.total.flatMap(limitsOfSum)
  if ('choose' in sum) return [...sum.choose.map((option) => option.sum), sum.otherwise].flatMap(limitsOfSum)
  if ('tiers' in sum) return sum.tiers.map(({ atLeast }): Limit => [sum.by, atLeast])
  if ('flat' in sum || sum.cap === undefined) return []
  if ('each' in sum) return [[sum.of, Math.ceil(sum.cap / sum.each)]]
  const enough = Math.ceil(sum.cap / sum.share / (sum.years?.atMost ?? 1))
  const bases = typeof sum.of === 'string' ? [sum.of] : [sum.of.inWindow, sum.of.settled]
  return bases.map((fact): Limit => [fact, enough])
}

const TYPICAL: Partial<Record<FactDefinition['type'], number>> = { fen: 50_000_000, int: 5, number: 10, ratio: 0.2 }

function drawn(definition: FactDefinition, limits: readonly FactScalar[], random: () => number): FactScalar {
  switch (definition.type) {
    case 'bool':
      return random() < (definition.prior ?? 0.5)
    case 'one of':
      return drawnOption(definition, random)
    case 'set of':
      return Object.keys(definition.options).filter((key) => random() < (definition.priors?.[key] ?? 0.2))
    case 'code':
      return pick(PLACES, random) ?? '430104'
    case 'date':
      return `202${5 + Math.floor(random() * 4)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-15`
    case 'ratio':
    case 'number':
      return Number(drawnNumber(limits, TYPICAL[definition.type] ?? 1, random).toFixed(3))
    default:
      return Math.round(drawnNumber(limits, TYPICAL[definition.type] ?? 1, random))
  }
}

/**
 * Makes companies that exist nowhere, the same ones for the same seed: by the shares that the fact table states, with
 * numbers around the limits of the rules and the caps of their sums. Each fact is known with probability `known`.
 */
export function syntheticCompanies(
  catalogue: Pick<Catalogue, 'documents' | 'facts'>,
  seed: number,
  known = 1,
): () => FactValues {
  const random = seeded(seed)
  const measures = catalogue.documents.flatMap((document) => document.measures)
  const conditions = measures.flatMap((measure) => [
    ...measure.criteria,
    ...('sum' in measure.amount ? conditionsOfSum(measure.amount.sum) : []),
  ])
  const limits = new Map(representatives(conditions, catalogue.facts))
  for (const { amount } of measures) {
    for (const [fact, at] of 'sum' in amount ? limitsOfSum(amount.sum) : [])
      limits.set(fact, [...(limits.get(fact) ?? []), at])
  }
  const table: readonly (readonly [string, FactTable[string]])[] = Object.entries(catalogue.facts)
  return () => {
    const facts: Record<string, FactScalar> = {}
    for (const [id, definition] of table) {
      const value = drawn(definition, limits.get(id) ?? [], random)
      if (random() < known) facts[id] = value
    }
    return facts
  }
}
