import { shanghaiDay } from '@suanhui/shared/date'
import { compose, type Message, type News } from '@suanhui/shared/notifications'
import type { Deps } from '../../deps'
import type { Queries, Transaction } from '../../stores/database'
import { addMessage, membersToTell, toldAlready } from '../../stores/messages'
import { sealMessage } from './place'
import { queueDelivery } from './queue-delivery'
import { wantsOf } from './wants'

export type TellingWorld = Pick<Deps, 'vault' | 'channels' | 'newId' | 'clock'>

/** The channels that have words for the message and an address of the person, in the order in which they are tried. */
async function waysTo(
  queries: Queries,
  { channels }: TellingWorld,
  personId: string,
  message: Message,
): Promise<readonly string[]> {
  const ways: string[] = []
  for (const [id, channel] of Object.entries(channels)) {
    if (channel.vendors.length === 0 || !channel.carries(message)) continue
    if (await channel.reaches(queries, personId)) ways.push(id)
  }
  return ways
}

async function tellOne(
  transaction: Transaction,
  world: TellingWorld,
  {
    personId,
    companyId,
    message,
  }: { readonly personId: string; readonly companyId: string; readonly message: Message },
): Promise<void> {
  const wants = await wantsOf(transaction, personId)
  if (!wants.topic(message.topic) || (await toldAlready(transaction, personId, message.dedupeKey))) return
  const id = world.newId()
  const content = await sealMessage(transaction, world.vault, { id, personId, message })
  const { topic, dedupeKey, urgent } = message
  const row = { id, personId, companyId, topic, dedupeKey, content, urgent, createdAt: world.clock() }
  if (!(await addMessage(transaction, row))) return
  if (!wants.sent) return
  const ways = await waysTo(transaction, world, personId, message)
  const wanted = ways.filter((channel) => wants.channel(channel) || (message.smsAlways && channel === 'sms'))
  // What the rules demand goes everywhere; for the rest one message is enough, and the others stand in.
  for (const channel of message.smsAlways ? wanted : wanted.slice(0, 1)) {
    await queueDelivery(transaction, world, { messageId: id, channel })
  }
}

/**
 * Tells every member of a company a piece of news, once, in the transaction that makes it news. Call `wakeJobs` after
 * the commit. Where the company is gone nobody is told.
 */
export async function tellMembers(
  transaction: Transaction,
  world: TellingWorld,
  companyId: string,
  news: News,
): Promise<void> {
  const company = await transaction
    .selectFrom('companies')
    .select('name')
    .where('id', '=', companyId)
    .executeTakeFirst()
  if (company === undefined) return
  const message = compose(news, { companyId, companyName: company.name, today: shanghaiDay(world.clock()) })
  for (const personId of await membersToTell(transaction, companyId)) {
    await tellOne(transaction, world, { personId, companyId, message })
  }
}
