import { z } from 'zod'
import type { Contract } from './contract'
import { CivilDate } from './date'

export const SentTo = z
  .enum(['hunan-scheduling', 'hunan-projects', 'shanxi-dispatch'])
  .meta({ description: '哪个平台' })

export const TimelineEntry = z
  .strictObject({
    at: z.iso.datetime(),
    label: z.string().meta({ description: '到了哪一步' }),
    note: z.string().nullable().meta({ description: '平台的原话；没有就是 null' }),
  })
  .meta({ description: '进度里的一条' })

export const SubjectCorrection = z
  .strictObject({
    id: z.string(),
    about: z.union([z.strictObject({ paper: z.string() }), z.strictObject({ field: z.string() })]),
    kind: z
      .enum(['incorrect', 'incomplete', 'outdated'])
      .meta({ description: 'incorrect 不对；incomplete 不全；outdated 过期' }),
    note: z.string(),
    dueOn: CivilDate.nullable(),
    resolvedAt: z.iso.datetime().nullable(),
  })
  .meta({ description: '要补正的一项' })

/** Where something that was sent to a platform stands; filings, applications and vouchers answer with it, too. */
export const SubjectProgress = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['registration', 'filing', 'application', 'voucher']),
    platform: SentTo,
    platformName: z.string(),
    status: z.string().meta({ description: '到了哪一步，见说明书里的状态表' }),
    label: z.string(),
    meaning: z.string().meta({ description: '这一步是什么意思' }),
    holder: z.string().meta({ description: '现在在谁手里' }),
    next: z.string().meta({ description: '接下来是什么' }),
    unknownStatus: z.string().nullable().meta({ description: '平台说了我们还不认识的话，这是原话' }),
    sending: z
      .enum(['queued', 'sent', 'refused'])
      .meta({ description: 'queued 还在送往平台的路上；sent 平台收到了；refused 平台没有收' }),
    refusal: z.string().nullable().meta({ description: '平台为什么没有收' }),
    receiptNumber: z.string().nullable().meta({ description: '平台的受理号' }),
    acts: z.array(z.string()).meta({ description: '现在可以做什么' }),
    corrections: z.array(SubjectCorrection),
    timeline: z.array(TimelineEntry),
  })
  .meta({ description: '办到哪一步了' })
export type SubjectProgress = z.output<typeof SubjectProgress>

export const PlatformEventTaken = z
  .strictObject({ taken: z.boolean().meta({ description: '是不是第一次收到；重复的也算收到' }) })
  .meta({ description: '消息收到了' })

export const platformEventContract = {
  method: 'post',
  access: 'system',
  path: '/v1/platforms/{platform}/events',
  summary: '平台送来的进度消息',
  description: '和发给平台的请求用同样的办法签名；最多 64 KB；可以重复，可以不按顺序。',
  params: z.strictObject({ platform: SentTo }),
  body: z.looseObject({}),
  answer: PlatformEventTaken,
  status: 202,
  errors: ['MALFORMED_JSON', 'BODY_TOO_LARGE', 'INVALID_INPUT', 'NOT_FOUND', 'CONFLICT'],
} as const satisfies Contract

export const registerCompanyContract = {
  method: 'post',
  access: 'owner',
  path: '/v1/companies/{companyId}/registration',
  summary: '把公司注册资料送到平台审核',
  params: z.strictObject({ companyId: z.string() }),
  body: z.strictObject({
    platform: z.enum(['hunan-scheduling', 'shanxi-dispatch'], { error: '请选湖南或者山西的平台' }),
    form: z
      .record(z.string().max(100), z.union([z.string().max(5000), z.number(), z.boolean(), z.null()]))
      .meta({ description: '附件1的内容，一项一项' }),
    paperIds: z.array(z.uuid()).max(50).default([]).meta({ description: '一起送去的材料' }),
  }),
  answer: SubjectProgress,
  status: 202,
  errors: [
    'MALFORMED_JSON',
    'BODY_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
    'INVALID_INPUT',
    'CONFLICT',
    'CONSENT_NEEDED',
    'PLATFORM_UNAVAILABLE',
  ],
} as const satisfies Contract

export const companyRegistrationContract = {
  method: 'get',
  access: 'member',
  path: '/v1/companies/{companyId}/registration',
  summary: '公司注册办到哪一步',
  params: z.strictObject({ companyId: z.string() }),
  answer: z.strictObject({ registrations: z.array(SubjectProgress) }),
  errors: [],
} as const satisfies Contract
