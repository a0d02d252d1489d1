import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Queries, Transaction } from './database'
import type { ConsentPurpose, ConsentsTable } from './tables/privacy'

export type ConsentRow = Omit<Selectable<ConsentsTable>, 'seq'>

const COLUMNS = ['person_id', 'purpose', 'company_id', 'version', 'given', 'at'] as const

/** The person's last word on each purpose, and the last word of anyone on each of their companies. */
export async function standingConsents(queries: Queries, personId: string): Promise<readonly ConsentRow[]> {
  const own = await queries
    .selectFrom('consents')
    .select(COLUMNS)
    .distinctOn('purpose')
    .where('person_id', '=', personId)
    .where('company_id', 'is', null)
    .orderBy('purpose')
    .orderBy('seq', 'desc')
    .execute()
  // One after the other: of two at once that fail, nobody would hear the second one, and that ends the process.
  const companies = await queries
    .selectFrom('consents')
    .innerJoin('company_members as m', 'm.company_id', 'consents.company_id')
    .select(['consents.person_id', 'purpose', 'consents.company_id', 'version', 'given', 'at'])
    .distinctOn('consents.company_id')
    .where('m.person_id', '=', personId)
    .orderBy('consents.company_id')
    .orderBy('seq', 'desc')
    .execute()
  return [...own, ...companies]
}

/** The wording of the terms that the person agreed to last, by signing in; undefined where they never did. */
export const termsAgreedTo = (
  queries: Queries,
  personId: string,
): Promise<{ readonly version: string; readonly at: Date } | undefined> =>
  queries
    .selectFrom('terms_agreements')
    .select(['terms_version as version', 'agreed_at as at'])
    .where('person_id', '=', personId)
    .orderBy('agreed_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Everything the person ever agreed to or took back, the oldest first. */
export const consentHistory = (queries: Queries, personId: string): Promise<readonly ConsentRow[]> =>
  queries.selectFrom('consents').select(COLUMNS).where('person_id', '=', personId).orderBy('seq').execute()

type OwnPurpose = Exclude<ConsentPurpose, 'proactive_matching'>

/** Undefined where they never said anything. */
async function lastWord(queries: Queries, personId: string, purpose: OwnPurpose): Promise<boolean | undefined> {
  const row = await queries
    .selectFrom('consents')
    .select('given')
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.given
}

/** Whether the person agrees to this at the moment; who never said anything does not. */
export const agreesTo = async (queries: Queries, personId: string, purpose: OwnPurpose): Promise<boolean> =>
  (await lastWord(queries, personId, purpose)) ?? false

/**
 * Whether the person said that nothing of their matters may go out by text message or WeChat. To be told where things
 * stand belongs to the service they agreed to by signing in: who said nothing more is told.
 */
export async function wantsNothingSent(queries: Queries, personId: string): Promise<boolean> {
  return (await lastWord(queries, personId, 'notifications')) === false
}

/** Words about one company, or of one person, are taken one after another from here until the commit. */
export async function lockConsents(transaction: Transaction, of: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`consents ${of}`}, 0))`.execute(transaction)
}

export const keepConsent = (transaction: Transaction, row: ConsentRow) =>
  transaction.insertInto('consents').values(row).execute()
