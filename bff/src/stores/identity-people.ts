import { sql } from 'kysely'
import type { Queries, Transaction } from './database'

/** Whoever makes or moves this identity at the same time waits for the end of this transaction. */
export async function lockIdentity(transaction: Transaction, index: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${index}, 0))`.execute(transaction)
}

export async function personByPhone(queries: Queries, phoneIndex: string): Promise<string | undefined> {
  const row = await queries
    .selectFrom('person_phones')
    .select('person_id')
    .where('phone_index', '=', phoneIndex)
    .executeTakeFirst()
  return row?.person_id
}

export async function personByWechat(queries: Queries, openidIndex: string): Promise<string | undefined> {
  const row = await queries
    .selectFrom('person_wechats')
    .select('person_id')
    .where('openid_index', '=', openidIndex)
    .executeTakeFirst()
  return row?.person_id
}

export async function sealedPhone(queries: Queries, personId: string): Promise<string | undefined> {
  const row = await queries
    .selectFrom('person_phones')
    .select('phone_sealed')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.phone_sealed
}

export async function sealedOpenid(queries: Queries, personId: string): Promise<string | undefined> {
  const row = await queries
    .selectFrom('person_wechats')
    .select('openid_sealed')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.openid_sealed
}

/** By what the person's openid is found; undefined where they never signed in by WeChat. */
export async function openidIndexOf(queries: Queries, personId: string): Promise<string | undefined> {
  const row = await queries
    .selectFrom('person_wechats')
    .select('openid_index')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.openid_index
}

export async function makePerson(transaction: Transaction, id: string, now: Date): Promise<void> {
  await transaction.insertInto('people').values({ id, created_at: now }).execute()
}

export async function keepPhone(
  transaction: Transaction,
  personId: string,
  phone: { readonly index: string; readonly sealed: string },
  now: Date,
): Promise<void> {
  const values = { phone_index: phone.index, phone_sealed: phone.sealed, bound_at: now }
  await transaction
    .insertInto('person_phones')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute()
}

export async function keepWechat(
  transaction: Transaction,
  personId: string,
  wechat: { readonly openidIndex: string; readonly openidSealed: string; readonly unionidIndex: string | null },
  now: Date,
): Promise<void> {
  await transaction
    .insertInto('person_wechats')
    .values({
      person_id: personId,
      openid_index: wechat.openidIndex,
      openid_sealed: wechat.openidSealed,
      unionid_index: wechat.unionidIndex,
      linked_at: now,
    })
    .execute()
}

/** The link as it stands, taken away from the person. */
export async function takeWechat(transaction: Transaction, personId: string) {
  return transaction
    .deleteFrom('person_wechats')
    .where('person_id', '=', personId)
    .returning(['openid_index', 'openid_sealed', 'unionid_index'])
    .executeTakeFirst()
}

export async function isInACompany(queries: Queries, personId: string): Promise<boolean> {
  const row = await queries
    .selectFrom('company_members')
    .select('company_id')
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Agreeing again to the same wording changes nothing. */
export async function keepAgreement(
  transaction: Transaction,
  personId: string,
  termsVersion: string,
  now: Date,
): Promise<void> {
  await transaction
    .insertInto('terms_agreements')
    .values({ person_id: personId, terms_version: termsVersion, agreed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The person is no longer there; the row stays, so that the id is never given twice. */
export async function retirePerson(transaction: Transaction, personId: string, now: Date): Promise<void> {
  await transaction.updateTable('people').set({ deleted_at: now }).where('id', '=', personId).execute()
}

/** Number, WeChat and devices of someone who is being deleted; the number may sign up anew. @returns ended sessions. */
export async function forgetIdentity(transaction: Transaction, personId: string): Promise<readonly string[]> {
  const phone = await transaction
    .deleteFrom('person_phones')
    .where('person_id', '=', personId)
    .returning('phone_index')
    .executeTakeFirst()
  if (phone) await transaction.deleteFrom('login_codes').where('phone_index', '=', phone.phone_index).execute()
  await transaction.deleteFrom('person_wechats').where('person_id', '=', personId).execute()
  const ended = await transaction.deleteFrom('sessions').where('person_id', '=', personId).returning('id').execute()
  return ended.map(({ id }) => id)
}
