import type { IsoDate } from '@suanhui/shared/date'
import { type Decision, type Engine, engineOf } from '@suanhui/shared/decision'
import type { Catalogue } from '@suanhui/shared/rules'
import { everyCompany } from '../stores/consenting-companies'
import type { Database, Queries } from '../stores/database'

type Change = 'gain' | 'lose' | 'more' | 'less'

export interface News {
  readonly companyId: string
  readonly measureId: string
  readonly change: Change
}

/** What the companies that agreed to be told gain and lose between the rules they were last told of and these. */
export interface TakenIn {
  readonly from: string | undefined
  readonly to: string
  readonly companies: number
  readonly news: Readonly<Record<Change, number>>
}

const ceiling = (decision: Decision): number => decision.amount?.maxFen ?? 0

function changeOf(before: Decision | undefined, after: Decision | undefined): Change | undefined {
  const had = before?.status === 'eligible'
  const has = after?.status === 'eligible'
  if (!had && !has) return undefined
  if (!had) return 'gain'
  if (!has) return 'lose'
  const difference = ceiling(after) - ceiling(before)
  return difference === 0 ? undefined : difference > 0 ? 'more' : 'less'
}

function* changes(before: readonly Decision[], after: readonly Decision[]): Generator<readonly [string, Change]> {
  const then = new Map(before.map((one) => [one.measureId, one]))
  const now = new Map(after.map((one) => [one.measureId, one]))
  for (const measureId of new Set([...then.keys(), ...now.keys()])) {
    const change = changeOf(then.get(measureId), now.get(measureId))
    if (change) yield [measureId, change]
  }
}

async function lastTold(queries: Queries): Promise<Catalogue | undefined> {
  const row = await queries
    .selectFrom('catalogue_versions')
    .select('catalogue')
    .orderBy('taken_in_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.catalogue
}

const BATCH = 500

async function queue(queries: Queries, news: readonly News[], version: string): Promise<void> {
  if (news.length === 0) return
  const rows = news.map(({ companyId, measureId, change }) => ({
    company_id: companyId,
    measure_id: measureId,
    catalogue_version: version,
    change,
  }))
  // A run that was interrupted begins anew: what it had queued already stays as it is.
  await queries
    .insertInto('proactive_news')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function compareAll(queries: Queries, before: Engine, after: Engine, on: IsoDate): Promise<TakenIn> {
  const count: Record<Change, number> = { gain: 0, lose: 0, more: 0, less: 0 }
  let companies = 0
  let batch: News[] = []
  for await (const { companyId, facts } of everyCompany(queries)) {
    companies++
    for (const [measureId, change] of changes(before.decideAll(facts, on), after.decideAll(facts, on))) {
      count[change]++
      batch.push({ companyId, measureId, change })
    }
    if (batch.length >= BATCH) {
      await queue(queries, batch, after.catalogue.version)
      batch = []
    }
  }
  await queue(queries, batch, after.catalogue.version)
  return { from: before.catalogue.version, to: after.catalogue.version, companies, news: count }
}

/**
 * Takes in the rules of this build: where they differ from those that companies were last told of, finds out who gains
 * and who loses, and queues one piece of news a company and measure. The first rules ever are only remembered.
 * All or nothing: the new version counts as told only together with its news.
 */
export function takeInCatalogue(database: Database, catalogue: Catalogue, on: IsoDate): Promise<TakenIn> {
  return database.transaction(async (transaction) => {
    const before = await lastTold(transaction)
    const nothing: TakenIn = {
      from: before?.version,
      to: catalogue.version,
      companies: 0,
      news: { gain: 0, lose: 0, more: 0, less: 0 },
    }
    if (before?.version === catalogue.version) return nothing
    const taken = before ? await compareAll(transaction, engineOf(before), engineOf(catalogue), on) : nothing
    await transaction
      .insertInto('catalogue_versions')
      .values({ version: catalogue.version, catalogue: JSON.stringify(catalogue) })
      // Another process of the same build may have been faster: it told the same.
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return taken
  })
}
