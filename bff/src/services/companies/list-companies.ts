import type { CompanyList } from '@suanhui/shared/api'
import { builtOnce } from '../../stores/built-once'
import type { Queries } from '../../stores/database'

const companiesOf = builtOnce((queries, personId: string) =>
  queries
    .selectFrom('company_members')
    .innerJoin('companies', 'companies.id', 'company_members.company_id')
    .select(['companies.id', 'credit_code', 'name', 'region', 'role'])
    .where('person_id', '=', personId)
    .orderBy('joined_at', 'desc')
    .orderBy('companies.id'),
)

/** The companies this person is in, the one joined last first. */
export async function listCompanies(queries: Queries, personId: string): Promise<CompanyList> {
  const rows = await companiesOf(queries, personId)
  return { companies: rows.map(({ credit_code, ...rest }) => ({ ...rest, creditCode: credit_code })) }
}
