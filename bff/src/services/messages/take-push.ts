import { createHash } from 'node:crypto'
import type { Deps } from '../../deps'
import type { Transaction } from '../../stores/database'
import { addQuota, endQuota } from '../../stores/wechat-quotas'
import { type PushedEvent, readPush } from '../../wechat/read-push'
import { takeReceipts } from './take-receipts'

type World = Pick<Deps, 'database' | 'vault' | 'clock'>

/** @returns false where it was heard before. */
async function isNew(transaction: Transaction, digest: string, at: Date): Promise<boolean> {
  const row = await transaction
    .insertInto('wechat_pushes')
    .values({ digest, received_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('digest')
    .executeTakeFirst()
  return row !== undefined
}

async function count(transaction: Transaction, { vault, clock }: World, event: PushedEvent): Promise<void> {
  // We ask for no such check ourselves: papers are shown to no other users, which is what WeChat's rules for
  // user-generated content are about (UGC类小程序运营攻略); OPERATING.md, "Publishing the mini-program", says more.
  if (event.type === 'media_checked') {
    const { traceId, passed, label } = event
    await transaction
      .insertInto('media_checks')
      .values({ trace_id: traceId, passed, label, received_at: clock() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  if (event.type !== 'subscribed' && event.type !== 'unsubscribed') return
  const openidIndex = vault.blindIndex('openid', event.openid)
  for (const { templateId, accepted } of event.answers) {
    // A change in the settings of WeChat takes back what was agreed to; it grants nothing.
    if (event.type === 'subscribed' && accepted) {
      await addQuota(transaction, openidIndex, templateId, 'wechat', clock())
    }
    if (event.type === 'unsubscribed' && !accepted) await endQuota(transaction, openidIndex, templateId)
  }
}

/** Takes in what WeChat pushed, once, however often it is repeated. */
export async function takePush(world: World, text: string, body: unknown): Promise<void> {
  const { database, clock } = world
  const events = readPush(body)
  const digest = createHash('sha256').update(text).digest('hex')
  await database.transaction(async (transaction) => {
    if (!(await isNew(transaction, digest, clock()))) return
    for (const event of events) await count(transaction, world, event)
  })
  // These are kept by their own number, so twice is no harm; and each is a transaction of its own.
  const sent = events.filter((event) => event.type === 'message_sent')
  await takeReceipts(
    world,
    sent.map(({ msgId, delivered, code }) => ({
      vendor: 'wechat',
      vendor_id: msgId,
      attempt_id: null,
      delivered,
      code: delivered ? null : code.slice(0, 60),
    })),
  )
}
