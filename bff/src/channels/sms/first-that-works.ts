import type { SmsOutcome, SmsSender } from './sms'

/** Asks one vendor after the other, until one answers otherwise than with a technical failure. */
export const firstThatWorks = (vendors: readonly SmsSender[]): SmsSender => ({
  async send(message) {
    let last: SmsOutcome = { outcome: 'retry', reason: 'no vendor is set up', technical: true }
    for (const vendor of vendors) {
      last = await vendor.send(message)
      if (last.outcome !== 'retry' || last.technical !== true) return last
    }
    return last
  },
})
