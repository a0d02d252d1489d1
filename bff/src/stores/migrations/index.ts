import { idempotencyKeys } from './001-idempotency-keys'
import { consentingCompanies } from './002-consenting-companies'
import { jobs } from './003-jobs'
import { peopleAndCompanies } from './004-people-and-companies'
import { dataKeys } from './005-data-keys'
import { identity } from './010-identity'
import { audit } from './020-audit'
import { companies } from './021-companies'
import { invitations } from './022-invitations'
import { privacy } from './025-privacy'
import { platforms } from './030-platforms'
import { papers } from './040-papers'
import { claimsStay } from './045-claims-stay'
import { submissions } from './050-submissions'
import { messages } from './060-messages'
import { membersAreThere } from './065-members-are-there'
import { vouchers } from './070-vouchers'
import { withdrawnInvitations } from './071-withdrawn-invitations'
import { auditReadings } from './072-audit-readings'
import { fileSheets } from './073-file-sheets'
import { pinnedRules } from './075-pinned-rules'
import { indexKey } from './076-index-key'
import type { Migration } from './migration'

/** Every step, in order. A test holds this list against the folder. */
export const migrations: readonly Migration[] = [
  idempotencyKeys,
  consentingCompanies,
  jobs,
  peopleAndCompanies,
  dataKeys,
  identity,
  audit,
  companies,
  invitations,
  privacy,
  platforms,
  papers,
  claimsStay,
  submissions,
  messages,
  membersAreThere,
  vouchers,
  withdrawnInvitations,
  auditReadings,
  fileSheets,
  pinnedRules,
  indexKey,
]
