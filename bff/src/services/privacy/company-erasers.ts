import { sql } from 'kysely'
import { forgetCompany } from '../../stores/consenting-companies'
import type { Eraser } from './eraser'

const proactiveMatching: Eraser = {
  covers: ['consenting_companies.company_id', 'proactive_news.company_id'],
  erase: (transaction, companyId) => forgetCompany(transaction, companyId),
}

/** What a platform has, or may have by now, stays there, so its ids stay here; what had not left goes no more. */
const platforms: Eraser = {
  covers: ['platform_subjects.company_id', 'platform_writes.company_id'],
  async erase(transaction, companyId, { clock }) {
    await sql`
      insert into closed_subjects (id, company_id, platform, kind, platform_id, receipt_number, closed_at)
      select id, company_id, platform, kind, platform_id, receipt_number, ${clock()}
      from platform_subjects s where company_id = ${companyId} and (platform_id is not null or exists (
        select from platform_writes w where w.subject_id = s.id and w.state <> 'refused'))`.execute(transaction)
    await sql`
      delete from platform_events e using platform_subjects s
      where s.company_id = ${companyId} and e.platform = s.platform
        and (e.subject_id = s.id or e.platform_id = s.platform_id)`.execute(transaction)
    await transaction.deleteFrom('platform_writes').where('company_id', '=', companyId).execute()
    await transaction.deleteFrom('platform_subjects').where('company_id', '=', companyId).execute()
  },
}

/** An invoice that a platform has been shown stays claimed, so that nobody is paid for it twice. */
const submissions: Eraser = {
  covers: ['submissions.company_id', 'invoice_claims.company_id'],
  async erase(transaction, companyId) {
    await transaction
      .deleteFrom('invoice_claims')
      .where('company_id', '=', companyId)
      .where('submission_id', 'not in', (from) => from.selectFrom('closed_subjects').select('id'))
      .execute()
    await transaction.deleteFrom('submissions').where('company_id', '=', companyId).execute()
  },
}

/** The rows; bytes that no row knows are removed after the commit, and by the daily sweep. */
const papers: Eraser = {
  covers: ['papers.company_id', 'files.company_id', 'uploads.company_id'],
  async erase(transaction, companyId) {
    const own = transaction.selectFrom('papers').select('id').where('company_id', '=', companyId)
    await transaction.deleteFrom('uploads').where('company_id', '=', companyId).execute()
    await transaction.deleteFrom('paper_uses').where('paper_id', 'in', own).execute()
    await transaction.deleteFrom('paper_files').where('paper_id', 'in', own).execute()
    await transaction.deleteFrom('papers').where('company_id', '=', companyId).execute()
    await transaction.deleteFrom('files').where('company_id', '=', companyId).execute()
  },
}

/** With what hangs on it by a foreign key: profile, facts, members, invitations, messages about it. */
const company: Eraser = {
  covers: [
    'company_profiles.company_id',
    'company_facts.company_id',
    'company_members.company_id',
    'company_invitations.company_id',
    'messages.company_id',
  ],
  async erase(transaction, companyId) {
    await transaction.deleteFrom('companies').where('id', '=', companyId).execute()
  },
}

/** What is forgotten of a company, beside its key. In this order: the company itself comes last. */
export const companyErasers: readonly Eraser[] = [proactiveMatching, platforms, submissions, papers, company]

/** Columns that name a company and stay when it goes, each with the reason. */
export const staysOfCompany: Readonly<Record<string, string>> = {
  'consents.company_id': 'an id that leads to nobody; the history of what its members agreed to',
  'closed_subjects.company_id': 'an id that leads to nobody; what a platform may still ask about',
}
