import { awardFacts } from './award'
import { businessFacts } from './business'
import { companyFacts } from './company'
import { computeFacts } from './compute'
import { facilityFacts } from './facility'
import { modelFacts } from './model'
import { platformFacts } from './platform'
import { productFacts } from './product'
import { projectFacts } from './project'
import { providerFacts } from './provider'

/** Every fact that a rule may read, in the order in which people are used to telling them. */
export const factDefinitions = {
  ...companyFacts,
  ...businessFacts,
  ...facilityFacts,
  ...platformFacts,
  ...projectFacts,
  ...productFacts,
  ...modelFacts,
  ...awardFacts,
  ...computeFacts,
  ...providerFacts,
} as const
