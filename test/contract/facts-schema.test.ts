import { buildOpenapi } from '@suanhui/bff/services/build-openapi'
import { checkFacts, type FactDefinition, factDefinitions } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const { components } = buildOpenapi(catalogue) as { components: { schemas: { Facts: object } } }
const ajv = new Ajv2020({ allowUnionTypes: true, strict: false })
formats.default(ajv, ['date'])
const documented = ajv.compile(components.schemas.Facts)

/** Values near to what a fact of the type may be, on both sides of what it may. */
function near(definition: FactDefinition): fc.Arbitrary<unknown> {
  const options = 'options' in definition ? Object.keys(definition.options) : []
  return fc.oneof(
    fc.constantFrom(null, true, false, 0, -0, 1, -1, 0.5, -0.5, 2 ** 53 - 1, 2 ** 53, '', '430104', '43010', '4301040'),
    fc.constantFrom('2026-11-03', '2026-02-29', '2024-02-29', '2026-13-01', '2026-11-3', '2026-11-03 ', '2026-11-31'),
    fc.constantFrom('constructor', '__proto__', [], {}, [1], [null], [['ai']], '43010４'),
    fc.constantFrom(...options, options),
    fc.subarray(options),
    fc.jsonValue({ maxDepth: 1 }),
  )
}

describe('the documentation and the check', () => {
  it.each(Object.entries<FactDefinition>(factDefinitions))('agree on %s', (id, definition) => {
    fc.assert(
      fc.property(near(definition), (value) => {
        const facts = JSON.parse(JSON.stringify({ [id]: value })) as Record<string, unknown>
        expect([value, documented(facts)]).toEqual([value, 'facts' in checkFacts(factDefinitions, facts)])
      }),
      { numRuns: 60 },
    )
  })

  it('agree on facts that do not exist', () => {
    for (const facts of [{ nope: 1 }, { constructor: null }, JSON.parse('{"__proto__":null}') as object]) {
      expect(documented(facts)).toBe(false)
      expect('problems' in checkFacts(factDefinitions, facts as Record<string, unknown>)).toBe(true)
    }
  })
})
