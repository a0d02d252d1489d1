import type { FactValues } from '@suanhui/shared/facts'
import type { Catalogue } from '@suanhui/shared/rules'
import type { Defaulted, Json } from './tables/column'
import type { CompanyTables } from './tables/companies'
import type { DataKeyTables } from './tables/data-keys'
import type { IdentityTables } from './tables/identity'
import type { JobTables } from './tables/jobs'
import type { MessageTables } from './tables/messages'
import type { PaperTables } from './tables/papers'
import type { PeopleTables } from './tables/people'
import type { PlatformTables } from './tables/platforms'
import type { PrivacyTables } from './tables/privacy'
import type { SubmissionTables } from './tables/submissions'

/** Kept by `migrate`. */
export interface SchemaMigrationsTable {
  readonly id: string
  /** SHA-256 of the migration's text, hex. */
  readonly checksum: string
  readonly applied_at: Defaulted<Date>
}

/** The first answer to a write, kept with its effect; see `idempotency.ts`. */
export interface IdempotencyKeysTable {
  readonly scope: string
  readonly key: string
  readonly request_hash: string
  readonly status: number
  readonly body: Json<unknown>
  readonly created_at: Defaulted<Date>
}

/** What is known of a company that agreed to be told of what fits it. */
export interface ConsentingCompaniesTable {
  readonly company_id: string
  readonly facts: Json<FactValues>
  readonly consented_at: Date
  readonly updated_at: Defaulted<Date>
}

/** The rules as they were when companies were last told. */
export interface CatalogueVersionsTable {
  readonly version: string
  readonly catalogue: Json<Catalogue>
  readonly taken_in_at: Defaulted<Date>
}

/** What a change of rules means for one company, waiting to be sent: once a measure and version. */
export interface ProactiveNewsTable {
  readonly company_id: string
  readonly measure_id: string
  readonly catalogue_version: string
  readonly change: 'gain' | 'lose' | 'more' | 'less'
  readonly queued_at: Defaulted<Date>
}

/** Every table, by its name in SQL: those of one matter stand together in `tables/`. */
export interface Tables
  extends CompanyTables,
    DataKeyTables,
    IdentityTables,
    JobTables,
    MessageTables,
    PaperTables,
    PeopleTables,
    PlatformTables,
    PrivacyTables,
    SubmissionTables {
  readonly schema_migrations: SchemaMigrationsTable
  readonly idempotency_keys: IdempotencyKeysTable
  readonly consenting_companies: ConsentingCompaniesTable
  readonly catalogue_versions: CatalogueVersionsTable
  readonly proactive_news: ProactiveNewsTable
}
