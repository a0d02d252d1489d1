import { z } from 'zod'
import type { Contract } from './contract'
import type { ReadOnly } from './shape'
import { SubmissionDetail, submissionContract } from './submissions'

const { path, params } = submissionContract

export const RuleChanges = z
  .strictObject({
    state: z
      .enum(['none', 'open', 'kept', 'told'])
      .meta({ description: '没有变化；要人来选；选了按原来的办；已经交了，只是告诉一声' }),
    from: z.exactOptional(z.string()).meta({ description: '这一份按哪一版规则' }),
    to: z.exactOptional(z.string()).meta({ description: '现在的是哪一版' }),
    mayKeep: z.exactOptional(z.boolean()).meta({ description: '可以接着按原来的办' }),
    prevails: z.exactOptional(z.string()).meta({ description: '不可以的话，是哪一条说的' }),
    differences: z.array(
      z.strictObject({
        kind: z.enum(['verdict', 'amount', 'criterion', 'deadline', 'materials', 'place']),
        clause: z.string().meta({ description: '文号和条款' }),
        before: z.string(),
        after: z.string(),
        means: z.string().meta({ description: '对这家公司是什么意思' }),
      }),
    ),
  })
  .meta({ description: '这一份开始办以后，政策规定变了什么' })
export type RuleChanges = ReadOnly<z.output<typeof RuleChanges>>

export const ruleChangesContract = {
  method: 'get',
  access: 'member',
  path: `${path}/rule-changes`,
  summary: '这一份开始办以后，政策规定变了什么',
  params,
  answer: RuleChanges,
  errors: [],
} as const satisfies Contract

export const chooseRulesContract = {
  method: 'put',
  access: 'member',
  path: `${path}/rule-changes`,
  summary: '看过变化，选按新规定还是按原来的规定办',
  description: '文件说以新规定为准的，不能选按原来的办，回 CONFLICT。',
  params,
  body: z.strictObject({
    version: z.int().min(0),
    choice: z.enum(['keep', 'take']).meta({ description: '按原来的办，按新的办' }),
    to: z.string().max(100).meta({ description: '看的是哪一版；又变了回 CONFLICT' }),
  }),
  answer: SubmissionDetail,
  errors: ['INVALID_INPUT', 'MALFORMED_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'CONFLICT'],
} as const satisfies Contract
