import { CompanyFacts } from '@suanhui/shared/api'
import type { Deps } from '../../deps'
import { noSuchCompany } from '../../middleware/member'
import { refreshCompany } from '../../stores/consenting-companies'
import type { Queries, Transaction } from '../../stores/database'

export type KnownFacts = CompanyFacts['facts']

type World = Pick<Deps, 'vault'>

const place = (row: string) => ({ table: 'company_facts', column: 'facts', row })
const ownerOf = (id: string) => ({ kind: 'company', id }) as const

/**
 * Whoever changes this company at the same time waits for the end of this transaction; who only refers to it, as a new
 * paper does, need not. @throws {AppError} NOT_FOUND
 */
export async function lockCompany(transaction: Transaction, companyId: string): Promise<void> {
  const row = await transaction
    .selectFrom('companies')
    .select('id')
    .where('id', '=', companyId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) throw noSuchCompany()
}

/** Everything that was heard, with where it was heard. */
export async function loadFacts({ vault }: World, queries: Queries, companyId: string): Promise<KnownFacts> {
  const row = await queries
    .selectFrom('company_facts')
    .select('facts')
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  if (row === undefined) return {}
  const text = await vault.open(queries, ownerOf(companyId), place(companyId), row.facts)
  return CompanyFacts.shape.facts.parse(JSON.parse(text))
}

/** Behind `lockCompany`. New rules are held against what is known now, where the company agreed to that. */
export async function saveFacts(
  { vault }: World,
  transaction: Transaction,
  companyId: string,
  known: KnownFacts,
  at: Date,
): Promise<void> {
  const facts = await vault.seal(transaction, ownerOf(companyId), place(companyId), JSON.stringify(known))
  await transaction
    .insertInto('company_facts')
    .values({ company_id: companyId, facts, updated_at: at })
    .onConflict((conflict) => conflict.column('company_id').doUpdateSet({ facts, updated_at: at }))
    .execute()
  const values = Object.fromEntries(Object.entries(known).map(([id, { value }]) => [id, value]))
  await refreshCompany(transaction, { companyId, facts: values }, at)
}
