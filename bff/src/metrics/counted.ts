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
