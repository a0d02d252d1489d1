import { z } from 'zod'
import type { Contract } from './contract'
import { CivilDate } from './date'
import type { ReadOnly } from './shape'

export const DocumentSummary = z
  .strictObject({
    id: z.string().meta({ examples: ['hn-2026-168'] }),
    title: z.string(),
    documentNo: z.string().meta({ description: '文号' }),
    issuer: z.string().meta({ description: '发文单位' }),
    level: z.enum(['province', 'city']),
    region: z.string().meta({ description: '行政区划代码的前几位：43 湖南，4301 长沙，14 山西' }),
    issuedOn: z.string().meta({ format: 'date' }),
    inForce: z
      .strictObject({ from: z.string().meta({ format: 'date' }), to: z.string().meta({ format: 'date' }) })
      .meta({ description: '有效期，头尾两天都算' }),
    listing: z.enum(['open', 'history']).meta({ description: 'history 只留作查阅，不能申领' }),
    summary: z.string(),
    status: z.enum(['in_force', 'expired', 'not_yet_in_force']),
    daysLeft: z
      .int()
      .min(0)
      .nullable()
      .meta({ description: '离最后一天还有几天，最后一天当天是 0；不在有效期内是 null' }),
  })
  .meta({ description: '一份政策文件' })
export type DocumentSummary = ReadOnly<z.output<typeof DocumentSummary>>

export const ListedDocument = DocumentSummary.extend({
  measures: z.array(z.strictObject({ id: z.string(), title: z.string() })),
}).meta({ description: '一份政策文件和它的措施' })
export type ListedDocument = ReadOnly<z.output<typeof ListedDocument>>

export const DocumentList = z
  .strictObject({
    catalogueVersion: z.string(),
    asOf: z.string().meta({ format: 'date' }),
    documents: z.array(ListedDocument),
  })
  .meta({ description: '全部政策文件' })
export type DocumentList = ReadOnly<z.output<typeof DocumentList>>

/** The day one asks about, in the address; nothing else stands there. */
export const DayQuery = z.strictObject({
  asOf: z.exactOptional(CivilDate).meta({ description: '按哪一天看，不写就是今天（北京时间）' }),
})

export const documentsContract = {
  method: 'get',
  access: 'public',
  path: '/v1/documents',
  summary: '有哪些政策文件，还有没有效',
  query: DayQuery,
  answer: DocumentList,
  errors: ['INVALID_INPUT'],
} as const satisfies Contract
