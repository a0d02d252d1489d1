import type { MeasureCases } from '../../rules'
import { applicationCases } from './cases/applications'
import { computeCentreCases } from './cases/compute-centres'
import { computeIndustryCases } from './cases/compute-industry'
import { computeVoucherCases } from './cases/compute-voucher'
import { dataCentreCases } from './cases/data-centres'
import { modelCases } from './cases/models'
import { supplyCases } from './cases/supply'

export const cases: readonly MeasureCases[] = [
  ...computeCentreCases,
  ...dataCentreCases,
  ...computeIndustryCases,
  ...computeVoucherCases,
  ...applicationCases,
  ...modelCases,
  ...supplyCases,
]
