import type { Measure } from '../../rules'
import { companyMeasures } from './companies'
import { computeBaseMeasures } from './compute-base'
import { ecosystemMeasures } from './ecosystem'
import { financeMeasures } from './finance'
import { innovationMeasures } from './innovation'
import { lowCarbonMeasures } from './low-carbon'
import { openSourceMeasures } from './open-source'
import { platformMeasures } from './platforms'
import { productMeasures } from './products'
import { talentMeasures } from './talent'

/** One file a clause, in the order of the text. */
export const measures: readonly Measure[] = [
  ...computeBaseMeasures,
  ...innovationMeasures,
  ...productMeasures,
  ...lowCarbonMeasures,
  ...companyMeasures,
  ...platformMeasures,
  ...talentMeasures,
  ...openSourceMeasures,
  ...ecosystemMeasures,
  ...financeMeasures,
]
