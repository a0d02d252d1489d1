import type { Measure } from '../../rules'
import { dataMeasures } from './measures/data'
import { labellingMeasures } from './measures/labelling'
import { platformMeasures } from './measures/platforms'
import { productMeasures } from './measures/products'
import { supportMeasures } from './measures/support'

/** In the order of the clauses, 一 to 十. */
export const measures: readonly Measure[] = [
  ...productMeasures,
  ...platformMeasures,
  ...labellingMeasures,
  ...dataMeasures,
  ...supportMeasures,
]
