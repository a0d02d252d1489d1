import { openMessage } from '../messages/place'
import type { Exporter } from './exporter'

export const messagesExporter: Exporter = {
  area: 'messages',
  title: '我们给您发过的消息、发到了哪里，和您选的通知方式',
  covers: ['messages.person_id', 'notification_choices.person_id'],
  async collect(world, queries, { personId }) {
    const rows = await queries
      .selectFrom('messages')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('seq')
      .execute()
    const deliveries = await queries
      .selectFrom('deliveries as d')
      .innerJoin('messages as m', 'm.id', 'd.message_id')
      .select(['d.message_id', 'd.channel', 'd.state', 'd.queued_at as queuedAt', 'd.settled_at as settledAt'])
      .where('m.person_id', '=', personId)
      .orderBy('d.queued_at')
      .execute()
    const messages: unknown[] = []
    for (const row of rows) {
      messages.push({
        id: row.id,
        companyId: row.company_id,
        topic: row.topic,
        content: await openMessage(queries, world.vault, row),
        at: row.created_at,
        readAt: row.read_at,
        sentBy: deliveries.filter(({ message_id }) => message_id === row.id).map(({ message_id: _, ...one }) => one),
      })
    }
    const choices = await queries
      .selectFrom('notification_choices')
      .select(['kind', 'id', 'wanted'])
      .where('person_id', '=', personId)
      .orderBy('kind')
      .orderBy('id')
      .execute()
    const subscriptions = await queries
      .selectFrom('wechat_quotas as q')
      .innerJoin('person_wechats as w', 'w.openid_index', 'q.openid_index')
      .select(['q.template_id as template', 'q.told_by_phone', 'q.told_by_wechat', 'q.used', 'q.updated_at as at'])
      .where('w.person_id', '=', personId)
      .orderBy('q.template_id')
      .execute()
    return { messages, choices, subscriptions }
  },
}
