import type { CompanyDetail } from '@suanhui/shared/api'
import { appendAudit } from '../../audit/append-audit'
import type { Deps } from '../../deps'
import { noSuchCompany } from '../../middleware/member'
import type { Transaction } from '../../stores/database'
import { openProfile } from './profile-store'

/** A company in full, for one of its members; that they read it is kept. @throws {AppError} NOT_FOUND */
export async function describeCompany(
  world: Pick<Deps, 'vault' | 'clock'>,
  transaction: Transaction,
  { companyId, personId }: { readonly companyId: string; readonly personId: string },
): Promise<CompanyDetail> {
  const row = await transaction
    .selectFrom('companies')
    .innerJoin('company_members', 'company_members.company_id', 'companies.id')
    .leftJoin('company_profiles', 'company_profiles.company_id', 'companies.id')
    .select(['companies.id', 'credit_code', 'name', 'region', 'role', 'companies.created_at'])
    .select(['version', 'source', 'profile', 'updated_at'])
    .where('companies.id', '=', companyId)
    .where('company_members.person_id', '=', personId)
    .executeTakeFirst()
  if (row === undefined) throw noSuchCompany()
  const profile =
    row.profile === null ? {} : await openProfile(world, transaction, { company_id: row.id, profile: row.profile })
  await appendAudit(transaction, {
    at: world.clock(),
    actorId: personId,
    action: 'company.read',
    subjectIds: [companyId],
    outcome: 'done',
  })
  return {
    id: row.id,
    creditCode: row.credit_code,
    name: row.name,
    region: row.region,
    role: row.role,
    version: row.version ?? 0,
    source: row.source ?? 'person',
    profile,
    updatedAt: (row.updated_at ?? row.created_at).toISOString(),
  }
}
