import type { Channels, Vendor } from '../channels/channel'
import type { SmsSender } from '../channels/sms/sms'
import { UnreadableFileError } from '../recognition/unreadable-file'
import type { ReadPaper } from '../services/papers/ports'
import type { Metrics } from './metrics'

/** A vendor of text messages whose answers are counted. */
export const countedSms = (sender: SmsSender, { messageSent }: Pick<Metrics, 'messageSent'>): SmsSender => ({
  async send(message) {
    const outcome = await sender.send(message)
    messageSent({ channel: 'sms', outcome: outcome.outcome })
    return outcome
  },
})

/** The channels of messages, each vendor's answers counted under the channel's name. */
export function countedChannels(channels: Channels, { messageSent }: Pick<Metrics, 'messageSent'>): Channels {
  const counted = (channel: string, vendor: Vendor): Vendor => ({
    name: vendor.name,
    async send(address, sending) {
      const answer = await vendor.send(address, sending)
      messageSent({ channel, outcome: answer.outcome === 'sent' ? 'sent' : answer.kind })
      return answer
    },
  })
  return Object.fromEntries(
    Object.entries(channels).map(([name, channel]) => [
      name,
      { ...channel, vendors: channel.vendors.map((vendor) => counted(name, vendor)) },
    ]),
  )
}

/** A reader whose results are counted. */
export const countedReader =
  (read: ReadPaper, { paperRead }: Pick<Metrics, 'paperRead'>, elapsedMs: () => number): ReadPaper =>
  async (file) => {
    const startedMs = elapsedMs()
    const count = (outcome: string): void => paperRead({ outcome, ms: elapsedMs() - startedMs })
    try {
      const reading = await read(file)
      count('read')
      return reading
    } catch (error) {
      count(error instanceof UnreadableFileError ? error.reason : 'failed')
      throw error
    }
  }
