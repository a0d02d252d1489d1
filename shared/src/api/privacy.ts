import { z } from 'zod'
import type { Contract } from './contract'
import type { ReadOnly } from './shape'

const Purpose = z
  .enum(['service', 'notifications', 'proactive_matching', 'sharing_with_platform'], '没有这一项同意')
  .meta({
    description:
      'service 使用本服务；notifications 发通知；proactive_matching 政策一变就替公司再算一遍；sharing_with_platform 把材料交给政府平台',
  })

export const Consent = z
  .strictObject({
    purpose: Purpose,
    companyId: z.exactOptional(z.uuid()).meta({ description: 'proactive_matching 是替哪一家公司同意的' }),
    version: z.string().min(1, '要写明是哪一版').max(40, '太长了').meta({ description: '同意的是哪一版说明' }),
    given: z.boolean().meta({ description: '假的就是收回了' }),
    at: z.iso.datetime(),
  })
  .meta({ description: '同意过、或者收回了的一件事' })
export const Consents = z.strictObject({ consents: z.array(Consent) }).meta({ description: '我同意过的事' })
export type Consents = ReadOnly<z.output<typeof Consents>>

export const consentsContract = {
  method: 'get',
  access: 'person',
  path: '/v1/me/consents',
  summary: '我同意过的事',
  answer: Consents,
  errors: ['UNAUTHENTICATED'],
} as const satisfies Contract

export const changeConsentContract = {
  method: 'put',
  access: 'person',
  path: '/v1/me/consents',
  summary: '同意一件事，或者收回',
  body: Consent.omit({ at: true }),
  answer: Consents,
  errors: [
    'UNAUTHENTICATED',
    'NOT_FOUND',
    'INVALID_INPUT',
    'MALFORMED_JSON',
    'BODY_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
  ],
} as const satisfies Contract

export const exportMeContract = {
  method: 'get',
  access: 'person',
  path: '/v1/me/export',
  summary: '关于我的全部，一个文件',
  answer: z.record(z.string(), z.unknown()),
  errors: ['UNAUTHENTICATED'],
} as const satisfies Contract

export const deleteMeContract = {
  method: 'delete',
  access: 'person',
  status: 204,
  path: '/v1/me',
  summary: '注销：关于我的全部删掉，找不回来',
  description: '是公司唯一负责人的，先请别人做负责人。',
  body: z.strictObject({ confirm: z.literal('注销', '请写“注销”两个字') }),
  errors: [
    'UNAUTHENTICATED',
    'CONFLICT',
    'INVALID_INPUT',
    'MALFORMED_JSON',
    'BODY_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
  ],
} as const satisfies Contract
