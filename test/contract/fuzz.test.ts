import { ErrorEnvelope, MatchAnswer } from '@suanhui/shared/api'
import { factDefinitions } from '@suanhui/shared/facts'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { testServer } from './server'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer({ log: { info: () => {}, warn: () => {}, error: () => {} } })
})

const factId = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...Object.keys(factDefinitions)) },
  fc.constantFrom('__proto__', 'constructor', 'toString', ''),
  fc.string(),
)
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, false, 0, 1, 1e308, 2 ** 53 - 1, -1, 0.5, '430104', '999999', '0000-01-01', '9999-12-31'),
  fc.constantFrom('enterprise', 'university', 'none', 'new', ['ai'], ['buys_compute'], []),
)
const body = fc.oneof(
  { weight: 4, arbitrary: fc.record({ facts: fc.dictionary(factId, value) }) },
  fc.record(
    { facts: fc.dictionary(factId, value), asOf: value, explain: value, more: value },
    { requiredKeys: ['facts'] },
  ),
  fc.jsonValue(),
)

async function bearable(response: Response): Promise<void> {
  const answer: unknown = await response.json()
  if (response.status === 200) MatchAnswer.parse(answer)
  else {
    expect([400, 415, 422]).toContain(response.status)
    ErrorEnvelope.parse(answer)
  }
}

/** Only values that can be taken, so that the rules themselves meet the strangest company. */
const company = fc.record(
  Object.fromEntries(
    Object.entries(factDefinitions).map(([id, definition]): [string, fc.Arbitrary<unknown>] => {
      switch (definition.type) {
        case 'bool':
          return [id, fc.boolean()]
        case 'date':
          return [id, fc.constantFrom('0000-01-01', '0001-02-03', '2026-11-03', '2028-10-26', '9998-12-31')]
        case 'code':
          return [id, fc.constantFrom('000000', '430104', '140105', '999999')]
        case 'one of':
          return [id, fc.constantFrom(...Object.keys(definition.options))]
        case 'set of':
          return [id, fc.subarray(Object.keys(definition.options))]
        case 'fen':
          return [id, fc.constantFrom(0, 1, 5_000_000, 40_000_000, Number.MAX_SAFE_INTEGER)]
        case 'int':
          return [id, fc.constantFrom(0, 1, 100, 1_000_000)]
        default:
          return [id, fc.constantFrom(0, 1e-300, 0.15, 1.25, 100, Number.MAX_VALUE)]
      }
    }),
  ),
  { requiredKeys: [] },
)

describe('POST /v1/match', () => {
  it('answers or refuses whatever JSON comes, and never breaks', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (one) => bearable(await server.match(one))),
      { numRuns: 300 },
    )
  })

  it('refuses whatever is not JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => bearable(await server.match(text))),
      { numRuns: 100 },
    )
  })

  it('has an answer, by its contract, for the strangest company that can be', async () => {
    await fc.assert(
      fc.asyncProperty(company, fc.constantFrom('none', 'all'), async (facts, explain) => {
        const response = await server.match({ facts, explain })
        expect(response.status).toBe(200)
        MatchAnswer.parse(await response.json())
      }),
      { numRuns: 200 },
    )
  })
})
