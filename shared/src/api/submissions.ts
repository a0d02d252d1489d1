import { z } from 'zod'
import type { Contract } from './contract'
import { CivilDate } from './date'
import { InCompany } from './papers'
import type { ReadOnly } from './shape'

/** 备案 (附件2), 申报 (附件1, 3 and 4), and Shanxi's voucher: 申领, and 兑付 once it is issued. */
export const SubmissionStep = z.enum(['filing', 'application', 'claim', 'redemption'])
export type SubmissionStep = z.output<typeof SubmissionStep>
/** What a company can begin; a redemption begins by itself, when the voucher is issued. */
const FirstStep = z.enum(['filing', 'application', 'claim'], {
  error: '只有备案（filing）、申请（application）和申领算力券（claim）',
})
const FormName = z.enum(['demand', 'filing', 'application', 'report', 'claim', 'redemption'])

const Cell = z.union([z.string().max(4_000), z.number(), z.boolean()])
export const FormAnswer = z
  .union([Cell, z.array(z.string().max(200)).max(50), z.array(z.record(z.string(), Cell)).max(50)])
  .meta({ description: '一项的内容：文字、数字（钱是分，比例是0.3这样的小数）、是否、选中的几项，或者几行' })

const found = {
  value: FormAnswer,
  source: z.enum(['company', 'paper', 'matcher', 'person', 'form']).meta({ description: '从哪里来的' }),
  sourceId: z.exactOptional(z.string()),
}

export const FilledField = z
  .strictObject({
    ...found,
    confirmed: z.boolean().meta({ description: '人看过没有' }),
    known: z
      .exactOptional(z.strictObject(found))
      .meta({ description: '人改过的：现在自动填会填什么；和人填的一样就没有这一项' }),
  })
  .meta({ description: '表里填好的一项' })

const FormsFilled = z.partialRecord(FormName, z.record(z.string(), FilledField))
const PapersBySlot = z.record(z.string().max(40), z.array(z.uuid()).max(200))

export const CorrectionToDo = z
  .strictObject({
    id: z.string(),
    paper: z.exactOptional(z.string()),
    field: z.exactOptional(z.string()),
    kind: z.enum(['incorrect', 'incomplete', 'outdated']),
    note: z.string().meta({ description: '审核的人写的话' }),
    dueOn: CivilDate.nullable(),
    resolved: z.boolean(),
  })
  .meta({ description: '要补正的一项' })

export const Standing = z
  .strictObject({
    status: z.string(),
    label: z.string().meta({ description: '到哪一步了' }),
    meaning: z.string(),
    holderName: z.string().meta({ description: '现在在谁手里' }),
    next: z.string().meta({ description: '下一步是什么' }),
    acts: z.array(z.string()).meta({ description: '现在可以做什么' }),
    items: z.array(CorrectionToDo),
    /** The platform's own words, while it says something that we do not understand. */
    unknown: z.string().nullable().meta({ description: '平台新状态的原话' }),
    usualDays: z.number().nullable().meta({ description: '这一步以前一般要几天；知道的太少就是 null' }),
    usualCases: z.int().nullable().meta({ description: '几天是从几件办过的算出来的' }),
    since: z.iso.datetime().nullable(),
  })
  .meta({ description: '办到哪一步' })
export type Standing = ReadOnly<z.output<typeof Standing>>

export const Voucher = z
  .strictObject({
    grantedFen: z.int().min(0).nullable().meta({ description: '券上多少钱；平台没有写就是 null' }),
    validUntil: CivilDate.nullable().meta({ description: '最晚哪天兑付；平台没有写就是 null' }),
  })
  .meta({ description: '发下来的算力券' })
export type Voucher = ReadOnly<z.output<typeof Voucher>>

