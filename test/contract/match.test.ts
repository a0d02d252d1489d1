import { MatchAnswer } from '@suanhui/shared/api'
import type { Answer } from '@suanhui/shared/decision'
import { factDefinitions } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import { beforeAll, describe, expect, it } from 'vitest'
import { BUYER, errorOf, TODAY, testServer } from './server'

const VOUCHER = 'hn-2026-168/compute-voucher'
let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})

const answerTo = async (body: unknown): Promise<Answer> => {
  const response = await server.match(body)
  expect(response.status).toBe(200)
  return MatchAnswer.parse(await response.json())
}
const decisionIn = (answer: Answer, id = VOUCHER) => answer.decisions.find((one) => one.measureId === id)

describe('POST /v1/match', () => {
  it('gives a company that signed outside the platform its voucher, the ceiling and the filing date', async () => {
    const answer = await answerTo({ facts: BUYER, asOf: TODAY, explain: [VOUCHER] })
    expect(decisionIn(answer)).toMatchObject({
      status: 'eligible',
      amount: { basis: 'up_to', minFen: 0, maxFen: 12_000_000 },
      missing: [],
      warnings: [{ code: 'filing_due', dueOn: '2026-12-03' }],
    })
    const criteria = decisionIn(answer)?.criteria ?? []
    expect(criteria.length).toBe(decisionIn(answer)?.total)
    expect(criteria.map((one) => one.status)).toEqual(criteria.map(() => 'met'))
    expect(criteria.map((one) => one.cite.document)).toEqual(criteria.map(() => 'hn-2026-168'))
    expect(answer.plan.selected).toContain(VOUCHER)
  })

  it('names every measure of the catalogue once, in its order', async () => {
    const { decisions } = await answerTo({ facts: {} })
    expect(decisions.map((one) => one.measureId)).toEqual(
      catalogue.documents.flatMap(({ id, measures }) => measures.map(({ slug }) => `${id}/${slug}`)),
    )
  })

  it('takes today in Shanghai where no day is given', async () => {
    expect((await answerTo({ facts: {} })).asOf).toBe(TODAY)
    expect((await answerTo({ facts: {}, asOf: '2027-01-01' })).asOf).toBe('2027-01-01')
  })

  it('answers for far days too', async () => {
    const { decisions } = await answerTo({ facts: {}, asOf: '1998-02-28' })
    expect(new Set(decisions.map((one) => one.inactiveReason))).toEqual(new Set(['not_yet_in_force']))
    expect((await answerTo({ facts: BUYER, asOf: '9998-12-31' })).decisions[0]?.status).toBe('inactive')
  })

  it.each([
    [undefined, []],
    ['none', []],
    [[], []],
    [[VOUCHER], [VOUCHER]],
  ])('explain %j carries the criteria of %j', async (explain, expected) => {
    const { decisions } = await answerTo({ facts: BUYER, ...(explain !== undefined && { explain }) })
    expect(decisions.filter((one) => one.criteria !== undefined).map((one) => one.measureId)).toEqual(expected)
  })

  it('explain "all" carries the criteria of all', async () => {
    const { decisions } = await answerTo({ facts: BUYER, explain: 'all' })
    expect(decisions.every((one) => one.criteria?.length === one.total)).toBe(true)
  })

  it('says what an unmet number lacks', async () => {
    const answer = await answerTo({ facts: { ...BUYER, 'compute.annualPurchaseFen': 4_000_000 }, explain: 'all' })
    expect(decisionIn(answer)?.status).toBe('ineligible')
    expect(decisionIn(answer)?.criteria?.find((one) => one.status === 'unmet')?.shortfall).toEqual({
      fact: 'compute.annualPurchaseFen',
      needed: 5_000_000,
      given: 4_000_000,
    })
  })

  it('takes null for every fact and asks for none of them again', async () => {
    const declined = Object.fromEntries(Object.keys(factDefinitions).map((id) => [id, null]))
    expect((await answerTo({ facts: declined })).nextQuestions).toEqual([])
  })

  it('carries the version of the catalogue that it gives out', async () => {
    const { version } = (await (await server.get('/v1/catalogue')).json()) as { version: string }
    expect((await answerTo({ facts: {} })).catalogueVersion).toBe(version)
    expect(version).toMatch(/^\d{4}-\d{2}-\d{2}\+[0-9a-f]{8}$/)
  })
})

