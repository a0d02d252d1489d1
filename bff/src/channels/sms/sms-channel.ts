import type { Deps } from '../../deps'
import { phoneOf } from '../../identity/phone'
import { sealedPhone } from '../../stores/identity-people'
import type { Channel, SendOutcome, Vendor } from '../channel'
import type { SmsOutcome, SmsVendor } from './sms'

function failed(outcome: Exclude<SmsOutcome, { outcome: 'sent' }>): SendOutcome {
  const { reason } = outcome
  if (outcome.outcome === 'undeliverable') return { outcome: 'failed', kind: 'permanent', reason }
  return { outcome: 'failed', kind: outcome.technical === true ? 'technical' : 'temporary', reason }
}

const vendorOf = (sms: SmsVendor): Vendor => ({
  name: sms.name,
  async send(phone, { message, attemptId }) {
    if (message.sms === undefined) return { outcome: 'failed', kind: 'permanent', reason: 'no words for it' }
    const outcome = await sms.send({ phone, ...message.sms, key: attemptId })
    return outcome.outcome === 'sent' ? outcome : failed(outcome)
  },
})

/** Text messages, by the vendors in their order. */
export const smsChannel = (vendors: readonly SmsVendor[], { vault }: Pick<Deps, 'vault'>): Channel => ({
  name: '短信',
  explain: (able) =>
    able
      ? '审核结果按规定一定发短信。关掉的话，到期提醒这些就不再发短信。'
      : '绑定手机号以后才能收到短信，请先绑定手机号。',
  locked: false,
  vendors: vendors.map(vendorOf),
  attempts: 12,
  carries: ({ sms }) => sms !== undefined && vendors.length > 0,
  reaches: async (queries, personId) => (await sealedPhone(queries, personId)) !== undefined,
  addressOf: (queries, personId) => phoneOf(queries, vault, personId),
})
