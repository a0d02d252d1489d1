import type { FactValues } from '@suanhui/shared/facts'
import type { Queries } from './database'

export interface ConsentingCompany {
  readonly companyId: string
  readonly facts: FactValues
}

/** Companies read at a time: a million do not stand in memory as objects at once. */
const PAGE = 2_000

/** Keeps what is known of a company that agreed to be told; a later call replaces it. Facts are checked before. */
export async function keepCompany(queries: Queries, { companyId, facts }: ConsentingCompany, at: Date): Promise<void> {
  const text = JSON.stringify(facts)
  await queries
    .insertInto('consenting_companies')
    .values({ company_id: companyId, facts: text, consented_at: at })
    .onConflict((conflict) => conflict.column('company_id').doUpdateSet({ facts: text, updated_at: at }))
    .execute()
}

/** More is known of a company: kept where it agreed to be told, else nothing happens. */
export async function refreshCompany(
  queries: Queries,
  { companyId, facts }: ConsentingCompany,
  at: Date,
): Promise<void> {
  await queries
    .updateTable('consenting_companies')
    .set({ facts: JSON.stringify(facts), updated_at: at })
    .where('company_id', '=', companyId)
    .execute()
}

/** Consent withdrawn: the facts go, and what was queued with them. */
export async function forgetCompany(queries: Queries, companyId: string): Promise<void> {
  await queries.deleteFrom('consenting_companies').where('company_id', '=', companyId).execute()
}

/** Every company that agreed, in the order of its id. */
export async function* everyCompany(queries: Queries): AsyncGenerator<ConsentingCompany> {
  let after = ''
  for (;;) {
    const page = await queries
      .selectFrom('consenting_companies')
      .select(['company_id', 'facts'])
      .where('company_id', '>', after)
      .orderBy('company_id')
      .limit(PAGE)
      .execute()
    for (const { company_id, facts } of page) yield { companyId: company_id, facts }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last.company_id
  }
}
