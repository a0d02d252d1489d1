import type { Subscriptions } from '@suanhui/shared/api'
import { wechatTemplateNames, wechatTemplates } from '@suanhui/shared/notifications'
import type { Deps } from '../../deps'
import type { Queries, Transaction } from '../../stores/database'
import { openidIndexOf } from '../../stores/identity-people'
import { addQuota, endQuota, quotasOf } from '../../stores/wechat-quotas'

type World = Pick<Deps, 'messaging' | 'clock'>

/** What wx.requestSubscribeMessage says of one template. */
export interface SubscribeResult {
  readonly templateId: string
  readonly result: 'accept' | 'acceptWithAudio' | 'acceptWithAlert' | 'reject' | 'ban' | 'filter'
}

/** The templates that are set up, with how many messages of each may still come. */
export async function describeSubscriptions(
  queries: Queries,
  { messaging }: World,
  personId: string,
): Promise<Subscriptions> {
  const openidIndex = await openidIndexOf(queries, personId)
  const left = openidIndex === undefined ? new Map<string, number>() : await quotasOf(queries, openidIndex)
  return {
    templates: wechatTemplateNames.flatMap((template) => {
      const id = messaging.wechatTemplates[template]?.id
      const { name, topics } = wechatTemplates[template]
      return id === undefined ? [] : [{ templateId: id, name, topics: [...topics], left: left.get(id) ?? 0 }]
    }),
  }
}

/** Counts what someone has agreed to on their phone; templates that are not ours are left out. */
export async function keepSubscriptions(
  transaction: Transaction,
  world: World,
  personId: string,
  results: readonly SubscribeResult[],
): Promise<Subscriptions> {
  const openidIndex = await openidIndexOf(transaction, personId)
  const ours = new Set(wechatTemplateNames.map((template) => world.messaging.wechatTemplates[template]?.id))
  for (const { templateId, result } of results) {
    if (openidIndex === undefined || !ours.has(templateId)) continue
    if (result.startsWith('accept')) await addQuota(transaction, openidIndex, templateId, 'phone', world.clock())
    if (result === 'ban') await endQuota(transaction, openidIndex, templateId)
  }
  return describeSubscriptions(transaction, world, personId)
}
