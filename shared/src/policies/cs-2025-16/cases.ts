import type { MeasureCases } from '../../rules'
import { dataCases } from './cases/data'
import { labellingCases } from './cases/labelling'
import { modelCases } from './cases/model'
import { openProjectCases } from './cases/open-projects'
import { platformOperationCases } from './cases/platform-operation'
import { productCases } from './cases/products'
import { supportCases } from './cases/support'

export const cases: readonly MeasureCases[] = [
  ...productCases,
  ...modelCases,
  ...platformOperationCases,
  ...openProjectCases,
  ...labellingCases,
  ...dataCases,
  ...supportCases,
]
