import { randomUUID } from 'node:crypto'
import { NO_MESSAGING } from '@suanhui/bff/channels/settings'
import type { SmsMessage, SmsOutcome, SmsVendor } from '@suanhui/bff/channels/sms/sms'
import { addQuota } from '@suanhui/bff/stores/wechat-quotas'
import type { WechatAnswer } from '@suanhui/bff/wechat/client'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { engines } from '../stores/engines'
import {
  bindPhone,
  channelsOf,
  deliveries,
  linkWechat,
  sending,
  step,
  tell,
  testWechat,
  vault,
  WECHAT_TEMPLATES,
} from './notifications-world'
import { servicesWorld, type TestPerson } from './world'

const PHONE = '13800000000'
const OPENID = 'openid-of-the-test'
const SUBJECT = '0b9c1d52-0000-4000-8000-000000000002'
/** 10:00 in Shanghai. */
const DAY = new Date('2026-11-21T02:00:00Z')

describe.each(engines)('messages on the $name database', (engine) => {
  const sent: (SmsMessage & { readonly vendor: string })[] = []
  let first: () => SmsOutcome = () => ({ outcome: 'sent' })
  let second: () => SmsOutcome = () => ({ outcome: 'sent' })
  let wechatSays: () => WechatAnswer<{ msgId: string | undefined }> = () => ({ ok: true, value: { msgId: 'm1' } })
  const wechat = testWechat(() => wechatSays())
  const vendor = (name: string, answer: () => SmsOutcome): SmsVendor => ({
    name,
    send: async (message) => {
      sent.push({ ...message, vendor: name })
      return answer()
    },
  })
  const vendors = [vendor('first', () => first()), vendor('second', () => second())]
  const world = servicesWorld(engine, ({ clock }) => ({
    channels: channelsOf(vendors, wechat.wechat, clock),
    messaging: { ...NO_MESSAGING, wechatTemplates: WECHAT_TEMPLATES },
  }))
  let owner: TestPerson
  let companyId = ''
  const settled = async (...wanted: string[]) => {
    sending(world())
    await vi.waitFor(async () => expect(await deliveries(world())).toEqual(wanted), { timeout: 20_000 })
  }
  const agree = (template: string) =>
    world().database.transaction((transaction) =>
      addQuota(transaction, vault.blindIndex('openid', OPENID), template, 'phone', DAY),
    )

  beforeEach(async () => {
    sent.length = 0
    wechat.asked.splice(0)
    first = () => ({ outcome: 'sent', vendorId: randomUUID() })
    second = first
    wechatSays = () => ({ ok: true, value: { msgId: 'm1' } })
    world().clock.now = DAY
    owner = await world().person()
    companyId = await world().companyOf(owner)
    await bindPhone(world(), owner, PHONE)
  })

  it('tells a step once by inbox and SMS, however often it is heard', async () => {
    for (const _ of [1, 2, 3]) await tell(world(), companyId, step(SUBJECT, 3, 'city_review'))
    await settled('sms sent 1')
    expect(sent).toMatchObject([{ phone: PHONE, template: 'progress.1', vendor: 'first' }])
    expect(await (await owner.ask('GET', '/v1/me/messages')).json()).toMatchObject({
      unread: 1,
      messages: [{ topic: 'progress', title: '补贴申请：市级初审', companyId }],
    })
    expect(world().lines.join()).not.toContain(PHONE)
  })

  const consent = (given: boolean) =>
    owner.ask('PUT', '/v1/me/consents', { purpose: 'notifications', version: '2026-11-21', given })
  const titles = async () =>
    (await (await owner.ask('GET', '/v1/me/messages')).json()).messages.map(({ title }: { title: string }) => title)

  it('sends nothing to who took that back, not even what always goes out; it lies in the inbox', async () => {
    await linkWechat(world(), owner, OPENID)
    await agree('T_PROGRESS')
    await consent(false)
    await tell(world(), companyId, step(SUBJECT, 3, 'city_review'))
    await tell(world(), companyId, step(SUBJECT, 4, 'returned', '2026-12-01'))
    expect(await deliveries(world())).toEqual([])
    expect(await titles()).toHaveLength(2)
    const { channels } = await (await owner.ask('GET', '/v1/me/notification-choices')).json()
    const shown = channels.map(({ id, available }: { id: string; available: boolean }) => [id, available])
    expect(Object.fromEntries(shown)).toEqual({ inbox: true, sms: false, wechat: false })
    expect(JSON.stringify(channels)).toContain('收回')
    await consent(true)
    await tell(world(), companyId, step(SUBJECT, 5, 'recommended'))
    await settled('sms sent 1', 'wechat sent 1')
  })

  it('sends nothing that waited while it was taken back', async () => {
    await tell(world(), companyId, step(SUBJECT, 3, 'city_review'))
    await consent(false)
    await settled('sms undeliverable 0')
    expect(sent).toEqual([])
    expect(await titles()).toHaveLength(1)
  })

  it('sends nothing where the step was rolled back', async () => {
    const failing = world().database.transaction(async (transaction) => {
      const { tellMembers } = await import('@suanhui/bff/services/messages/tell-members')
      await tellMembers(transaction, world().deps, companyId, step(SUBJECT, 3, 'city_review'))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await deliveries(world())).toEqual([])
    expect(await (await owner.ask('GET', '/v1/me/unread-messages')).json()).toEqual({ unread: 0 })
  })

  it('goes by WeChat, too, as often as the person agreed', async () => {
    await linkWechat(world(), owner, OPENID)
    await agree('T_PROGRESS')
    await tell(world(), companyId, step(SUBJECT, 3, 'city_review'))
    await settled('sms sent 1', 'wechat sent 1')
    expect(wechat.asked).toMatchObject([
      {
        openid: OPENID,
        templateId: 'T_PROGRESS',
        page: expect.stringMatching(/^pages\/messages\/index\?open=[0-9a-f-]{36}$/),
        values: { thing1: '长沙测试智能科技补贴申请', phrase2: '市级初审', date3: '2026年11月21日' },
      },
    ])
    await tell(world(), companyId, step(SUBJECT, 4, 'recommended'))
    await vi.waitFor(
      async () =>
        expect(await deliveries(world())).toEqual([
          'sms sent 1',
          'sms sent 1',
          'wechat sent 1',
          'wechat undeliverable 0',
        ]),
      { timeout: 10_000 },
    )
    expect(wechat.asked).toHaveLength(1)
  })

  it('sends a reminder by WeChat alone, and by SMS where WeChat has none left', async () => {
    await linkWechat(world(), owner, OPENID)
    await agree('T_TO_DO')
    await tell(world(), companyId, { type: 'filing_due', paperId: 'p1', dueOn: '2026-11-24' })
    await settled('wechat sent 1')
    expect(sent).toEqual([])
    await tell(world(), companyId, { type: 'filing_due', paperId: 'p2', dueOn: '2026-11-24' })
    await vi.waitFor(
      async () => expect(await deliveries(world())).toEqual(['sms sent 1', 'wechat sent 1', 'wechat undeliverable 0']),
      { timeout: 10_000 },
    )
  })

  it('believes WeChat that none is left, and falls back', async () => {
    await linkWechat(world(), owner, OPENID)
    for (const _ of [1, 2, 3]) await agree('T_TO_DO')
    wechatSays = () => ({ ok: false, problem: 'no_quota', errcode: 43101 })
    await tell(world(), companyId, { type: 'filing_due', paperId: 'p1', dueOn: '2026-11-24' })
    await settled('sms sent 1', 'wechat undeliverable 1')
    expect(await (await owner.ask('GET', '/v1/me/subscriptions')).json()).toMatchObject({
      templates: [
        { templateId: 'T_PROGRESS', left: 0 },
        { templateId: 'T_TO_DO', left: 0 },
      ],
    })
  })

  it('takes the second vendor where the first fails technically', async () => {
    first = () => ({ outcome: 'retry', reason: 'isp.SYSTEM_ERROR', technical: true })
    await tell(world(), companyId, step(SUBJECT, 3, 'city_review'))
    await settled('sms sent 2')
    expect(sent.map((message) => message.vendor)).toEqual(['first', 'second'])
  })

  it('waits where a limit was reached, and troubles no other vendor', async () => {
    let tries = 0
    first = () => (++tries === 1 ? { outcome: 'retry', reason: 'isv.BUSINESS_LIMIT_CONTROL' } : { outcome: 'sent' })
    await tell(world(), companyId, step(SUBJECT, 3, 'city_review'))
    await settled('sms sent 2')
    expect(sent.map((message) => message.vendor)).toEqual(['first', 'first'])
  })

  it('tells the steps of one application in their order, though an earlier one is held up', async () => {
    const other = '0b9c1d52-0000-4000-8000-000000000003'
    let tries = 0
    first = () => (++tries === 1 ? { outcome: 'retry', reason: 'isv.BUSINESS_LIMIT_CONTROL' } : { outcome: 'sent' })
    await tell(world(), companyId, step(SUBJECT, 3, 'city_review'))
    sending(world())
    await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 10_000 })
    world().clock.forward(1_000)
    await tell(world(), companyId, step(SUBJECT, 4, 'recommended'))
    world().clock.forward(1_000)
    await tell(world(), companyId, step(other, 2, 'submitted'))
    await settled('sms sent 2', 'sms sent 1', 'sms sent 1')
    const states = sent.map(({ values }) => values.state)
    // The other application waits for nobody, whenever it comes.
    expect(states).toContain('已提交')
    expect(states.filter((state) => state !== '已提交')).toEqual([
      '市级初审',
      '市级初审',
      expect.stringContaining('推荐'),
    ])
  })

  it('does not wait for an earlier step that no job carries any more', async () => {
    await tell(world(), companyId, step(SUBJECT, 3, 'city_review'))
    await world().database.queries.updateTable('jobs').set({ state: 'dead' }).execute()
    await tell(world(), companyId, step(SUBJECT, 4, 'recommended'))
    await settled('sms queued 0', 'sms sent 1')
  })

  it('gives up at once where it will never go, and shows it to the operator', async () => {
    first = () => ({ outcome: 'undeliverable', reason: 'isv.MOBILE_NUMBER_ILLEGAL' })
    await tell(world(), companyId, step(SUBJECT, 3, 'city_review'))
    await settled('sms undeliverable 1')
    expect(await world().database.queries.selectFrom('jobs').select(['state', 'last_failure']).execute()).toEqual([
      { state: 'dead', last_failure: 'permanent: isv.MOBILE_NUMBER_ILLEGAL' },
    ])
  })

  it('keeps quiet at night, but for what falls due by tomorrow', async () => {
    world().clock.now = new Date('2026-11-21T14:00:00Z')
    await tell(world(), companyId, step(SUBJECT, 3, 'city_review'))
    await tell(world(), companyId, step(SUBJECT, 4, 'returned', '2026-11-22'))
    await settled('sms queued 0', 'sms sent 1')
    expect(sent.map(({ template }) => template)).toEqual(['to_do.1'])
    const [job] = await world()
      .database.queries.selectFrom('jobs')
      .select(['run_at', 'attempts'])
      .where('state', '=', 'waiting')
      .execute()
    expect(job?.attempts).toBe(0)
    expect(Math.round(((job?.run_at.getTime() ?? 0) - Date.now()) / 3_600_000)).toBe(10)
  })

  it('leaves out what the person turned off, but not the results of a review', async () => {
    await linkWechat(world(), owner, OPENID)
    const put = (body: unknown) => owner.ask('PUT', '/v1/me/notification-choices', body)
    expect((await put({ channels: { sms: false, wechat: false }, topics: { round: false } })).status).toBe(200)
    await tell(world(), companyId, { type: 'filing_due', paperId: 'p1', dueOn: '2026-11-24' })
    await tell(world(), companyId, { type: 'round_opens', roundId: 'r', name: '第一批', on: '2026-11-24' })
    await tell(world(), companyId, step(SUBJECT, 3, 'city_review'))
    await settled('sms sent 1')
    const { messages } = (await (await owner.ask('GET', '/v1/me/messages')).json()) as { messages: { topic: string }[] }
    expect(messages.map(({ topic }) => topic)).toEqual(['progress', 'reminder'])
  })

  it('tells every member, and no one else', async () => {
    const other = await world().person()
    const stranger = await world().person()
    await world()
      .database.queries.insertInto('company_members')
      .values({ company_id: companyId, person_id: other.id, role: 'agent' })
      .execute()
    await tell(world(), companyId, step(SUBJECT, 3, 'city_review'))
    const counts = await Promise.all(
      [owner, other, stranger].map(async (one) => (await one.ask('GET', '/v1/me/unread-messages')).json()),
    )
    expect(counts).toEqual([{ unread: 1 }, { unread: 1 }, { unread: 0 }])
    await settled('sms sent 1')
  })

  it('does not send again what a crash cut off, where the receipt says that it went out', async () => {
    await tell(world(), companyId, step(SUBJECT, 3, 'city_review'))
    const { queries } = world().database
    const { id } = await queries.selectFrom('deliveries').select('id').executeTakeFirstOrThrow()
    const attemptId = randomUUID()
    await queries.updateTable('deliveries').set({ state: 'sending', attempts: 1 }).execute()
    const begun = { id: attemptId, delivery_id: id, vendor: 'first', begun_at: DAY }
    await queries.insertInto('delivery_attempts').values(begun).execute()
    await queries
      .insertInto('delivery_receipts')
      .values({
        vendor: 'first',
        vendor_id: 'v1',
        attempt_id: attemptId,
        delivered: true,
        code: null,
        received_at: DAY,
      })
      .execute()
    await settled('sms delivered 1')
    expect(sent).toEqual([])
  })

  it('sends again what a crash cut off where nobody knows, and counts it', async () => {
    await tell(world(), companyId, step(SUBJECT, 3, 'city_review'))
    const { queries } = world().database
    const { id } = await queries.selectFrom('deliveries').select('id').executeTakeFirstOrThrow()
    await queries.updateTable('deliveries').set({ state: 'sending', attempts: 1 }).execute()
    await queries
      .insertInto('delivery_attempts')
      .values({ id: randomUUID(), delivery_id: id, vendor: 'first', begun_at: DAY })
      .execute()
    await settled('sms sent 2')
    const outcomes = await queries.selectFrom('delivery_attempts').select('outcome').orderBy('outcome').execute()
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['lost', 'sent'])
  })
})
