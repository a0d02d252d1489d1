import { z } from 'zod'
import type { Faults } from './faults'
import type { Journal } from './journal'

/** To whom of the product something is sent; each has its own address and its own wrapping. */
export const Target = z.enum([
  'hunan-scheduling',
  'hunan-projects',
  'shanxi-dispatch',
  'wechat',
  'aliyun-receipts',
  'tencent-receipts',
])
export type Target = z.infer<typeof Target>

export const Delivery = z.object({
  target: Target,
  /** JSON, before signing and encryption. */
  body: z.string(),
  dueAt: z.number(),
  attempts: z.number(),
  state: z.enum(['waiting', 'done', 'dead']),
  lastError: z.string().optional(),
})
export type Delivery = z.infer<typeof Delivery>

/** Wraps, signs and posts one body; throws where the product did not take it. */
export type Send = (target: Target, body: string) => Promise<void>

export interface Outbox {
  /** Inside a commit, so that what is to be told is kept with the reason for telling it. */
  enqueue(target: Target, body: unknown, delayMs?: number): void
  /** Looks whether something is due. */
  wake(): void
  waiting(): readonly Delivery[]
  /** Resolves when what is under way has ended. */
  close(): Promise<void>
}

const MAX_ATTEMPTS = 40
const MAX_PAUSE_MS = 30_000
const AT_ONCE = 8
/** The sent ones are kept for a look at them, up to so many. */
const KEEP_DONE = 200

interface Parts {
  readonly journal: Journal
  readonly faults: Faults
  readonly clock: () => Date
  readonly newId: () => string
  readonly send: Send
  /** False: nobody is there to be told yet, and no try is wasted. */
  readonly ready: () => boolean
}

const isReceipt = (target: Target): boolean => target.endsWith('-receipts')

/** Everything for the product passes here: durable, at least once, with pauses that double. */
export function openOutbox({ journal, faults, clock, newId, send, ready }: Parts): Outbox {
  const deliveries = journal.collection('deliveries', Delivery)
  const waitingIds = new Set<string>()
  const flying = new Map<string, Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const put = (id: string, delivery: Delivery): void => {
    deliveries.put(id, delivery)
    if (delivery.state === 'waiting') waitingIds.add(id)
    else waitingIds.delete(id)
  }
  const now = (): number => clock().getTime()

  const settle = (id: string, failure: unknown): void => {
    const delivery = deliveries.get(id)
    if (delivery === undefined) return
    const attempts = delivery.attempts + 1
    journal.commit(() => {
      if (failure === undefined) put(id, { ...delivery, attempts, state: 'done' })
      else {
        const pause = Math.min(MAX_PAUSE_MS, 250 * 2 ** Math.min(attempts, 10)) + faults.upTo(250)
        const lastError = failure instanceof Error ? failure.message : String(failure)
        const state = attempts >= MAX_ATTEMPTS ? 'dead' : 'waiting'
        put(id, { ...delivery, attempts, state, lastError, dueAt: now() + pause })
      }
      forgetOldest()
    })
  }

  const done: string[] = []
  const forgetOldest = (): void => {
    for (const id of done.splice(0, Math.max(0, done.length - KEEP_DONE))) deliveries.remove(id)
  }

  const fly = (id: string, delivery: Delivery): void => {
    const flight = send(delivery.target, delivery.body)
      .then(
        () => {
          settle(id, undefined)
          done.push(id)
        },
        (error: unknown) => settle(id, error ?? 'unknown'),
      )
      .finally(() => {
        flying.delete(id)
        look()
      })
    flying.set(id, flight)
  }

  const look = (): void => {
    clearTimeout(timer)
    if (closed || !ready()) return
    let next = Number.POSITIVE_INFINITY
    for (const id of waitingIds) {
      const delivery = deliveries.get(id)
      if (delivery === undefined) waitingIds.delete(id)
      if (delivery === undefined || flying.has(id)) continue
      if (delivery.dueAt <= now() && flying.size < AT_ONCE) fly(id, delivery)
      else next = Math.min(next, delivery.dueAt)
    }
    if (Number.isFinite(next)) timer = setTimeout(look, Math.min(Math.max(next - now(), 5), 60_000))
  }

  for (const [id, { state }] of deliveries.entries()) {
    if (state === 'waiting') waitingIds.add(id)
    else done.push(id)
  }

  return {
    enqueue(target, body, delayMs = 0) {
      const receipt = isReceipt(target)
      const held = faults.happens(receipt ? 'receiptReorderShare' : 'reorderShare') ? faults.upTo(3_000) : 0
      const dueAt = now() + delayMs + held + (receipt ? faults.settings().receiptDelayMs : 0)
      const delivery: Delivery = { target, body: JSON.stringify(body), dueAt, attempts: 0, state: 'waiting' }
      put(newId(), delivery)
      if (faults.happens(receipt ? 'receiptRepeatShare' : 'duplicateShare')) {
        put(newId(), { ...delivery, dueAt: dueAt + faults.upTo(1_000) })
      }
      setImmediate(look)
    },
    wake: look,
    waiting: () => deliveries.all().filter(({ state }) => state === 'waiting'),
    async close() {
      closed = true
      clearTimeout(timer)
      await Promise.allSettled(flying.values())
    },
  }
}
