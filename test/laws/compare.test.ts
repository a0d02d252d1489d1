import { compareCatalogues } from '@suanhui/shared/decision'
import { catalogue } from '@suanhui/shared/policies'
import { type Catalogue, syntheticCompanies } from '@suanhui/shared/rules'
import { describe, expect, it } from 'vitest'

const ON = '2026-11-21'
const companies = (count: number, seed = 7) => {
  const next = syntheticCompanies(catalogue, seed)
  return Array.from({ length: count }, next)
}

/** The catalogue with one measure changed, as a reviewer would get it: from its JSON. */
const changed = (id: string, from: string, to: string): Catalogue => {
  const copy = structuredClone(catalogue) as Catalogue
  const documents = copy.documents.map((document) => ({
    ...document,
    measures: document.measures.map((measure) => {
      if (`${document.id}/${measure.slug}` !== id) return measure
      const text = JSON.stringify(measure)
      expect(text).toContain(from)
      return JSON.parse(text.replace(from, to))
    }),
  }))
  return { ...copy, documents }
}

describe('who gains and who loses', () => {
  it('nobody, between a catalogue and itself', () => {
    expect(compareCatalogues(catalogue, structuredClone(catalogue), companies(200), ON)).toEqual([])
  })

  it('a lower bar lets companies in and throws nobody out; a higher one the other way round', () => {
    const lower = changed('hn-2025-4/compute-centre', '"atLeast":50', '"atLeast":5')
    const [change, ...others] = compareCatalogues(catalogue, lower, companies(4_000), ON)
    expect(others).toEqual([])
    expect(change).toMatchObject({ measureId: 'hn-2025-4/compute-centre', lose: 0, losers: [] })
    expect(change?.gain).toBeGreaterThan(0)
    const [back] = compareCatalogues(lower, catalogue, companies(4_000), ON)
    expect(back).toMatchObject({ gain: 0, lose: change?.gain, ceilingFen: -(change?.ceilingFen ?? 0) })
    expect(back?.losers.length).toBeGreaterThan(0)
  })

  it.each(['hn-2025-4/open-source-product', 'hn-2025-4/first-venture-investment'])(
    'a higher cap of %s gives more to those who already had it',
    (id) => {
      const higher = changed(id, '"cap":100000000', '"cap":200000000')
      const [change] = compareCatalogues(catalogue, higher, companies(4_000), ON)
      expect(change).toMatchObject({ measureId: id, gain: 0, lose: 0, less: 0 })
      expect(change?.more).toBeGreaterThan(0)
    },
  )
})

it('the same seed makes the same companies, another seed others', () => {
  expect(companies(5)).toEqual(companies(5))
  expect(companies(5)).not.toEqual(companies(5, 8))
})
