import { idempotencyKeys } from './001-idempotency-keys'
import { consentingCompanies } from './002-consenting-companies'
import type { Migration } from './migration'

/** Every step, in order. A test holds this list against the folder. */
export const migrations: readonly Migration[] = [idempotencyKeys, consentingCompanies]