const summary = {
  id: z.uuid(),
  step: SubmissionStep,
  title: z.string().meta({ description: '给人看的名字：合同名，或者哪一轮申报' }),
  sending: z
    .enum(['draft', 'queued', 'sent', 'refused'])
    .meta({ description: '草稿、已提交等着送、平台收到了、平台没有收' }),
  refusal: z.exactOptional(z.string()).meta({ description: '平台为什么没有收' }),
  receiptNumber: z.exactOptional(z.string()).meta({ description: '平台给的受理编号' }),
  dueOn: z.exactOptional(CivilDate).meta({ description: '最晚哪天' }),
  voucher: z.exactOptional(Voucher),
  standing: Standing,
  updatedAt: z.iso.datetime(),
}

export const SubmissionSummary = z.strictObject(summary).meta({ description: '一件备案、申请或者算力券' })
export type SubmissionSummary = ReadOnly<z.output<typeof SubmissionSummary>>

export const SubmissionDetail = z
  .strictObject({
    ...summary,
    version: z.int().meta({ description: '改的时候带上；别处先改过就回 CONFLICT，什么也不丢' }),
    roundId: z.exactOptional(z.string()),
    forms: FormsFilled.meta({ description: '人填的加上自动填的' }),
    reportLacks: z
      .record(z.string(), z.array(z.string()))
      .meta({ description: '附件4：每一项的草稿还缺什么，怎么补；不能改了就是空的' }),
    papers: PapersBySlot,
    confirmedFindings: z.array(z.string()),
    editable: z.boolean(),
  })
  .meta({ description: '一件备案或者申请，连同表和材料' })
export type SubmissionDetail = ReadOnly<z.output<typeof SubmissionDetail>>

export const SubmissionList = z
  .strictObject({ submissions: z.array(SubmissionSummary) })
  .meta({ description: '公司的备案和申请，最近动过的在前' })
export type SubmissionList = ReadOnly<z.output<typeof SubmissionList>>

export const SubmissionFinding = z
  .strictObject({
    id: z.string(),
    rule: z.string(),
    severity: z.enum(['error', 'warning']),
    paperId: z.string(),
    field: z.exactOptional(z.string()),
    message: z.string(),
    remedy: z.string(),
    cite: z.string(),
    related: z.array(z.string()),
    confirmed: z.boolean().meta({ description: '提醒，人看过、认了' }),
  })
  .meta({ description: '材料里要改或者要再看一眼的地方' })

const FieldToMend = z.strictObject({
  form: z.string(),
  field: z.string(),
  row: z.exactOptional(z.int().min(0)).meta({ description: '表格里的第几行，从0数' }),
  column: z.exactOptional(z.string()),
  label: z.string(),
  message: z.string(),
  remedy: z.exactOptional(z.string()),
  cite: z.exactOptional(z.string()),
})
const SlotToMend = z.strictObject({ slot: z.string(), label: z.string(), message: z.string(), remedy: z.string() })

export const CheckUpAnswer = z
  .strictObject({
    ready: z.boolean().meta({ description: '可以提交了' }),
    findings: z.array(SubmissionFinding),
    fields: z.array(FieldToMend).meta({ description: '表里没有填，或者填得不对的' }),
    slots: z.array(SlotToMend).meta({ description: '缺的、放错的材料' }),
    base: z.exactOptional(
      z
        .strictObject({
          baseFen: z.int(),
          settledFen: z.int(),
          excludedFen: z.int(),
          lines: z.array(z.strictObject({ paperId: z.string(), countedFen: z.int(), words: z.string() })),
        })
        .meta({ description: '补贴基数（湖南）或者已经结算的费用（山西）是怎么算出来的' }),
    ),
    unprintable: z
      .array(z.strictObject({ form: z.string(), field: z.string(), label: z.string(), message: z.string() }))
      .meta({ description: '字库里没有的字：能提交，但是打印出来只有编号，要用笔补上' }),
    registerMissing: z.boolean().meta({ description: '供给方名录还没有取到，所以没有核对' }),
  })
  .meta({ description: '提交以前的检查' })
