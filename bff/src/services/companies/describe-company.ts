import type { CompanyDetail } from '@suanhui/shared/api'
import { appendReading } from '../../audit/append-reading'
import type { Deps } from '../../deps'
import { noSuchCompany } from '../../middleware/member'
import type { Queries, Transaction } from '../../stores/database'
import { openProfile } from './profile-store'

interface Reader {
  readonly companyId: string
  readonly personId: string
}

/** A company in full, for one of its members; that they read it is kept. @throws {AppError} NOT_FOUND */
export async function describeCompany(
  world: Pick<Deps, 'vault' | 'clock'>,
  transaction: Transaction,
  { companyId, personId }: Reader,
): Promise<CompanyDetail> {
  const company = await companyInFull(world, transaction, { companyId, personId })
  await appendReading(transaction, {
    at: world.clock(),
    actorId: personId,
    action: 'company.read',
    subjectIds: [companyId],
  })
  return company
}

/** The same for a caller that audits an act of its own. @throws {AppError} NOT_FOUND */
export async function companyInFull(
  world: Pick<Deps, 'vault'>,
  queries: Queries,
  { companyId, personId }: Reader,
): Promise<CompanyDetail> {
  const row = await queries
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
    row.profile === null ? {} : await openProfile(world, queries, { company_id: row.id, profile: row.profile })
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
