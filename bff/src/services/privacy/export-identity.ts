import { phoneOf } from '../../identity/phone'
import { consentHistory } from '../../stores/consents'
import type { Exporter } from './exporter'

export const identityExporter: Exporter = {
  area: 'identity',
  title: '您的手机号、微信和登录过的设备',
  covers: ['person_phones.person_id', 'person_wechats.person_id', 'sessions.person_id'],
  async collect({ vault }, queries, { personId }) {
    const phone = await queries
      .selectFrom('person_phones')
      .select('bound_at')
      .where('person_id', '=', personId)
      .executeTakeFirst()
    const wechat = await queries
      .selectFrom('person_wechats')
      .select('linked_at')
      .where('person_id', '=', personId)
      .executeTakeFirst()
    const devices = await queries
      .selectFrom('sessions')
      .select(['device', 'created_at as signedInAt', 'last_used_at as lastUsedAt', 'ended_at as endedAt'])
      .where('person_id', '=', personId)
      .orderBy('created_at')
      .execute()
    return {
      phone: (await phoneOf(queries, vault, personId)) ?? null,
      phoneBoundAt: phone?.bound_at ?? null,
      wechatLinkedAt: wechat?.linked_at ?? null,
      devices,
    }
  },
}

export const consentsExporter: Exporter = {
  area: 'consents',
  title: '您同意过、收回过的事',
  covers: ['consents.person_id', 'terms_agreements.person_id'],
  async collect(_world, queries, { personId }) {
    const terms = await queries
      .selectFrom('terms_agreements')
      .select(['terms_version as version', 'agreed_at as at'])
      .where('person_id', '=', personId)
      .orderBy('agreed_at')
      .execute()
    const words = await consentHistory(queries, personId)
    return {
      terms,
      history: words.map(({ purpose, company_id, version, given, at }) => ({
        purpose,
        companyId: company_id,
        version,
        given,
        at,
      })),
    }
  },
}

export const membershipsExporter: Exporter = {
  area: 'memberships',
  title: '您在哪些公司里、做什么',
  covers: ['company_members.person_id'],
  collect: (_world, queries, { personId }) =>
    queries
      .selectFrom('company_members as m')
      .innerJoin('companies as c', 'c.id', 'm.company_id')
      .select(['c.id as companyId', 'c.name', 'c.credit_code as creditCode', 'm.role', 'm.joined_at as joinedAt'])
      .where('m.person_id', '=', personId)
      .orderBy('m.joined_at')
      .execute(),
}

export const invitationsExporter: Exporter = {
  area: 'invitations',
  title: '您发出的和您接受的邀请',
  covers: ['company_invitations.invited_by', 'company_invitations.accepted_by'],
  async collect(_world, queries, { personId }) {
    const rows = await queries
      .selectFrom('company_invitations')
      .select(['company_id', 'role', 'invited_by', 'accepted_by', 'expires_at', 'accepted_at', 'withdrawn_at'])
      .where(({ or, eb }) => or([eb('invited_by', '=', personId), eb('accepted_by', '=', personId)]))
      .orderBy('expires_at')
      .execute()
    return rows.map(({ company_id, role, invited_by, accepted_by, expires_at, accepted_at, withdrawn_at }) => ({
      companyId: company_id,
      role,
      sentByYou: invited_by === personId,
      acceptedByYou: accepted_by === personId,
      expiresAt: expires_at,
      acceptedAt: accepted_at,
      withdrawnAt: withdrawn_at,
    }))
  },
}
