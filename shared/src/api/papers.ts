import { z } from 'zod'
import type { Contract } from './contract'
import { ConfirmedLine, FieldAnswer, PaperKindName, PaperReading } from './paper-reading'
import type { ReadOnly } from './shape'

export { PaperReading } from './paper-reading'

export const InCompany = z.strictObject({ companyId: z.uuid() })
const OnePaper = InCompany.extend({ paperId: z.uuid() })

export const PaperPage = z
  .strictObject({
    fileId: z.uuid(),
    name: z.string(),
    mediaType: z.string(),
    size: z.int().meta({ description: '原件的字节数' }),
    sha256: z.string().meta({ description: '原件的指纹' }),
    viewable: z.boolean().meta({ description: '有没有图可以看；没有的（XML、表格 …）请下载原件' }),
    sheets: z
      .array(z.strictObject({ width: z.int(), height: z.int() }))
      .meta({ description: '给人看的图有多大（像素）：照片一张，PDF、OFD 每页一张' }),
    drawing: z.exactOptional(z.literal(true)).meta({ description: '图还没画好，过一会儿再问' }),
    redrawn: z.exactOptional(z.literal(true)).meta({ description: '图是按文件内容重画的，可能没有章' }),
  })
  .meta({ description: '材料里的一个文件' })
export type PaperPage = ReadOnly<z.output<typeof PaperPage>>

export const ConfirmedPaper = z
  .strictObject({
    kind: z.exactOptional(PaperKindName),
    fields: z.record(z.string(), FieldAnswer.nullable()).meta({ description: '空（null）是说材料上没有这一项' }),
    lines: z.exactOptional(z.array(ConfirmedLine)),
  })
  .meta({ description: '人核对过的' })
export type ConfirmedPaper = ReadOnly<z.output<typeof ConfirmedPaper>>

const summary = {
  id: z.uuid(),
  kind: PaperKindName.nullable().meta({ description: '人说的算数，人没说就是读出来的，都没有就是空' }),
  status: z.enum(['received', 'reading', 'read', 'unreadable', 'refused']),
  problem: z.exactOptional(z.string()).meta({ description: '没有读出来时：为什么，怎么办' }),
  pages: z.array(PaperPage),
  createdAt: z.iso.datetime(),
  inUse: z.boolean().meta({ description: '已经用在申请里，不能删、不能改' }),
}

export const PaperSummary = z.strictObject(summary).meta({ description: '一份材料' })
export type PaperSummary = ReadOnly<z.output<typeof PaperSummary>>

export const PaperDetail = z
  .strictObject({
    ...summary,
    reading: PaperReading.nullable(),
    confirmed: ConfirmedPaper,
    duplicateOf: z.exactOptional(z.uuid()).meta({ description: '本公司更早的一份材料，和这份是同一张发票' }),
  })
  .meta({ description: '一份材料，连同读出来的和人核对过的' })
export type PaperDetail = ReadOnly<z.output<typeof PaperDetail>>

export const PaperList = z
  .strictObject({
    papers: z.array(PaperSummary),
    next: z.exactOptional(z.string()).meta({ description: '后面还有：下次把它放在 cursor 里' }),
  })
  .meta({ description: '公司的材料，新的在前' })
export type PaperList = ReadOnly<z.output<typeof PaperList>>

const listQuery = z.strictObject({
  kind: z.exactOptional(PaperKindName),
  cursor: z.exactOptional(z.string().regex(/^\d{1,16}$/, { error: '要用上一次回答里的 next' })),
})
const imageQuery = z.strictObject({
  page: z
    .string()
    .regex(/^\d{1,3}$/, { error: '页从 0 数起' })
    .default('0')
    .meta({ description: '第几个文件，从 0 数起' }),
  sheet: z
    .string()
    .regex(/^\d{1,3}$/, { error: '页从 0 数起' })
    .default('0')
    .meta({ description: '这个文件的第几页，从 0 数起' }),
  size: z.enum(['view', 'thumb'], { error: '只有 view（看）和 thumb（小图）' }).default('view'),
})
const originalQuery = imageQuery.pick({ page: true })

