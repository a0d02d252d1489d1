import { sql } from 'kysely'
import type { Queries, Transaction } from './database'

/**
 * How many messages of a template someone may still be sent. Phone and WeChat both report each agreement, and either
 * report may be lost: so the greater of the two counts, and not their sum.
 */
const LEFT = sql<number>`greatest(told_by_phone, told_by_wechat) - used`

export async function quotasOf(queries: Queries, openidIndex: string): Promise<ReadonlyMap<string, number>> {
  const rows = await queries
    .selectFrom('wechat_quotas')
    .select(['template_id', LEFT.as('left')])
    .where('openid_index', '=', openidIndex)
    .execute()
  return new Map(rows.map(({ template_id, left }) => [template_id, Math.max(0, left)]))
}

/** Someone agreed to one more message. */
export async function addQuota(
  transaction: Transaction,
  openidIndex: string,
  templateId: string,
  toldBy: 'phone' | 'wechat',
  at: Date,
): Promise<void> {
  const [phone, wechat] = toldBy === 'phone' ? [1, 0] : [0, 1]
  await sql`
    insert into wechat_quotas as q (openid_index, template_id, told_by_phone, told_by_wechat, updated_at)
    values (${openidIndex}, ${templateId}, ${phone}, ${wechat}, ${at})
    on conflict (openid_index, template_id) do update set
      told_by_phone = q.told_by_phone + excluded.told_by_phone,
      told_by_wechat = q.told_by_wechat + excluded.told_by_wechat,
      updated_at = excluded.updated_at`.execute(transaction)
}

/** Takes one before sending. @returns false where none is left. */
export async function takeQuota(
  transaction: Transaction,
  openidIndex: string,
  templateId: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('wechat_quotas')
    .set({ used: sql<number>`used + 1`, updated_at: at })
    .where('openid_index', '=', openidIndex)
    .where('template_id', '=', templateId)
    .where(sql<boolean>`${LEFT} > 0`)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** WeChat did not take it, and so did not count it. */
export async function giveQuotaBack(transaction: Transaction, openidIndex: string, templateId: string): Promise<void> {
  await transaction
    .updateTable('wechat_quotas')
    .set({ used: sql<number>`greatest(0, used - 1)` })
    .where('openid_index', '=', openidIndex)
    .where('template_id', '=', templateId)
    .execute()
}

/** WeChat says that none is left: it knows better. */
export async function endQuota(transaction: Transaction, openidIndex: string, templateId: string): Promise<void> {
  await transaction
    .updateTable('wechat_quotas')
    .set({ used: sql<number>`greatest(told_by_phone, told_by_wechat)` })
    .where('openid_index', '=', openidIndex)
    .where('template_id', '=', templateId)
    .execute()
}