/** Each bad input of CATALOGUE.md, and the name under which the refusal must list it. */
const REFUSED: readonly (readonly [what: string, body: unknown, fields: readonly string[]])[] = [
  ['an unknown fact', { facts: { 'company.colour': 'red' } }, ['company.colour']],
  ['a sum as text', { facts: { 'compute.annualPurchaseFen': '40000000' } }, ['compute.annualPurchaseFen']],
  ['a negative sum', { facts: { 'compute.annualPurchaseFen': -1 } }, ['compute.annualPurchaseFen']],
  ['half a fen', { facts: { 'compute.annualPurchaseFen': 0.5 } }, ['compute.annualPurchaseFen']],
  ['a sum past 2⁵³', '{"facts":{"compute.settledFen":9007199254740993}}', ['compute.settledFen']],
  ['a yes as text', { facts: { 'compute.resold': 'false' } }, ['compute.resold']],
  ['a yes as number', { facts: { 'compute.resold': 0 } }, ['compute.resold']],
  ['a day that does not exist', { facts: { 'compute.contractSignedOn': '2026-02-29' } }, ['compute.contractSignedOn']],
  ['a day with a time', { facts: { 'compute.filedOn': '2026-11-03T00:00:00Z' } }, ['compute.filedOn']],
  ['a day in slashes', { facts: { 'compute.serviceStart': '2026/11/03' } }, ['compute.serviceStart']],
  ['a region of four digits', { facts: { 'company.region': '4301' } }, ['company.region']],
  ['a region as number', { facts: { 'company.region': 430104 } }, ['company.region']],
  ['an unknown kind', { facts: { 'company.kind': 'shop' } }, ['company.kind']],
  ['a kind as prototype key', { facts: { 'company.kind': 'constructor' } }, ['company.kind']],
  ['an unknown activity', { facts: { 'company.activities': ['buys_compute', 'sings'] } }, ['company.activities']],
  ['one activity without a list', { facts: { 'company.activities': 'buys_compute' } }, ['company.activities']],
  ['a list in a list', { facts: { 'company.sectors': [['ai']] } }, ['company.sectors']],
  ['an object as value', { facts: { 'company.kind': {} } }, ['company.kind']],
  ['a count with a fraction', { facts: { 'facility.racks': 1.5 } }, ['facility.racks']],
  ['a negative count', { facts: { 'patents.grantedInPeriod': -1 } }, ['patents.grantedInPeriod']],
  ['a negative share', { facts: { 'facility.cloudRevenueRatio': -0.1 } }, ['facility.cloudRevenueRatio']],
  ['a number as text', { facts: { 'facility.pue': '1.2' } }, ['facility.pue']],
  ['a number past all bounds', '{"facts":{"facility.pflops":1e999}}', ['facility.pflops']],
  ['__proto__ as fact', '{"facts":{"__proto__":{"company.kind":"enterprise"}}}', ['__proto__']],
  ['constructor as fact', { facts: { constructor: true } }, ['constructor']],
  ['toString as fact', { facts: { toString: null } }, ['toString']],
  ['no facts', {}, ['facts']],
  ['facts as null', { facts: null }, ['facts']],
  ['facts as list', { facts: [] }, ['facts']],
  ['facts as text', { facts: 'company.kind' }, ['facts']],
  ['a day of asking that does not exist', { facts: {}, asOf: '2026-11-31' }, ['asOf']],
  ['a day of asking as number', { facts: {}, asOf: 20261121 }, ['asOf']],
  ['a day of asking as null', { facts: {}, asOf: null }, ['asOf']],
  ['an unknown measure to explain', { facts: {}, explain: ['hn-2026-168/free-money'] }, ['explain']],
  ['a document to explain', { facts: {}, explain: ['hn-2026-168'] }, ['explain']],
  ['an unknown word to explain', { facts: {}, explain: 'some' }, ['explain']],
  ['numbers to explain', { facts: {}, explain: [1] }, ['explain']],
  ['explain as null', { facts: {}, explain: null }, ['explain']],
  ['an unknown key', { facts: {}, fact: {} }, ['fact']],
  ['__proto__ as key', '{"facts":{},"__proto__":{}}', ['__proto__']],
  ['a list as body', [], ['body']],
  ['null as body', 'null', ['body']],
  ['text as body', '"facts"', ['body']],
  [
    'everything wrong at once',
    { facts: { 'company.region': 'x', 'compute.resold': 1, what: 0 }, asOf: 'today', explain: 'no', extra: 1 },
    ['asOf', 'company.region', 'compute.resold', 'explain', 'extra', 'what'],
  ],
]

describe('POST /v1/match refuses', () => {
  it.each(REFUSED)('%s', async (_what, body, fields) => {
    const response = await server.match(body)
    expect(response.status).toBe(422)
    const error = await errorOf(response)
    expect(error.code).toBe('INVALID_INPUT')
    expect(error.fields?.map(({ field }) => field).sort()).toEqual([...fields])
    for (const { message } of error.fields ?? []) expect(message).toMatch(/\p{Script=Han}/u)
    expect(Object.keys(error).sort()).toEqual(['code', 'fields', 'message', 'requestId'])
  })

  it.each(Object.keys(factDefinitions))('a value of no type at all for %s, by its name', async (id) => {
    const error = await errorOf(await server.match({ facts: { [id]: { not: 'a value' } } }))
    expect(error.fields?.map(({ field }) => field)).toEqual([id])
  })

  it('unknown measures, all of them by name', async () => {
    const error = await errorOf(await server.match({ facts: {}, explain: ['a/b', VOUCHER, 'c/d', 'a/b'] }))
    expect(error.fields?.[0]?.message).toBe('没有这样的措施：a/b、c/d')
  })
})
