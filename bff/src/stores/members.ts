import { builtOnce } from './built-once'
import type { Queries } from './database'

export type Role = 'owner' | 'agent'

const memberships = builtOnce((queries, personId: string, companyId: string) =>
  queries
    .selectFrom('company_members')
    .select('role')
    .where('company_id', '=', companyId)
    .where('person_id', '=', personId),
)

/** The person's role in the company; undefined where they have none there, or there is no such company. */
export async function roleIn(queries: Queries, personId: string, companyId: string): Promise<Role | undefined> {
  const [row] = await memberships(queries, personId, companyId)
  return row?.role
}
