import type { MeasureCases } from '../../rules'
import { companyCases } from './cases/companies'
import { computeBaseCases } from './cases/compute-base'
import { ecosystemCases } from './cases/ecosystem'
import { financeCases } from './cases/finance'
import { innovationCases } from './cases/innovation'
import { lowCarbonCases } from './cases/low-carbon'
import { openSourceCases } from './cases/open-source'
import { platformCases } from './cases/platforms'
import { productCases } from './cases/products'
import { talentCases } from './cases/talent'

/** One file a clause, in the order of the text. */
export const cases: readonly MeasureCases[] = [
  ...computeBaseCases,
  ...innovationCases,
  ...productCases,
  ...lowCarbonCases,
  ...companyCases,
  ...platformCases,
  ...talentCases,
  ...openSourceCases,
  ...ecosystemCases,
  ...financeCases,
]