const written = ['INVALID_INPUT', 'MALFORMED_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] as const

export const papersContract = {
  method: 'get',
  access: 'member',
  path: '/v1/companies/{companyId}/papers',
  summary: '公司的材料',
  params: InCompany,
  query: listQuery,
  answer: PaperList,
  errors: ['INVALID_INPUT'],
} as const satisfies Contract

export const newPaperContract = {
  method: 'post',
  access: 'member',
  status: 201,
  path: '/v1/companies/{companyId}/papers',
  summary: '先建一份空材料，再往里传几页',
  description: '上传时写上它的 paperId 和 position，几页可以同时传，顺序不会乱。',
  params: InCompany,
  body: z.strictObject({ kind: z.exactOptional(PaperKindName) }),
  answer: PaperDetail,
  errors: [...written, 'CONFLICT'],
} as const satisfies Contract

export const paperContract = {
  method: 'get',
  access: 'member',
  path: '/v1/companies/{companyId}/papers/{paperId}',
  summary: '一份材料，连同读出来的',
  params: OnePaper,
  answer: PaperDetail,
  errors: [],
} as const satisfies Contract

export const paperKindContract = {
  method: 'put',
  access: 'member',
  path: '/v1/companies/{companyId}/papers/{paperId}/kind',
  summary: '说明这是哪种材料',
  description: '换了种类会重新读；以前核对过的、新种类里也有的项留着。',
  params: OnePaper,
  body: z.strictObject({ kind: PaperKindName }),
  answer: PaperDetail,
  errors: [...written, 'CONFLICT'],
} as const satisfies Contract

export const paperFieldsContract = {
  method: 'put',
  access: 'member',
  path: '/v1/companies/{companyId}/papers/{paperId}/fields',
  summary: '核对材料上的内容',
  description: '只写核对过的项，别的不动；null 是说材料上没有这一项。读出来的都留着。',
  params: OnePaper,
  body: z.strictObject({
    fields: z.record(z.string(), FieldAnswer.nullable()),
    lines: z.exactOptional(z.array(ConfirmedLine).max(500)),
  }),
  answer: PaperDetail,
  errors: [...written, 'CONFLICT'],
} as const satisfies Contract

export const paperPagesContract = {
  method: 'put',
  access: 'member',
  path: '/v1/companies/{companyId}/papers/{paperId}/pages',
  summary: '排好材料里的文件，没写的就去掉',
  description: '加一页：上传时写上 paperId。变了会重新读。',
  params: OnePaper,
  body: z.strictObject({
    fileIds: z.array(z.uuid()).min(1, { error: '至少留一页；整份不要了就删掉这份材料' }).max(30),
  }),
  answer: PaperDetail,
  errors: [...written, 'CONFLICT'],
} as const satisfies Contract

export const paperImageContract = {
  method: 'get',
  access: 'member',
  path: '/v1/companies/{companyId}/papers/{paperId}/image',
  summary: '给人看的图：转正了，去掉了拍摄地点等信息',
  params: OnePaper,
  query: imageQuery,
  answerBytes: ['image/jpeg'],
  errors: ['INVALID_INPUT'],
} as const satisfies Contract

export const paperOriginalContract = {
  method: 'get',
  access: 'member',
  path: '/v1/companies/{companyId}/papers/{paperId}/original',
  summary: '原件，和传上来时一模一样',
  params: OnePaper,
  query: originalQuery,
  answerBytes: ['application/octet-stream'],
  errors: ['INVALID_INPUT'],
} as const satisfies Contract

export const deletePaperContract = {
  method: 'delete',
  access: 'member',
  status: 204,
  path: '/v1/companies/{companyId}/papers/{paperId}',
  summary: '删掉一份材料',
  description: '已经用在申请里的不能删。',
  params: OnePaper,
  errors: ['CONFLICT'],
} as const satisfies Contract

export const paperContracts: readonly Contract[] = [
  papersContract,
  newPaperContract,
  paperContract,
  paperKindContract,
  paperFieldsContract,
  paperPagesContract,
  paperImageContract,
  paperOriginalContract,
  deletePaperContract,
]
