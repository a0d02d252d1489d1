import type { FactValues } from '@suanhui/shared/facts'
import type { CompanyProfile } from '@suanhui/shared/forms'
import type { Deps } from '../../deps'
import type { Queries } from '../../stores/database'
import { factsOfCompany } from '../companies/facts-of-company'
import { openProfile } from '../companies/profile-store'

export interface KnownCompany {
  readonly id: string
  readonly name: string
  readonly creditCode: string
  readonly region: string | null
  /** For filling in forms. */
  readonly profile: CompanyProfile
  readonly facts: FactValues
}

/** What is null was taken back. */
const given = <T extends object>(draft: T): { readonly [K in keyof T]: Exclude<T[K], null> } =>
  Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== null && value !== undefined)) as {
    readonly [K in keyof T]: Exclude<T[K], null>
  }

/** What forms and checks may know of a company. */
export async function knownCompany(
  world: Pick<Deps, 'vault' | 'published'>,
  queries: Queries,
  companyId: string,
): Promise<KnownCompany> {
  const row = await queries
    .selectFrom('companies')
    .leftJoin('company_profiles', 'company_profiles.company_id', 'companies.id')
    .select(['companies.id', 'name', 'credit_code', 'region', 'profile'])
    .where('companies.id', '=', companyId)
    .executeTakeFirstOrThrow()
  const draft =
    row.profile === null ? {} : await openProfile(world, queries, { company_id: companyId, profile: row.profile })
  const facts = await factsOfCompany(world, queries, companyId)
  return {
    id: companyId,
    name: row.name,
    creditCode: row.credit_code,
    region: row.region,
    profile: { ...given(draft), name: row.name, creditCode: row.credit_code },
    facts: { ...(row.region !== null && { 'company.region': row.region }), ...facts },
  }
}
