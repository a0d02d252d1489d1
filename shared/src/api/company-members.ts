import { z } from 'zod'
import { CompanyRole } from './companies'
import type { Contract } from './contract'
import { InCompany } from './papers'
import type { ReadOnly } from './shape'

export const CompanyMember = z
  .strictObject({
    personId: z.uuid(),
    role: CompanyRole,
    phoneMasked: z.string().nullable().meta({ description: '138****0000' }),
    joinedAt: z.iso.datetime(),
    me: z.boolean().meta({ description: '就是我' }),
  })
  .meta({ description: '公司里的一个人' })
export const CompanyMembers = z.strictObject({ members: z.array(CompanyMember) }).meta({ description: '公司里的人' })
export type CompanyMembers = ReadOnly<z.output<typeof CompanyMembers>>

export const Invitation = z
  .strictObject({
    id: z.uuid(),
    token: z.string().meta({ description: '只在这里给，发给要请的人；同一个 Idempotency-Key 再问，给的是同一份' }),
    role: CompanyRole,
    expiresAt: z.iso.datetime(),
  })
  .meta({ description: '一份邀请，7天内有效，只能用一次' })
export type Invitation = ReadOnly<z.output<typeof Invitation>>

const SentInvitation = z
  .strictObject({
    id: z.uuid(),
    role: CompanyRole,
    invitedBy: z.strictObject({ phoneMasked: z.string().nullable(), me: z.boolean() }).meta({ description: '谁请的' }),
    expiresAt: z.iso.datetime(),
    state: z
      .enum(['open', 'used', 'withdrawn', 'expired'])
      .meta({ description: 'open 还没有人用；used 用过了；withdrawn 收回了；expired 过期了' }),
    endedAt: z.iso.datetime().nullable().meta({ description: '用掉、收回或者过期的时间' }),
  })
  .meta({ description: '发出去的一份邀请，不带 token' })
export const SentInvitations = z
  .strictObject({ invitations: z.array(SentInvitation) })
  .meta({ description: '公司发出去的邀请；过期30天以后不再列出' })
export type SentInvitations = ReadOnly<z.output<typeof SentInvitations>>

export const InvitedTo = z
  .strictObject({ companyId: z.uuid(), companyName: z.string(), role: CompanyRole, expiresAt: z.iso.datetime() })
  .meta({ description: '邀请去哪家公司、做什么' })
export type InvitedTo = ReadOnly<z.output<typeof InvitedTo>>

const InvitationToken = z.strictObject({ token: z.string() })
const OneMember = InCompany.extend({ personId: z.uuid() })
const written = ['INVALID_INPUT', 'MALFORMED_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'CONFLICT'] as const

export const membersContract = {
  method: 'get',
  access: 'member',
  path: '/v1/companies/{companyId}/members',
  summary: '公司里的人',
  params: InCompany,
  answer: CompanyMembers,
  errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
} as const satisfies Contract

export const changeMemberContract = {
  method: 'put',
  access: 'owner',
  path: '/v1/companies/{companyId}/members/{personId}',
  summary: '换一个人的身份，比如请他一起做负责人',
  params: OneMember,
  body: z.strictObject({ role: CompanyRole }),
  answer: CompanyMembers,
  errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', ...written],
} as const satisfies Contract

export const removeMemberContract = {
  method: 'delete',
  access: 'member',
  status: 204,
  path: '/v1/companies/{companyId}/members/{personId}',
  summary: '请一个人离开公司，或者自己离开',
  description: '只有负责人能请别人离开；最后一位负责人要先请别人做负责人。',
  params: OneMember,
  errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'],
} as const satisfies Contract

export const inviteContract = {
  method: 'post',
  access: 'owner',
  status: 201,
  path: '/v1/companies/{companyId}/invitations',
  summary: '请一个人到公司里来',
  params: InCompany,
  body: z.strictObject({ role: CompanyRole }),
  answer: Invitation,
  errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', ...written],
} as const satisfies Contract

export const sentInvitationsContract = {
  method: 'get',
  access: 'owner',
  path: '/v1/companies/{companyId}/invitations',
  summary: '公司发出去的邀请',
  params: InCompany,
  answer: SentInvitations,
  errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'],
} as const satisfies Contract

export const withdrawInvitationContract = {
  method: 'delete',
  access: 'owner',
  status: 204,
  path: '/v1/companies/{companyId}/invitations/{invitationId}',
  summary: '收回一份邀请',
  params: InCompany.extend({ invitationId: z.uuid() }),
  errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'],
} as const satisfies Contract

export const invitationContract = {
  method: 'get',
  access: 'person',
  path: '/v1/invitations/{token}',
  summary: '看一份邀请',
  params: InvitationToken,
  answer: InvitedTo,
  errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
} as const satisfies Contract

export const acceptInvitationContract = {
  method: 'post',
  access: 'person',
  path: '/v1/invitations/{token}/accept',
  summary: '接受邀请',
  description: '同一个人再接受一次，回答一样。',
  params: InvitationToken,
  answer: InvitedTo,
  errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
} as const satisfies Contract
