import { companyFacts } from './company'
import { businessFacts } from './business'
import { facilityFacts } from './facility'
import { platformFacts } from './platform'
import { productFacts } from './product'
import { computeFacts } from './compute'

/** Every fact that a rule may read, in the order in which people are used to telling them. */
export const factDefinitions = {
  ...companyFacts,
  ...businessFacts,
  ...facilityFacts,
  ...platformFacts,
  ...productFacts,
  ...computeFacts,
} as const
