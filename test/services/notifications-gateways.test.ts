import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { openChannels } from '@suanhui/bff/channels/index'
import { openSms } from '@suanhui/bff/channels/sms/index'
import { readSmsSettings } from '@suanhui/bff/channels/sms/settings'
import { readWechatMessageSettings } from '@suanhui/bff/channels/wechat-settings'
import { startJobs } from '@suanhui/bff/jobs/runner'
import { sendMessages } from '@suanhui/bff/jobs/send-message'
import { openWechat } from '@suanhui/bff/wechat/client'
import type { Status } from '@suanhui/shared/status'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { sandboxEnvironment } from '../sandbox/environment'
import { followersIn, quotaKey, quotasIn } from '../sandbox/gateways/wechat/wechat'
import { type Message, messagesIn } from '../sandbox/messages'
import type { Sandbox } from '../sandbox/sandbox'
import { TEMPLATES } from '../sandbox/seeds/templates'
import { testSandbox } from '../sandbox/test-sandbox'
import { engines } from '../stores/engines'
import { quiet } from '../stores/quiet'
import { bindPhone, linkWechat, step, tell, vault } from './notifications-world'
import { creditCode, type ServicesWorld, servicesWorld } from './world'

/** 10:00 in Shanghai, and it goes on: signatures and quiet hours want a day of one's own choice. */
const begun = Date.now()
const clock = (): Date => new Date(Date.parse('2026-11-21T02:00:00Z') + Date.now() - begun)

const STEPS: readonly Status[] = [
  'submitted',
  'city_review',
  'recommended',
  'expert_review',
  'province_recheck',
  'ranked',
  'decided',
  'public_notice',
]
const PEOPLE = 4

describe.each(engines)('through the vendors’ gateways, on the $name database', (engine) => {
  let sandbox: Sandbox | undefined
  const world = servicesWorld(engine, () => ({ clock }))

  /** The product with its real senders, on a port of its own; the sandbox's gateways check every signature. */
  async function connected(): Promise<ServicesWorld> {
    sandbox = await testSandbox({ templates: TEMPLATES, clock })
    const variables = sandboxEnvironment(sandbox, {})
    const problems: string[] = []
    const read = (name: string) => variables[name]
    const sms = { ...readSmsSettings(read, problems), showing: false }
    const { templates: wechatTemplates, callback: wechatCallback } = readWechatMessageSettings(read, problems)
    expect(problems).toEqual([])
    const { appId, secret } = sandbox.secrets.wechat
    const outside = { fetch: globalThis.fetch, elapsedMs: () => performance.now() }
    const wechat = openWechat({ appId, secret, baseUrl: sandbox.url }, outside)
    const smsVendors = openSms(sms, { fetch: globalThis.fetch, clock, newId: randomUUID, log: world().deps.log })
    Object.assign(world().deps, {
      wechat,
      channels: openChannels({ smsVendors, wechatTemplates }, { vault, wechat, clock }),
      messaging: { wechatTemplates, wechatCallback, receiptsPath: sms.receiptsPath },
    })
    const server = createAdaptorServer({ fetch: world().app.fetch })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    sandbox.serve(`http://127.0.0.1:${port}`)
    return world()
  }

  const theSandbox = (): Sandbox => {
    if (sandbox === undefined) throw new Error('the sandbox is not there yet')
    return sandbox
  }
  const received = (channel: Message['channel']): readonly Message[] =>
    messagesIn(theSandbox().world.journal)
      .all()
      .filter((message) => message.channel === channel)

  /** People with a phone and a WeChat, who agreed to as many messages as there are steps. */
  async function people(of: ServicesWorld, phonePrefix: string) {
    for (let number = 0; number < PEOPLE; number += 1) {
      const person = await of.person()
      const openid = `openid-${number}`
      await bindPhone(of, person, `${phonePrefix}${String(number).padStart(4, '0')}`)
      await linkWechat(of, person, openid)
      const { journal } = theSandbox().world
      journal.commit(() => followersIn(journal).put(openid, { since: 0, banned: false }))
      journal.commit(() => quotasIn(journal).put(quotaKey(openid, wechatId()), { left: STEPS.length }))
      const agreed = { results: [{ templateId: wechatId(), result: 'accept' }] }
      for (const _ of STEPS) await person.ask('POST', '/v1/me/subscriptions', agreed)
      const name = `长沙测试${'甲乙丙丁'[number]}有限公司`
      const companyId = await of.companyOf(person, { name, creditCode: creditCode(`91430104MA0TEXT0${number}`) })
      for (const [index, status] of STEPS.entries()) {
        await tell(of, companyId, step(randomUUID(), index + 1, status))
      }
    }
  }
  const wechatId = (): string => {
    const ids: Readonly<Record<string, string>> = JSON.parse(
      sandboxEnvironment(theSandbox(), {}).WECHAT_TEMPLATES ?? '',
    )
    return ids['progress.1'] ?? ''
  }
  const states = async (of: ServicesWorld): Promise<Readonly<Record<string, number>>> => {
    const rows = await of.database.queries.selectFrom('deliveries').select(['channel', 'state']).execute()
    const count: Record<string, number> = {}
    for (const { channel, state } of rows) count[`${channel} ${state}`] = (count[`${channel} ${state}`] ?? 0) + 1
    return count
  }
  const run = (of: ServicesWorld) => {
    const runner = startJobs(sendMessages(of.deps), { ...of, log: quiet.log, newId: randomUUID, random: () => 0 })
    onTestFinished(() => runner.stop())
  }

  it('brings each message once, while vendors fail one time in ten and repeat and reorder their receipts', async () => {
    const of = await connected()
    theSandbox().world.faults.change({ vendorFailureShare: 0.1, receiptRepeatShare: 0.3, receiptReorderShare: 0.3 })
    await people(of, '1380000')
    run(of)
    const all = PEOPLE * STEPS.length
    await vi.waitFor(async () => expect(await states(of)).toEqual({ 'sms delivered': all, 'wechat delivered': all }), {
      timeout: 50_000,
      interval: 200,
    })
    for (const channel of ['sms', 'wechat'] as const) {
      const came = received(channel).map(({ to, text }) => `${to} ${text}`)
      expect([came.length, new Set(came).size]).toEqual([all, all])
    }
  })

  it('brings each message, and twice only where an answer was lost; those are counted', async () => {
    const of = await connected()
    theSandbox().world.faults.change({ vendorFailureShare: 0.1 })
    await people(of, '1380001')
    theSandbox().world.faults.change({ dropShare: 0.1 })
    run(of)
    const all = PEOPLE * STEPS.length
    await vi.waitFor(
      async () => {
        const now = await states(of)
        expect(Object.keys(now).filter((state) => /queued|sending/.test(state))).toEqual([])
      },
      { timeout: 50_000, interval: 200 },
    )
    const came = received('sms').map(({ to, text }) => `${to} ${text}`)
    expect(new Set(came).size).toBe(all)
    const lost = await of.database.queries
      .selectFrom('delivery_attempts')
      .select('id')
      .where('failure', 'in', ['no answer', 'unreachable'])
      .execute()
    expect(came.length - all).toBeLessThanOrEqual(lost.length)
  })
})
