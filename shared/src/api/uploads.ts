import { z } from 'zod'
import type { Contract } from './contract'
import { PaperKindName } from './paper-reading'
import { InCompany } from './papers'
import type { ReadOnly } from './shape'

/** A part small enough for a bad network to carry within one request of a mini-program. */
export const PART_BYTES = 512 * 1024

const hash = (digits: number) =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-f]{${digits}}$`), { error: `要写成 ${digits} 位小写的十六进制数` })
    .meta({ description: '整个文件的指纹；收齐后核对' })

export const NewUpload = z
  .strictObject({
    name: z.string().trim().min(1, { error: '文件要有名字' }).max(200, { error: '文件名太长，最多 200 个字' }),
    size: z.int({ error: '要写文件有多少字节' }).min(1, { error: '这个文件是空的，请重新选一个' }),
    sha1: z.exactOptional(hash(40)),
    sha256: z.exactOptional(hash(64)),
    kind: z.exactOptional(PaperKindName),
    paperId: z.exactOptional(z.uuid()).meta({ description: '给哪份材料加一页；不写就是一份新材料' }),
    position: z
      .exactOptional(z.int().min(0).max(999))
      .meta({ description: '在这份材料里排第几，小的在前；不写就排在最后' }),
  })
  .meta({ description: '要上传的一个文件' })
export type NewUpload = ReadOnly<z.output<typeof NewUpload>>

export const Upload = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    size: z.int(),
    partSize: z.int().meta({ description: '每一块的字节数；最后一块是剩下的' }),
    parts: z.int().meta({ description: '一共几块，从 0 数起' }),
    received: z.array(z.int()).meta({ description: '已经收到、不会再丢的块' }),
    state: z.enum(['open', 'complete', 'refused']),
    paperId: z.exactOptional(z.uuid()).meta({ description: '成了哪份材料' }),
  })
  .meta({ description: '一次上传，断了可以接着传' })
export type Upload = ReadOnly<z.output<typeof Upload>>

export const CompletedUpload = z
  .strictObject({
    paperId: z.uuid(),
    fileId: z.uuid(),
    sha256: z.string(),
    already: z.boolean().meta({ description: '这个文件以前传过，没有再存一遍；paperId 是原来那份' }),
  })
  .meta({ description: '收齐了，成了一份材料' })
export type CompletedUpload = ReadOnly<z.output<typeof CompletedUpload>>

const OneUpload = InCompany.extend({ uploadId: z.uuid() })

export const newUploadContract = {
  method: 'post',
  access: 'member',
  status: 201,
  path: '/v1/companies/{companyId}/uploads',
  summary: '开始上传一个文件',
  description: '带上 Idempotency-Key，回答丢了再问一次也只开一个。七天没有传完就清掉。',
  params: InCompany,
  body: NewUpload,
  answer: Upload,
  errors: ['INVALID_INPUT', 'MALFORMED_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'CONFLICT'],
} as const satisfies Contract

export const uploadContract = {
  method: 'get',
  access: 'member',
  path: '/v1/companies/{companyId}/uploads/{uploadId}',
  summary: '一次上传收到了哪些块',
  params: OneUpload,
  answer: Upload,
  errors: [],
} as const satisfies Contract

export const uploadPartContract = {
  method: 'put',
  access: 'member',
  status: 204,
  path: '/v1/companies/{companyId}/uploads/{uploadId}/parts/{part}',
  summary: '传一块',
  description:
    '哪一块先传都行，可以同时传几块，同一块可以传几遍。长度要正好。可以带 x-part-sha256（64 位十六进制），收到时就核对。回答 204 时这一块已经写进磁盘。',
  params: OneUpload.extend({ part: z.string().regex(/^\d{1,4}$/) }),
  bytes: ['application/octet-stream'],
  errors: ['INVALID_INPUT', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'CONFLICT'],
} as const satisfies Contract

export const completeUploadContract = {
  method: 'post',
  access: 'member',
  path: '/v1/companies/{companyId}/uploads/{uploadId}/complete',
  summary: '都传完了，收成一份材料',
  description:
    '没有收齐时回答 CONFLICT，fields 里每缺一块有一项（parts.3 就是缺第 3 块）。指纹不对时 fields 里是 sha1 或 sha256，收到的块作废，要从头传。可以问几遍，回答一样。文件不能用时是 UNSUPPORTED_MEDIA_TYPE，message 写着怎么办。检查病毒的程序没有回答时是 BUSY，收到的都留着，过一会儿再问。',
  params: OneUpload,
  answer: CompletedUpload,
  errors: ['CONFLICT', 'UNSUPPORTED_MEDIA_TYPE', 'BUSY'],
} as const satisfies Contract

export const deleteUploadContract = {
  method: 'delete',
  access: 'member',
  status: 204,
  path: '/v1/companies/{companyId}/uploads/{uploadId}',
  summary: '不传了',
  params: OneUpload,
  errors: [],
} as const satisfies Contract

export const uploadContracts: readonly Contract[] = [
  newUploadContract,
  uploadContract,
  uploadPartContract,
  completeUploadContract,
  deleteUploadContract,
]
