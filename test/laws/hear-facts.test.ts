import type { KnownFacts } from '@suanhui/bff/services/companies/facts-store'
import { type Heard, hearFacts } from '@suanhui/bff/services/companies/hear-facts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const ID = 'company.sme'
const heard: fc.Arbitrary<Heard> = fc.record({
  value: fc.constantFrom(true, false, null, 'a'),
  source: fc.constantFrom('registry', 'person', 'paper'),
  knownOn: fc.constantFrom('2026-11-19', '2026-11-20', '2026-11-21'),
  updatedAt: fc.constant('2026-11-21T00:00:00.000Z'),
})
const all = (said: readonly Heard[]) => said.reduce<KnownFacts>((known, one) => hearFacts(known, { [ID]: one }), {})[ID]

describe('what is heard of a company', () => {
  it('is what a person said last, whatever anyone else says before or after', () => {
    fc.assert(
      fc.property(fc.array(heard, { minLength: 1 }), (said) => {
        const own = said.filter(({ source }) => source === 'person').at(-1)
        fc.pre(own !== undefined)
        expect(all(said)).toMatchObject({ value: own?.value, source: 'person' })
      }),
    )
  })

  it('is the latest knowledge where no person said anything', () => {
    fc.assert(
      fc.property(fc.array(heard, { minLength: 1 }), (said) => {
        const others = said.filter(({ source }) => source !== 'person')
        fc.pre(others.length > 0)
        const latest = others.reduce((one, other) => (other.knownOn < one.knownOn ? one : other))
        expect(all(others)).toEqual(latest)
      }),
    )
  })

  it('suggests only what somebody else said, and only where it differs', () => {
    fc.assert(
      fc.property(fc.array(heard, { minLength: 1 }), (said) => {
        const fact = all(said)
        if (fact?.suggested === undefined) return
        expect(fact.source).toBe('person')
        expect(fact.suggested.source).not.toBe('person')
        expect(fact.suggested.value).not.toBe(fact.value)
      }),
    )
  })

  it('about one fact leaves the others as they are', () => {
    const one: Heard = { value: true, source: 'person', knownOn: '2026-11-21', updatedAt: '2026-11-21T00:00:00.000Z' }
    expect(hearFacts({ 'company.kind': one }, { [ID]: { ...one, value: false } })).toEqual({
      'company.kind': one,
      [ID]: { ...one, value: false },
    })
  })
})
