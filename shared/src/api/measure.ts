import { z } from 'zod'
import type { Contract } from './contract'
import { DayQuery, DocumentSummary } from './documents'
import { RuleAmount } from './rule'
import type { ReadOnly } from './shape'

export const MeasureCriterion = z
  .strictObject({
    id: z.string(),
    text: z.string().meta({ description: '条件，用大白话说' }),
    facts: z.array(z.string()).meta({ description: '看的是哪几项事实' }),
    cite: z.strictObject({ document: z.string(), clause: z.string() }),
  })
  .meta({ description: '一条申报条件和它的出处' })

export const MeasureDetail = z
  .strictObject({
    catalogueVersion: z.string(),
    asOf: z.string().meta({ format: 'date' }),
    id: z.string(),
    title: z.string(),
    clauses: z.array(z.string()).meta({ description: '出自哪几条' }),
    summary: z.string().meta({ description: '这是什么' }),
    audience: z.string().meta({ description: '给谁的' }),
    materials: z.array(z.string()).meta({ description: '要交哪些材料；文件没写就是空的' }),
    handledBy: z.string().meta({ description: '谁来办' }),
    applyAt: z.string().meta({ description: '到哪里申请' }),
    deadline: z.string().meta({ description: '什么时候截止' }),
    criteria: z.array(MeasureCriterion),
    amount: RuleAmount,
    amountNote: z.exactOptional(z.string()).meta({ description: '看金额时要知道的' }),
    document: DocumentSummary,
  })
  .meta({ description: '一项政策措施的全部内容' })
export type MeasureDetail = ReadOnly<z.output<typeof MeasureDetail>>

export const measureContract = {
  method: 'get',
  access: 'public',
  path: '/v1/measures/{id}',
  summary: '一项政策措施的全部内容',
  description: '编号里有一道斜线，原样写（/v1/measures/hn-2026-168/compute-voucher）或者写成 %2F 都可以。',
  params: z.strictObject({
    id: z.string().meta({ description: '措施的编号', examples: ['hn-2026-168/compute-voucher'] }),
  }),
  query: DayQuery,
  answer: MeasureDetail,
  errors: ['INVALID_INPUT', 'NOT_FOUND'],
} as const satisfies Contract
