import { z } from 'zod'
import type { WireRoutes } from '../wire/route'
import {
  providersRoute,
  roundsRoute,
  sharedRoutes,
  statusRoute,
  WireFen,
  WireForm,
  WirePaper,
  WireRegistration,
  writeRoute,
} from '../wire/shared'

export const WireClaim = z.object({
  reference: z.string().max(100),
  companyName: z.string().min(1).max(200),
  creditCode: z.string().length(18),
  region: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  roundId: z.string().max(100).optional(),
  requestedFen: WireFen,
  form: WireForm,
  papers: z.array(WirePaper).max(100),
})

export const WireRedemption = z.object({
  settledFen: WireFen,
  form: WireForm,
  papers: z.array(WirePaper).max(100),
})

/** 山西省一体化算力调度和监测平台: registration, registry, vouchers. */
export const routes = {
  ...sharedRoutes,
  rounds: roundsRoute,
  providers: providersRoute,
  submitRegistration: writeRoute('/registrations', '企业注册', WireRegistration),
  getRegistration: statusRoute('/registrations/{id}', '注册办到哪一步'),
  claimVoucher: writeRoute('/vouchers', '申领算力券', WireClaim),
  redeemVoucher: writeRoute('/vouchers/{id}/redemption', '兑付算力券', WireRedemption),
  getVoucher: statusRoute('/vouchers/{id}', '算力券到哪一步'),
} as const satisfies WireRoutes