export type CheckUpAnswer = ReadOnly<z.output<typeof CheckUpAnswer>>

export const TimelineEntry = z
  .strictObject({
    at: z.iso.datetime(),
    label: z.string(),
    text: z.string().meta({ description: '发生了什么' }),
    note: z.exactOptional(z.string()).meta({ description: '审核的人写的话' }),
  })
  .meta({ description: '进度里的一步' })

export const Timeline = z
  .strictObject({ standing: Standing, entries: z.array(TimelineEntry) })
  .meta({ description: '进度，新的在前' })
export type Timeline = ReadOnly<z.output<typeof Timeline>>

export const ToDoItem = z
  .strictObject({
    companyId: z.uuid(),
    companyName: z.string(),
    kind: z.enum(['correct', 'file', 'finish_draft', 'explain', 'register', 'refused', 'redeem']),
    title: z.string(),
    text: z.string(),
    dueOn: z.exactOptional(CivilDate),
    submissionId: z.exactOptional(z.uuid()),
    paperId: z.exactOptional(z.uuid()).meta({ description: '还没有备案的合同' }),
  })
  .meta({ description: '现在要办的一件事' })
export const ToDoList = z.strictObject({ items: z.array(ToDoItem) }).meta({ description: '现在要办的事，最急的在前' })
export type ToDoList = ReadOnly<z.output<typeof ToDoList>>

export const RoundList = z
  .strictObject({
    rounds: z.array(
      z.strictObject({
        id: z.string(),
        platform: z.string(),
        name: z.string(),
        opensOn: CivilDate,
        closesOn: CivilDate,
        settledFrom: CivilDate,
        settledTo: CivilDate,
        open: z.boolean(),
      }),
    ),
    notice: z.string().nullable().meta({ description: '要对人说的话：平台连不上，或者还没有接通' }),
  })
  .meta({ description: '申报轮次' })
export type RoundList = ReadOnly<z.output<typeof RoundList>>

