import type { Eraser } from './eraser'

const memberships: Eraser = {
  covers: ['company_members.person_id'],
  async erase(transaction, personId) {
    await transaction.deleteFrom('company_members').where('person_id', '=', personId).execute()
  },
}

const invitations: Eraser = {
  covers: ['company_invitations.invited_by', 'company_invitations.accepted_by'],
  async erase(transaction, personId) {
    await transaction
      .deleteFrom('company_invitations')
      .where(({ or, eb }) => or([eb('invited_by', '=', personId), eb('accepted_by', '=', personId)]))
      .execute()
  },
}

/** With what became of each; nothing of it is sent any more. */
const messages: Eraser = {
  covers: ['messages.person_id', 'notification_choices.person_id'],
  async erase(transaction, personId) {
    await transaction
      .deleteFrom('wechat_quotas')
      .where('openid_index', 'in', (from) =>
        from.selectFrom('person_wechats').select('openid_index').where('person_id', '=', personId),
      )
      .execute()
    await transaction.deleteFrom('messages').where('person_id', '=', personId).execute()
    await transaction.deleteFrom('notification_choices').where('person_id', '=', personId).execute()
  },
}

/** Answers that were kept for repetitions hold what they answered. */
const keptAnswers: Eraser = {
  covers: ['idempotency_keys.scope'],
  async erase(transaction, personId) {
    await transaction.deleteFrom('idempotency_keys').where('scope', 'like', `${personId} %`).execute()
  },
}

/** How often they looked companies up, and registered some. */
const shares: Eraser = {
  covers: ['rate_limits.key'],
  async erase(transaction, personId) {
    await transaction.deleteFrom('rate_limits').where('key', 'like', `% ${personId}`).execute()
  },
}

/** What is forgotten of a person, beside their identity and their key. */
export const personErasers: readonly Eraser[] = [memberships, invitations, messages, keptAnswers, shares]

const ID_ALONE = 'an id that leads to nobody once the identity is gone; what was made is the company’s'
const EVIDENCE = 'an id that leads to nobody; shows for three years that processing was agreed to (see retention)'

/** Columns that name a person and stay when they go, each with the reason. */
export const staysOfPerson: Readonly<Record<string, string>> = {
  'consents.person_id': EVIDENCE,
  'terms_agreements.person_id': EVIDENCE,
  'papers.created_by': ID_ALONE,
  'uploads.created_by': ID_ALONE,
  'submissions.created_by': ID_ALONE,
}

/** Forgotten with the identity: see `forgetIdentity`. */
export const identityColumns: readonly string[] = [
  'person_phones.person_id',
  'person_wechats.person_id',
  'sessions.person_id',
]
