import { countCountry, SharedColumns } from '@suanhui/bff/services/country'
import { findCompanies } from '@suanhui/bff/services/find-companies'
import { takeInCatalogue } from '@suanhui/bff/services/take-in-catalogue'
import { everyCompany, forgetCompany, keepCompany } from '@suanhui/bff/stores/consenting-companies'
import type { Database } from '@suanhui/bff/stores/database'
import { migrate } from '@suanhui/bff/stores/migrate'
import { migrations } from '@suanhui/bff/stores/migrations/index'
import { engineOf } from '@suanhui/shared/decision'
import type { FactValues } from '@suanhui/shared/facts'
import { wan } from '@suanhui/shared/money'
import { catalogue } from '@suanhui/shared/policies'
import { type Catalogue, syntheticCompanies } from '@suanhui/shared/rules'
import { beforeEach, describe, expect, it } from 'vitest'
import { engines, sharedDatabase } from './engines'

const ON = '2026-11-21'
const AT = new Date('2026-11-21T02:00:00Z')

/** Fictitious. Two patent holders, one of them just below the tier; one that owns nothing. */
const holders: Readonly<Record<string, FactValues>> = {
  'company-a': { 'company.region': '430104', 'patents.grantedInPeriod': 50 },
  'company-b': { 'company.region': '430104', 'patents.grantedInPeriod': 49 },
  'company-c': { 'company.region': '430104', 'patents.grantedInPeriod': 0 },
}

const PATENTS = 'hn-2025-4/patents'

/** The rules with the first patent tier at another count, as a new version. */
const withTier = (count: number, version: string): Catalogue => {
  const text = JSON.stringify(catalogue).replaceAll(
    '"patents.grantedInPeriod","atLeast":50',
    `"patents.grantedInPeriod","atLeast":${count}`,
  )
  const tiers = text.replace(`"tiers":[{"atLeast":50,`, `"tiers":[{"atLeast":${count},`)
  return { ...(JSON.parse(tiers) as Catalogue), version }
}

const newsIn = async ({ queries }: Database) =>
  (await queries.selectFrom('proactive_news').selectAll().orderBy('company_id').execute()).map(
    ({ company_id, measure_id, change, catalogue_version }) => [company_id, measure_id, change, catalogue_version],
  )

describe.each(engines)('on the $name engine', (engine) => {
  const database = sharedDatabase(engine)
  beforeEach(async () => {
    await migrate(database(), migrations)
    for (const [companyId, facts] of Object.entries(holders))
      await keepCompany(database().queries, { companyId, facts }, AT)
  })

  it('remembers the first rules, and tells of the next: who gains, who loses, once', async () => {
    const first = await takeInCatalogue(database(), catalogue, ON)
    expect(first).toMatchObject({ from: undefined, news: { gain: 0, lose: 0 } })
    expect(await newsIn(database())).toEqual([])

    const lower = withTier(49, '2026-12-01')
    expect(await takeInCatalogue(database(), lower, ON)).toMatchObject({
      from: catalogue.version,
      to: '2026-12-01',
      companies: 3,
      news: { gain: 1, lose: 0, more: 0, less: 0 },
    })
    expect(await newsIn(database())).toEqual([['company-b', PATENTS, 'gain', '2026-12-01']])

    // Told once: starting again, also twice at once, adds nothing.
    await Promise.all([takeInCatalogue(database(), lower, ON), takeInCatalogue(database(), lower, ON)])
    expect(await newsIn(database())).toHaveLength(1)

    await takeInCatalogue(database(), withTier(50, '2026-12-02'), ON)
    expect((await newsIn(database())).filter(([, , change]) => change === 'lose')).toEqual([
      ['company-b', PATENTS, 'lose', '2026-12-02'],
    ])
  })

  it('a company that withdraws is forgotten, with what was queued for it', async () => {
    await takeInCatalogue(database(), catalogue, ON)
    await takeInCatalogue(database(), withTier(49, '2026-12-01'), ON)
    await forgetCompany(database().queries, 'company-b')
    expect(await newsIn(database())).toEqual([])
    const left: string[] = []
    for await (const { companyId } of everyCompany(database().queries)) left.push(companyId)
    expect(left).toEqual(['company-a', 'company-c'])
  })

  it('keeps the last of what was told, and every fact as it was told', async () => {
    const facts = {
      'company.region': '430104',
      'company.activities': ['buys_compute'],
      'compute.annualPurchaseFen': wan(40),
      'company.sme': null,
    }
    await keepCompany(database().queries, { companyId: 'company-a', facts }, AT)
    for await (const { companyId, facts: kept } of everyCompany(database().queries)) {
      if (companyId === 'company-a') expect(kept).toEqual(facts)
    }
  })

  it('finds those who qualify, as deciding each alone would', async () => {
    const measure = engineOf(catalogue).rules.find((rule) => rule.id === PATENTS)?.measure
    if (measure === undefined) throw new Error('no such measure')
    const found = await findCompanies(catalogue, measure, everyCompany(database().queries))
    expect(found).toEqual({ companies: 3, eligible: ['company-a'], undetermined: 0 })
  })
})

it('agrees with the engine over many companies and every measure in force', async () => {
  const next = syntheticCompanies(catalogue, 11, 0.7)
  const companies = Array.from({ length: 2_500 }, (_, index) => ({ companyId: String(index), facts: next() }))
  const engine = engineOf(catalogue)
  const decided = companies.map(({ facts }) => engine.decideAll(facts, ON))
  const columns = new SharedColumns(catalogue)
  for (const { facts } of companies) columns.add(facts)
  const [one, three] = await Promise.all([countCountry(columns, 1), countCountry(columns, 3)])
  expect(three).toEqual(one)
  for (const { measure, index, document } of engine.rules.filter((rule) => rule.document.listing === 'open')) {
    const found = await findCompanies(catalogue, measure, companies)
    const eligible = companies
      .filter((_, row) => decided[row]?.[index]?.status === 'eligible')
      .map((one) => one.companyId)
    expect([document.id, measure.slug, found.eligible]).toEqual([document.id, measure.slug, eligible])
    const { eligible: many, undetermined } = found
    expect(one[index]).toEqual({ measureId: `${document.id}/${measure.slug}`, eligible: many.length, undetermined })
    expect(found.undetermined).toBe(decided.filter((one) => one[index]?.status === 'undetermined').length)
  }
})
