import { randomUUID } from 'node:crypto'
import type { Channels } from '@suanhui/bff/channels/channel'
import { openChannels } from '@suanhui/bff/channels/index'
import type { SmsVendor } from '@suanhui/bff/channels/sms/sms'
import type { WechatTemplateIds } from '@suanhui/bff/channels/wechat-settings'
import { openidPlace, phoneIndexOf, phonePlace } from '@suanhui/bff/identity/phone'
import { startJobs } from '@suanhui/bff/jobs/runner'
import { sendMessages } from '@suanhui/bff/jobs/send-message'
import { tellMembers } from '@suanhui/bff/services/messages/tell-members'
import { keepPhone, keepWechat } from '@suanhui/bff/stores/identity-people'
import { masterKeysOf } from '@suanhui/bff/vault/master-keys'
import { openVault } from '@suanhui/bff/vault/open-vault'
import type { SubscribeMessage, Wechat, WechatAnswer } from '@suanhui/bff/wechat/client'
import type { News } from '@suanhui/shared/notifications'
import { type Change, newSubject, type SubjectState } from '@suanhui/shared/status'
import { onTestFinished } from 'vitest'
import { quiet } from '../stores/quiet'
import type { ServicesWorld, TestClock, TestPerson } from './world'

/** The vault that `servicesWorld` uses. */
export const vault = openVault(masterKeysOf([new Uint8Array(32).fill(7)]))

export const WECHAT_TEMPLATES: WechatTemplateIds = {
  'progress.1': { id: 'T_PROGRESS', keys: { subject: 'thing1', state: 'phrase2', at: 'date3', hint: 'thing4' } },
  'to_do.1': { id: 'T_TO_DO', keys: { what: 'thing1', due: 'date2', hint: 'thing3' } },
}

/** A WeChat that answers what the test says, and remembers what it was asked. */
export function testWechat(answer: () => WechatAnswer<{ msgId: string | undefined }>) {
  const asked: SubscribeMessage[] = []
  const never = () => Promise.reject(new Error('nobody signs in here'))
  const wechat: Wechat = {
    appId: 'wxtest',
    codeToSession: never,
    phoneNumber: never,
    sendSubscribeMessage: async (message) => {
      asked.push(message)
      return answer()
    },
  }
  return { wechat, asked }
}

export const channelsOf = (smsVendors: readonly SmsVendor[], wechat: Wechat | undefined, clock: TestClock): Channels =>
  openChannels({ smsVendors, wechatTemplates: WECHAT_TEMPLATES }, { vault, wechat, clock: () => clock.now })

export async function bindPhone({ database, clock }: ServicesWorld, { id }: TestPerson, phone: string): Promise<void> {
  await database.transaction(async (transaction) => {
    const sealed = await vault.seal(transaction, { kind: 'person', id }, phonePlace(id), phone)
    await keepPhone(transaction, id, { index: phoneIndexOf(vault, phone), sealed }, clock.now)
  })
}

export async function linkWechat(
  { database, clock }: ServicesWorld,
  { id }: TestPerson,
  openid: string,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const openidSealed = await vault.seal(transaction, { kind: 'person', id }, openidPlace(id), openid)
    const openidIndex = vault.blindIndex('openid', openid)
    await keepWechat(transaction, id, { openidIndex, openidSealed, unionidIndex: null }, clock.now)
  })
}

/** A step of an application, as the platforms' listener hears it. */
export const step = (subjectId: string, sequence: number, to: SubjectState['status'], dueOn?: string): News => {
  const change: Change = { type: 'moved', to }
  return {
    type: 'status',
    subjectKind: 'application',
    subjectId,
    from: newSubject('application'),
    to: { ...newSubject('application'), status: to, sequence },
    event: { sequence, occurredAt: '2026-11-20T17:00:00Z', change },
    ...(dueOn !== undefined && { dueOn }),
  }
}

export const tell = ({ database, deps }: ServicesWorld, companyId: string, news: News): Promise<void> =>
  database.transaction((transaction) => tellMembers(transaction, deps, companyId, news))

/** The jobs that send, until the test ends. */
export function sending({ deps, database }: ServicesWorld, random: () => number = () => 0) {
  const runner = startJobs(sendMessages(deps), { database, log: quiet.log, newId: randomUUID, random })
  onTestFinished(() => runner.stop())
  return runner
}

/** `sms delivered 1`, one line a delivery. */
export async function deliveries({ database }: ServicesWorld): Promise<readonly string[]> {
  const rows = await database.queries
    .selectFrom('deliveries')
    .select(['channel', 'state', 'attempts'])
    .orderBy('channel')
    .orderBy('queued_at')
    .execute()
  return rows.map(({ channel, state, attempts }) => `${channel} ${state} ${attempts}`)
}
