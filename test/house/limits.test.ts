import { decide } from '@suanhui/shared/decision'
import type { FactScalar, FactValues } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import { type Condition, evaluate, leavesOf, type MeasureCases } from '@suanhui/shared/rules'
import { describe, expect, it } from 'vitest'

const folders = await Promise.all(
  catalogue.documents.map(
    async (document): Promise<readonly [string, readonly MeasureCases[]]> => [
      document.id,
      ((await import(`../../shared/src/policies/${document.id}/cases.ts`)) as { cases: readonly MeasureCases[] }).cases,
    ],
  ),
)
const casesOf = new Map(folders)

interface Limit {
  readonly id: string
  readonly fact: string
  readonly bound: number
}

const boundOf = (leaf: Condition): number | undefined => {
  const entry = Object.entries(leaf).find(([key]) => ['atLeast', 'moreThan', 'atMost', 'lessThan'].includes(key))
  return entry && (entry[1] as number)
}

const limits: readonly Limit[] = catalogue.documents.flatMap((document) =>
  document.measures.flatMap((measure) => {
    const tiers = 'sum' in measure.amount && 'tiers' in measure.amount.sum ? measure.amount.sum : undefined
    const inTiers = tiers?.tiers.map(({ atLeast }) => ({ fact: tiers.by, bound: atLeast })) ?? []
    const inCriteria = measure.criteria.flatMap(leavesOf).flatMap((leaf) => {
      const bound = boundOf(leaf)
      return bound === undefined ? [] : [{ fact: leaf.fact, bound }]
    })
    const all = [...inCriteria, ...inTiers].map((one) => ({ id: `${document.id}/${measure.slug}`, ...one }))
    return [...new Map(all.map((one) => [`${one.fact} ${one.bound}`, one])).values()]
  }),
)

/** One step of the fact: what the cases must come as close to a limit as. */
function stepOf(fact: string): number {
  const definition = catalogue.facts[fact]
  if (definition && 'step' in definition) return definition.step
  return definition?.type === 'ratio' ? 0.01 : 1
}

/** Every value that the cases of a measure give to a fact. */
function valuesIn(id: string, fact: string): readonly (FactScalar | null | undefined)[] {
  const [document = '', slug] = id.split('/')
  const own = (casesOf.get(document) ?? []).filter((one) => one.measure === slug)
  return own.flatMap(({ given, cases }) =>
    [given, ...cases.map((one) => ({ ...given, ...one.change }))].map(
      (facts) => (facts as Record<string, FactScalar>)[fact],
    ),
  )
}

describe('every limit has a case at it and one just past it', () => {
  it.each(limits)('$id: $fact at $bound', ({ id, fact, bound }) => {
    const values = valuesIn(id, fact)
    expect(values).toContain(bound)
    const near = values.filter(
      (value) => typeof value === 'number' && value !== bound && Math.abs(value - bound) <= stepOf(fact) * 1.0001,
    )
    expect(near.length).toBeGreaterThan(0)
  })
})

describe('without one of its facts a measure is open, and asks for it', () => {
  const without = folders.flatMap(([document, own]) =>
    own.flatMap(({ measure, given, on }) => {
      const rule = catalogue.documents.find(({ id }) => id === document)?.measures.find(({ slug }) => slug === measure)
      const read = new Set((rule?.criteria ?? []).flatMap(leavesOf).map((leaf): string => leaf.fact))
      return Object.keys(given)
        .filter((fact) => read.has(fact))
        .map((fact) => ({ id: `${document}/${measure}`, fact, given: given as FactValues, on, rule }))
    }),
  )

  it.each(without)('$id without $fact', ({ id, fact, given, on, rule }) => {
    const facts = { ...given, [fact]: undefined }
    const decision = decide(catalogue, facts, on).find((one) => one.measureId === id)
    // An alternative may still hold: then the fact was never needed.
    const held = rule?.criteria.every((criterion) => evaluate(criterion, facts) === 'true')
    expect(decision?.status).toBe(held ? 'eligible' : 'undetermined')
    if (!held) expect(decision?.missing).toContain(fact)
  })
})
