import { type Message, quietUntil } from '@suanhui/shared/notifications'
import { z } from 'zod'
import type { Channel } from '../channels/channel'
import type { Deps } from '../deps'
import { settleLostAttempts } from '../services/messages/lost-attempts'
import { openMessage } from '../services/messages/place'
import { jobKindOf, queueDelivery } from '../services/messages/queue-delivery'
import { tryVendors } from '../services/messages/try-vendors'
import { wantsOf } from '../services/messages/wants'
import { earlierSteps, type Failure, type LoadedDelivery, loadDelivery, markFailed } from '../stores/deliveries'
import { KeyDestroyedError } from '../vault/vault'
import { DONE, type JobHandler, type Outcome } from './handler'

const Payload = z.object({ deliveryId: z.uuid() })
/** After a crash a message waits no longer than this. */
const LEASE_MS = 30_000
/** What a vendor answered waits as long for the database. */
const LONGEST_MS = 300_000

type World = Pick<Deps, 'database' | 'vault' | 'channels' | 'clock' | 'newId' | 'wakeJobs' | 'quietHours'>

/** The message in words; undefined where the person was deleted meanwhile. */
async function wordsOf({ database, vault }: World, delivery: LoadedDelivery): Promise<Message | undefined> {
  const { message_id: id, person_id, content } = delivery
  return openMessage(database.queries, vault, { id, person_id, content }).catch((error: unknown) => {
    if (error instanceof KeyDestroyedError) return undefined
    throw error
  })
}

/** It will not go by this channel: written down, and where another stands in, handed on, both together. */
async function giveUp(
  world: World,
  channel: Channel,
  delivery: LoadedDelivery,
  message: Message | undefined,
  failure: Failure,
): Promise<Outcome> {
  const { database, channels, clock, wakeJobs } = world
  const stand = channel.fallback === undefined ? undefined : channels[channel.fallback]
  const handedOn = await database.transaction(async (transaction) => {
    const state = failure.kind === 'permanent' ? 'undeliverable' : 'failed'
    await markFailed(transaction, delivery.id, state, failure, clock())
    if (channel.fallback === undefined || message === undefined || stand?.carries(message) !== true) return false
    const wants = await wantsOf(transaction, delivery.person_id)
    if (!wants.sent || (!message.smsAlways && !wants.channel(channel.fallback))) return false
    if (!(await stand.reaches(transaction, delivery.person_id))) return false
    await queueDelivery(transaction, world, { messageId: delivery.message_id, channel: channel.fallback })
    return true
  })
  if (handedOn) wakeJobs()
  return handedOn ? DONE : { outcome: 'dead', failure: `${failure.kind}: ${failure.reason}` }
}

const BEHIND_MS = 300
const BEHIND_FAILED_MS = 5_000

/**
 * Steps of one subject reach a person in their order: how long to wait for an earlier one; undefined where it is this
 * one's turn. What is urgent does not wait for one that failed before.
 */
async function behind({ database }: World, delivery: LoadedDelivery): Promise<number | undefined> {
  const earlier = await earlierSteps(database.queries, delivery, jobKindOf(delivery.channel))
  const awaited = delivery.urgent ? earlier.filter(({ failed }) => !failed) : earlier
  if (awaited.length === 0) return undefined
  return awaited.some(({ failed }) => failed) ? BEHIND_FAILED_MS : BEHIND_MS
}

/** How long it is not its turn; by night the earlier ones sleep, and what is urgent goes alone. */
async function waitOf(world: World, delivery: LoadedDelivery): Promise<number | undefined> {
  const now = world.clock()
  const quiet = world.quietHours ? quietUntil(now) : undefined
  if (quiet === undefined) return behind(world, delivery)
  return delivery.urgent ? undefined : quiet.getTime() - now.getTime()
}

async function deliver(world: World, channel: Channel, delivery: LoadedDelivery, attempts: number): Promise<Outcome> {
  const { database } = world
  if (delivery.state === 'sending' && (await settleLostAttempts(world, delivery.id))) return DONE
  const afterMs = await waitOf(world, delivery)
  if (afterMs !== undefined) return { outcome: 'later', afterMs }
  const message = await wordsOf(world, delivery)
  // Taken back while it waited for the morning: it stays in the inbox.
  if (!(await wantsOf(database.queries, delivery.person_id)).sent) {
    return giveUp(world, channel, delivery, message, { kind: 'permanent', reason: 'consent taken back' })
  }
  const address = message && (await channel.addressOf(database.queries, delivery.person_id))
  if (message === undefined || address === undefined) {
    return giveUp(world, channel, delivery, message, { kind: 'permanent', reason: 'no address' })
  }
  const failure = await tryVendors(world, channel, delivery, { address, message })
  if (failure === undefined) return DONE
  if (failure.kind === 'permanent' || attempts >= channel.attempts) {
    return giveUp(world, channel, delivery, message, failure)
  }
  return { outcome: 'retry', failure: `${failure.kind}: ${failure.reason}` }
}

/** Carries the messages of one channel to its vendors. */
const sendBy = (world: World, id: string, channel: Channel): JobHandler => ({
  kind: jobKindOf(id),
  attempts: channel.attempts,
  atOnce: 8,
  leaseMs: LEASE_MS,
  renewedForMs: LONGEST_MS,
  async run({ payload, attempts }) {
    const { deliveryId } = Payload.parse(payload)
    const delivery = await loadDelivery(world.database.queries, deliveryId)
    // Deleted with its person, or done by a run whose word was lost.
    if (delivery === undefined || !['queued', 'sending'].includes(delivery.state)) return DONE
    return deliver(world, channel, delivery, attempts)
  },
})

/** A handler for each channel that has vendors. */
export const sendMessages = (world: World): readonly JobHandler[] =>
  Object.entries(world.channels)
    .filter(([, { vendors }]) => vendors.length > 0)
    .map(([id, channel]) => sendBy(world, id, channel))
