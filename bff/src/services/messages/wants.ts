import { type Topic, topics } from '@suanhui/shared/notifications'
import { wantsNothingSent } from '../../stores/consents'
import type { Queries } from '../../stores/database'
import { choicesOf } from '../../stores/notification-choices'

/** What someone wants to be told of, and how. */
export interface Wants {
  topic(topic: Topic): boolean
  channel(id: string): boolean
  /** Anything by text message or WeChat at all: without it the message lies in the inbox, and goes nowhere. */
  readonly sent: boolean
}

/** Everything, but for what was turned off; what is locked cannot be. */
export async function wantsOf(queries: Queries, personId: string): Promise<Wants> {
  const off = new Set(
    (await choicesOf(queries, personId)).filter(({ wanted }) => !wanted).map(({ kind, id }) => `${kind} ${id}`),
  )
  const sent = !(await wantsNothingSent(queries, personId))
  return {
    topic: (topic) => topics[topic].locked || !off.has(`topic ${topic}`),
    channel: (id) => sent && !off.has(`channel ${id}`),
    sent,
  }
}
