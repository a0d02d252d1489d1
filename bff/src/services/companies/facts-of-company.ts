import type { CompanyFacts } from '@suanhui/shared/api'
import { checkFact, type FactTable, type FactValues } from '@suanhui/shared/facts'
import { appendReading } from '../../audit/append-reading'
import type { Deps } from '../../deps'
import type { Queries, Transaction } from '../../stores/database'
import { type KnownFacts, loadFacts } from './facts-store'

type World = Pick<Deps, 'vault' | 'published'>

/** Only what the catalogue of today asks and can take: a fact may have been told under an older one. */
const stillTaken = (table: FactTable, known: KnownFacts): KnownFacts =>
  Object.fromEntries(Object.entries(known).filter(([id, { value }]) => checkFact(table, id, value) === undefined))

/** What is known of the company, for the matcher and the forms; `null` where a person said they do not know. */
export async function factsOfCompany(world: World, queries: Queries, companyId: string): Promise<FactValues> {
  const known = stillTaken(world.published.catalogue.facts, await loadFacts(world, queries, companyId))
  return Object.fromEntries(Object.entries(known).map(([id, { value }]) => [id, value]))
}

/** What is known and where each was heard, for one of its members; that they read it is kept. */
export async function readFacts(
  world: World & Pick<Deps, 'clock'>,
  transaction: Transaction,
  { companyId, personId }: { readonly companyId: string; readonly personId: string },
): Promise<CompanyFacts> {
  const answer = await describeFacts(world, transaction, companyId)
  await appendReading(transaction, {
    at: world.clock(),
    actorId: personId,
    action: 'company.facts.read',
    subjectIds: [companyId],
  })
  return answer
}

/** For a caller that audits an act of its own. */
export async function describeFacts(world: World, queries: Queries, companyId: string): Promise<CompanyFacts> {
  return { facts: stillTaken(world.published.catalogue.facts, await loadFacts(world, queries, companyId)) }
}
