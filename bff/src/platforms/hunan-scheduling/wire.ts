import { z } from 'zod'
import type { WireRoutes } from '../wire/route'
import {
  providersRoute,
  sharedRoutes,
  statusRoute,
  WireDay,
  WireFen,
  WireForm,
  WirePaper,
  WireRegistration,
  writeRoute,
} from '../wire/shared'

/** 附件2：平台外算力合同备案。 */
export const WireFiling = z.object({
  reference: z.string().max(100),
  companyName: z.string().min(1).max(200),
  creditCode: z.string().length(18),
  providerCreditCode: z.string().length(18),
  contractSignedOn: WireDay,
  contractAmountFen: WireFen,
  form: WireForm,
  papers: z.array(WirePaper).max(100),
})

/** 湖南省算力调度平台: registration, filing, the registry of providers. */
export const routes = {
  ...sharedRoutes,
  submitRegistration: writeRoute('/registrations', '企业注册', WireRegistration),
  getRegistration: statusRoute('/registrations/{id}', '注册办到哪一步'),
  submitFiling: writeRoute('/filings', '平台外合同备案（附件2）', WireFiling),
  resubmitFiling: writeRoute('/filings/{id}/resubmission', '备案改好以后重新提交', WireFiling),
  getFiling: statusRoute('/filings/{id}', '备案办到哪一步'),
  providers: providersRoute,
} as const satisfies WireRoutes