const One = InCompany.extend({ submissionId: z.uuid() })
const written = ['INVALID_INPUT', 'MALFORMED_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] as const
const BASE = '/v1/companies/{companyId}/submissions'

export const submissionsContract = {
  method: 'get',
  access: 'member',
  path: BASE,
  summary: '公司的备案和申请',
  params: InCompany,
  answer: SubmissionList,
  errors: [],
} as const satisfies Contract

export const newSubmissionContract = {
  method: 'post',
  access: 'member',
  status: 201,
  path: BASE,
  summary: '开始一件备案、申请，或者申领山西算力券',
  description:
    '备案和申领可以带一份合同；申请要写明是哪一轮。算力券发下来以后，这一件自己变成兑付（redemption）。带上 Idempotency-Key，重复发也只建一件。这份合同已经有备案、这一轮已经有申请的，回 CONFLICT，fields 里是那一份的编号；撤回和没有通过的不算。',
  params: InCompany,
  body: z.strictObject({
    step: FirstStep,
    roundId: z.exactOptional(z.string().max(100)),
    paperId: z.exactOptional(z.uuid()).meta({ description: '从哪份合同开始' }),
  }),
  answer: SubmissionDetail,
  errors: [...written, 'NOT_FOUND', 'CONFLICT'],
} as const satisfies Contract

export const submissionContract = {
  method: 'get',
  access: 'member',
  path: `${BASE}/{submissionId}`,
  summary: '一件备案或者申请',
  params: One,
  answer: SubmissionDetail,
  errors: [],
} as const satisfies Contract

export const editSubmissionContract = {
  method: 'put',
  access: 'member',
  path: `${BASE}/{submissionId}`,
  summary: '存草稿：只写改了的',
  description: '一项写 null 就是改回自动填的。version 对不上回 CONFLICT：先读一遍新的，再决定留哪个。',
  params: One,
  body: z.strictObject({
    version: z.int().min(0),
    forms: z.exactOptional(z.partialRecord(FormName, z.record(z.string().max(60), FormAnswer.nullable()))),
    papers: z.exactOptional(PapersBySlot),
    confirmedFindings: z.exactOptional(z.array(z.string().max(300)).max(500)),
  }),
  answer: SubmissionDetail,
  errors: [...written, 'CONFLICT'],
} as const satisfies Contract

export const deleteSubmissionContract = {
  method: 'delete',
  access: 'member',
  status: 204,
  path: `${BASE}/{submissionId}`,
  summary: '不要这份草稿了',
  params: One,
  errors: ['CONFLICT'],
} as const satisfies Contract

export const checkUpContract = {
  method: 'get',
  access: 'member',
  path: `${BASE}/{submissionId}/check-up`,
  summary: '提交以前检查一遍',
  params: One,
  answer: CheckUpAnswer,
  errors: [],
} as const satisfies Contract

export const submitContract = {
  method: 'post',
  access: 'member',
  path: `${BASE}/{submissionId}/submit`,
  status: 202,
  summary: '提交，或者补正以后再提交',
  description:
    '带上 Idempotency-Key。检查没有通过回 INVALID_INPUT，fields 里写着还差什么。提交的人没有同意 sharing_with_platform，回 CONSENT_NEEDED。平台一时连不上也收下，连上就送。',
  params: One,
  body: z.strictObject({ version: z.int().min(0) }),
  answer: SubmissionDetail,
  errors: [...written, 'CONFLICT', 'CONSENT_NEEDED'],
} as const satisfies Contract

export const actContract = {
  method: 'post',
  access: 'member',
  status: 202,
  path: `${BASE}/{submissionId}/acts`,
  summary: '撤回、提出异议、作出说明',
  params: One,
  body: z.strictObject({
    act: z.enum(['withdraw', 'object', 'explain']),
    text: z.string().trim().min(1, { error: '请写明原因' }).max(2_000, { error: '最多写2000个字' }),
    papers: z.exactOptional(z.array(z.uuid()).max(20)),
  }),
  answer: SubmissionDetail,
  errors: [...written, 'CONFLICT', 'CONSENT_NEEDED'],
} as const satisfies Contract

export const timelineContract = {
  method: 'get',
  access: 'member',
  path: `${BASE}/{submissionId}/timeline`,
  summary: '进度：在谁手里，发生过什么，下一步是什么',
  params: One,
  answer: Timeline,
  errors: [],
} as const satisfies Contract

export const formFileContract = {
  method: 'get',
  access: 'member',
  path: `${BASE}/{submissionId}/forms/{file}`,
  summary: '填好的表，可以打印盖章',
  description:
    'demand.pdf、filing.pdf、application.pdf、report.pdf 是附件1到4，report.docx 是可以改的附件4，all.pdf 是全部。',
  params: One.extend({
    file: z.enum(['demand.pdf', 'filing.pdf', 'application.pdf', 'report.pdf', 'report.docx', 'all.pdf']),
  }),
  answerBytes: ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  errors: [],
} as const satisfies Contract

export const toDoContract = {
  method: 'get',
  access: 'person',
  path: '/v1/me/todo',
  summary: '我现在要办的事，所有公司的',
  answer: ToDoList,
  errors: [],
} as const satisfies Contract

export const roundsContract = {
  method: 'get',
  access: 'public',
  path: '/v1/rounds',
  summary: '申报轮次：什么时候开，什么时候关',
  answer: RoundList,
  errors: [],
} as const satisfies Contract

export const submissionContracts: readonly Contract[] = [
  submissionsContract,
  newSubmissionContract,
  submissionContract,
  editSubmissionContract,
  deleteSubmissionContract,
  checkUpContract,
  submitContract,
  actContract,
  timelineContract,
  formFileContract,
  toDoContract,
  roundsContract,
]
