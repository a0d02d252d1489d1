import type { Topic } from '@suanhui/shared/notifications'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { builtOnce } from './built-once'
import type { Queries, Transaction } from './database'
import type { MessagesTable } from './tables/messages'

export type MessageRow = Selectable<MessagesTable>
export type InboxRow = MessageRow & { readonly company_name: string | null }

export interface NewMessage {
  readonly id: string
  readonly personId: string
  readonly companyId: string
  readonly topic: Topic
  readonly dedupeKey: string
  readonly content: string
  readonly urgent: boolean
  readonly createdAt: Date
}

/** Puts a message into the inbox. @returns false where the person was told of this before. */
export async function addMessage(transaction: Transaction, message: NewMessage): Promise<boolean> {
  const row = await transaction
    .insertInto('messages')
    .values({
      id: message.id,
      person_id: message.personId,
      company_id: message.companyId,
      topic: message.topic,
      dedupe_key: message.dedupeKey,
      content: message.content,
      urgent: message.urgent,
      created_at: message.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'dedupe_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whom of these people nobody has told of it yet. */
export async function toldAlready(queries: Queries, personId: string, dedupeKey: string): Promise<boolean> {
  const row = await queries
    .selectFrom('messages')
    .select('id')
    .where('person_id', '=', personId)
    .where('dedupe_key', '=', dedupeKey)
    .executeTakeFirst()
  return row !== undefined
}

const ofPerson = (queries: Queries, personId: string) =>
  queries
    .selectFrom('messages as m')
    .leftJoin('companies as c', 'c.id', 'm.company_id')
    .selectAll('m')
    .select('c.name as company_name')
    .where('m.person_id', '=', personId)

/** The newest first, those before `seq`. */
export function inboxOf(
  queries: Queries,
  personId: string,
  { before, unread, limit }: { readonly before: number | undefined; readonly unread: boolean; readonly limit: number },
): Promise<InboxRow[]> {
  let wanted = ofPerson(queries, personId).orderBy('m.seq', 'desc').limit(limit)
  if (before !== undefined) wanted = wanted.where('m.seq', '<', before)
  if (unread) wanted = wanted.where('m.read_at', 'is', null)
  return wanted.execute()
}

export const findMessage = (queries: Queries, personId: string, id: string): Promise<InboxRow | undefined> =>
  ofPerson(queries, personId).where('m.id', '=', id).executeTakeFirst()

const unreadCounts = builtOnce((queries, personId: string) =>
  queries
    .selectFrom('messages')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null),
)

export async function countUnread(queries: Queries, personId: string): Promise<number> {
  const [row] = await unreadCounts(queries, personId)
  return row?.count ?? 0
}

/** The first look counts. @returns false where the person has no such message. */
export async function markRead(queries: Queries, personId: string, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await queries
    .updateTable('messages')
    .set({ read_at: sql<Date>`coalesce(read_at, ${at})` })
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function markAllRead(queries: Queries, personId: string, at: Date): Promise<void> {
  await queries
    .updateTable('messages')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .execute()
}

/** Who is told what concerns a company. */
export async function membersToTell(queries: Queries, companyId: string): Promise<readonly string[]> {
  const rows = await queries
    .selectFrom('company_members as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .select('m.person_id')
    .where('m.company_id', '=', companyId)
    .where('p.deleted_at', 'is', null)
    .orderBy('m.person_id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}
