import { CompanyDraft } from '@suanhui/shared/api'
import type { Selectable } from 'kysely'
import type { Deps } from '../../deps'
import type { Queries, Transaction } from '../../stores/database'
import type { CompanyProfilesTable } from '../../stores/tables/companies'

type World = Pick<Deps, 'vault'>

const place = (row: string) => ({ table: 'company_profiles', column: 'profile', row })

export const sealProfile = (
  { vault }: World,
  transaction: Transaction,
  companyId: string,
  profile: CompanyDraft,
): Promise<string> =>
  vault.seal(transaction, { kind: 'company', id: companyId }, place(companyId), JSON.stringify(profile))

export async function openProfile(
  { vault }: World,
  queries: Queries,
  { company_id, profile }: Pick<Selectable<CompanyProfilesTable>, 'company_id' | 'profile'>,
): Promise<CompanyDraft> {
  const text = await vault.open(queries, { kind: 'company', id: company_id }, place(company_id), profile)
  return CompanyDraft.parse(JSON.parse(text))
}
