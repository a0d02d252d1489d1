import { z } from 'zod'
import type { WireRoutes } from '../wire/route'
import { roundsRoute, sharedRoutes, statusRoute, WireFen, WireForm, WirePaper, writeRoute } from '../wire/shared'

/** 附件1、3、4 with contract, invoices and settlement vouchers. */
export const WireApplication = z.object({
  reference: z.string().max(100),
  roundId: z.string().max(100),
  measureId: z.string().max(200),
  companyName: z.string().min(1).max(200),
  creditCode: z.string().length(18),
  region: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  /** Receipt numbers of the filings that the application rests on. */
  filingReceipts: z.array(z.string().max(100)).max(100),
  settledFen: WireFen,
  requestedFen: WireFen,
  form: WireForm,
  papers: z.array(WirePaper).max(300),
  catalogueVersion: z.string().max(200),
})

const WireWords = z.object({ text: z.string().min(1).max(5000), papers: z.array(WirePaper).max(50) })

/** 省工业和信息化厅项目管理系统. */
export const routes = {
  ...sharedRoutes,
  rounds: roundsRoute,
  submitApplication: writeRoute('/applications', '申请补贴', WireApplication),
  resubmitApplication: writeRoute('/applications/{id}/resubmission', '补正以后重新提交', WireApplication),
  withdrawApplication: writeRoute(
    '/applications/{id}/withdrawal',
    '推荐以前撤回',
    z.object({ reason: z.string().max(1000) }),
  ),
  raiseObjection: writeRoute('/applications/{id}/objections', '公示期间提出异议', WireWords),
  explain: writeRoute('/applications/{id}/explanations', '答复说明要求', WireWords),
  getApplication: statusRoute('/applications/{id}', '申请办到哪一步'),
} as const satisfies WireRoutes
