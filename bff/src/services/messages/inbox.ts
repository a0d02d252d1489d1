import type { InboxMessage, InboxPage } from '@suanhui/shared/api'
import type { Deps } from '../../deps'
import { AppError } from '../../errors'
import { countUnread, findMessage, type InboxRow, inboxOf, markRead } from '../../stores/messages'
import { openMessage } from './place'

type World = Pick<Deps, 'database' | 'vault' | 'clock'>

const PAGE = 30

async function shown({ database, vault }: World, row: InboxRow): Promise<InboxMessage> {
  const { title, text, link } = await openMessage(database.queries, vault, row)
  return {
    id: row.id,
    topic: row.topic,
    title,
    text,
    urgent: row.urgent,
    link: link ?? null,
    companyId: row.company_id,
    companyName: row.company_name,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }
}

/** @throws {AppError} where the cursor is none of ours. */
function before(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined
  const seq = Number(cursor)
  if (/^\d{1,15}$/.test(cursor) && Number.isSafeInteger(seq)) return seq
  throw new AppError('INVALID_INPUT', '请求不对', { fields: [{ field: 'cursor', message: '请用上一页给的 next' }] })
}

/** A page of someone's messages, the newest first. */
export async function listInbox(
  world: World,
  personId: string,
  { cursor, unread = false }: { readonly cursor: string | undefined; readonly unread?: boolean },
): Promise<InboxPage> {
  const { queries } = world.database
  const rows = await inboxOf(queries, personId, { before: before(cursor), unread, limit: PAGE + 1 })
  const page = rows.slice(0, PAGE)
  return {
    messages: await Promise.all(page.map((row) => shown(world, row))),
    next: rows.length > PAGE ? String(page.at(-1)?.seq) : null,
    unread: await countUnread(queries, personId),
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const gone = (): AppError => new AppError('NOT_FOUND', '没有这条消息')

/** @throws {AppError} where the person has no such message. */
export async function readInbox(world: World, personId: string, messageId: string): Promise<InboxMessage> {
  const row = UUID.test(messageId) ? await findMessage(world.database.queries, personId, messageId) : undefined
  if (row === undefined) throw gone()
  return shown(world, row)
}

/** @throws {AppError} where the person has no such message. */
export async function markInboxRead({ database, clock }: World, personId: string, messageId: string): Promise<void> {
  const found = UUID.test(messageId) && (await markRead(database.queries, personId, messageId, clock()))
  if (!found) throw gone()
}
