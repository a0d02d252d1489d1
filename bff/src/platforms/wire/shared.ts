import { isIsoDate } from '@suanhui/shared/date'
import { z } from 'zod'
import type { WireRoute } from './route'

/* What the contracts of all three platforms have in common. */

export const WireInstant = z.iso.datetime()
export const WireFen = z.int().min(0)
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const WireDay = z.string().refine(isIsoDate).meta({ format: 'date' })

/** 201: taken in. The id is the platform's, the receipt number is for people. */
export const WireAccepted = z.object({ id: z.string().min(1).max(100), receiptNumber: z.string().min(1).max(100) })
export type WireAccepted = z.output<typeof WireAccepted>

/** 422: not taken in, and why; the words are shown to the applicant. */
export const WireRefusal = z.object({
  reason: z.string().min(1).max(1000),
  fields: z
    .array(z.object({ field: z.string().max(200), message: z.string().max(500) }))
    .max(100)
    .optional(),
})

/** A paper of a submission; its bytes were uploaded before, under their hash. */
export const WirePaper = z.object({
  id: z.string().max(100),
  kind: z.string().max(100),
  sha256: Sha256,
  mediaType: z.string().max(100),
  name: z.string().max(200),
})

export const WireCorrection = z.object({
  id: z.string().min(1).max(100),
  paper: z.string().max(100).optional(),
  /** As the form was sent: `application.bankName`; a cell of a table as `application.contracts.0.site`, rows from 0. */
  field: z.string().max(200).optional(),
  kind: z.enum(['incorrect', 'incomplete', 'outdated']),
  note: z.string().max(1000),
  dueOn: WireDay.optional(),
})

/** Which subject; `reference` is what the applicant's side called it when it was submitted. */
export const WireSubject = z.object({
  kind: z.string().max(40),
  id: z.string().min(1).max(100),
  reference: z.string().max(100).optional(),
})

/** News of a subject: sent as a webhook, and read again from `GET /events`. `sequence` counts 1, 2, 3 … in a subject. */
export const WireEvent = z.object({
  eventId: z.string().min(1).max(100),
  type: z.string().min(1).max(60),
  occurredAt: WireInstant,
  subject: WireSubject,
  sequence: z.int().min(1),
  data: z.object({
    status: z.string().max(60).optional(),
    /** The platform's own words for the status. */
    statusText: z.string().max(200).optional(),
    note: z.string().max(2000).optional(),
    department: z.string().max(40).optional(),
    corrections: z.array(WireCorrection).max(100).optional(),
    correctionId: z.string().max(100).optional(),
    amountFen: WireFen.optional(),
    dueOn: WireDay.optional(),
  }),
})
export type WireEvent = z.output<typeof WireEvent>

/** `type` of a {@link WireEvent}. */
export const EVENT_TYPES = {
  status: 'status.changed',
  department: 'department.passed',
  opened: 'correction.opened',
  withdrawn: 'correction.withdrawn',
} as const

/** Events in the order in which they happened at the platform; `cursor` reads on from there. */
export const WireEventPage = z.object({ events: z.array(WireEvent).max(200), cursor: z.string().max(100) })

export const WireSubjectStatus = z.object({
  id: z.string(),
  receiptNumber: z.string(),
  status: z.string(),
  statusText: z.string(),
  sequence: z.int().min(0),
})

export const WireProvider = z.object({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(200),
  creditCode: z.string().length(18),
  region: z.string().regex(/^\d{6}$/),
  chips: z.array(z.string().max(60)).max(50),
  domesticChips: z.boolean(),
  prices: z.array(z.object({ item: z.string().max(200), unit: z.string().max(40), priceFen: WireFen })).max(200),
  /** 0 to 100, by the platform's supervision. */
  qualityScore: z.number().min(0).max(100).nullable(),
  /** When it was registered: `to` is the last day, absent while it still is. */
  registered: z.array(z.object({ from: WireDay, to: WireDay.optional() })).max(50),
})
export const WireProviderPage = z.object({ providers: z.array(WireProvider).max(200), cursor: z.string().nullable() })

export const WireRound = z.object({
  id: z.string().max(100),
  name: z.string().max(200),
  opensOn: WireDay,
  closesOn: WireDay,
  /** Purchases settled from … to … count. */
  settledFrom: WireDay,
  settledTo: WireDay,
  budgetFen: WireFen,
  committedFen: WireFen.optional(),
})
export const WireRounds = z.object({ rounds: z.array(WireRound).max(100) })

export const WireNotice = z.object({
  id: z.string().max(100),
  title: z.string().max(200),
  text: z.string().max(10_000),
  publishedAt: WireInstant,
})
export const WireNotices = z.object({ notices: z.array(WireNotice).max(200) })

export const WireForm = z.record(
  z.string().max(200),
  z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]),
)

const Page = z.object({ cursor: z.string().max(100).optional() })

/** Routes that every platform has. */
export const sharedRoutes = {
  uploadPaper: {
    method: 'PUT',
    path: '/papers/{sha256}',
    summary: '上传一份材料，以内容的 SHA-256 为名',
    write: true,
    bytes: ['application/pdf', 'image/jpeg', 'image/png', 'application/octet-stream'],
    answer: z.object({ sha256: Sha256 }),
  },
  events: {
    method: 'GET',
    path: '/events',
    summary: '从某处往后的进度消息；漏收的由此补上',
    query: z.object({ after: z.string().max(100).optional(), limit: z.string().optional() }),
    answer: WireEventPage,
  },
  notices: { method: 'GET', path: '/notices', summary: '通知', answer: WireNotices },
} as const satisfies Record<string, WireRoute>

export const providersRoute = {
  method: 'GET',
  path: '/providers',
  summary: '算力供给方名录',
  query: Page,
  answer: WireProviderPage,
} as const satisfies WireRoute

export const roundsRoute = {
  method: 'GET',
  path: '/rounds',
  summary: '申报批次：什么时候开放，预算多少',
  answer: WireRounds,
} as const satisfies WireRoute

/** A write about one subject: how it is submitted, and how each later act is. */
export const writeRoute = <Body extends z.ZodType>(path: string, summary: string, body: Body) =>
  ({ method: 'POST', path, summary, write: true, body, answer: WireAccepted }) as const satisfies WireRoute

export const statusRoute = (path: string, summary: string) =>
  ({ method: 'GET', path, summary, answer: WireSubjectStatus }) as const satisfies WireRoute

/** Shape of a company that registers, the same on both provinces' platforms. */
export const WireRegistration = z.object({
  reference: z.string().max(100),
  companyName: z.string().min(1).max(200),
  creditCode: z.string().length(18),
  region: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  /** The answers of 附件1, by field. */
  form: WireForm,
  papers: z.array(WirePaper).max(100),
})
