import type { FactScalar, FactValues } from '@suanhui/shared/facts'
import { cases as hn20254 } from '@suanhui/shared/policies/hn-2025-4/cases'
import { cases as hn2026168 } from '@suanhui/shared/policies/hn-2026-168/cases'
import { cases as sx202435 } from '@suanhui/shared/policies/sx-2024-35/cases'
import { type Condition, conditionsOfSum, representatives, seeded } from '@suanhui/shared/rules'
import { placed, twelve } from '../twelve'
import { definitionOf, factsRead } from './plain'

type Told = Record<string, FactScalar>

const conditions: readonly Condition[] = placed.flatMap(({ measure }) => [
  ...measure.criteria,
  ...('sum' in measure.amount ? conditionsOfSum(measure.amount.sum) : []),
])
const classes = representatives(conditions, twelve.facts)

const PLACES = ['430104', '430281', '430602', '140105', '140203', '440305']
const SIZES: Readonly<Record<string, number>> = { fen: 10_000_000_000, int: 200, number: 200, ratio: 1 }

/** For each of the twelve, a company that is eligible for it: the one that its cases start from. */
const eligible: readonly Readonly<Record<string, unknown>>[] = [
  ['hn-2025-4', hn20254] as const,
  ['hn-2026-168', hn2026168] as const,
  ['sx-2024-35', sx202435] as const,
].flatMap(([document, all]) =>
  all.filter(({ measure }) => placed.some(({ id }) => id === `${document}/${measure}`)).map(({ given }) => given),
)

function drawn(id: string, random: () => number): FactScalar {
  const definition = definitionOf(id)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  switch (definition.type) {
    case 'bool':
      return random() < 0.5
    case 'one of':
      return pick(Object.keys(definition.options))
    case 'set of':
      return Object.keys(definition.options).filter(() => random() < 0.3)
    case 'code':
      return pick(PLACES)
    case 'date':
      return `202${5 + Math.floor(random() * 5)}-${10 + Math.floor(random() * 3)}-${10 + Math.floor(random() * 18)}`
    default: {
      const limits = classes.get(id) ?? []
      if (limits.length > 0 && random() < 0.4) return pick(limits)
      const value = (SIZES[definition.type] ?? 1) * random() ** 4
      return definition.type === 'fen' || definition.type === 'int' ? Math.round(value) : Number(value.toFixed(3))
    }
  }
}

/**
 * Seeded companies with everything known that the twelve measures read; half of them start from a company that one of
 * the measures pays. The sum inside the voucher's window stays out, so that the service has to be prorated.
 */
export function profiles(count: number, seed = 20250218): readonly FactValues[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => {
    const facts: Told = Object.fromEntries(factsRead.map((id) => [id, drawn(id, random)]))
    const start = eligible[Math.floor(random() * eligible.length * 2)]
    for (const id of factsRead) {
      const value = start?.[id]
      if (value !== undefined && value !== null) facts[id] = value as FactScalar
    }
    delete facts['compute.settledInWindowFen']
    const [from, to] = [facts['compute.serviceStart'] ?? '', facts['compute.serviceEnd'] ?? '']
    if (to < from) Object.assign(facts, { 'compute.serviceStart': to, 'compute.serviceEnd': from })
    return facts
  })
}

/** The same with each fact hidden by this chance. */
export function hidden(all: readonly FactValues[], chance: number, seed = 7): readonly FactValues[] {
  const random = seeded(seed)
  return all.map((facts) => Object.fromEntries(Object.entries(facts).filter(() => random() >= chance)))
}
