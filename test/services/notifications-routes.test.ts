import { createHash, randomUUID } from 'node:crypto'
import type { SmsVendor } from '@suanhui/bff/channels/sms/sms'
import { addQuota } from '@suanhui/bff/stores/wechat-quotas'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { callbackOf, encrypt } from '../sandbox/gateways/wechat/callback'
import { newSecrets } from '../sandbox/secrets'
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

const SECRET = 'receipts-path-of-the-test'
const OPENID = 'openid-of-the-test'
const SUBJECT = '0b9c1d52-0000-4000-8000-000000000002'
const DAY = new Date('2026-11-21T02:00:00Z')
const account = { ...newSecrets().wechat, appId: 'wxtest' }

describe.each(engines)('routes of messages on the $name database', (engine) => {
  let vendorId = ''
  let whileSending: () => Promise<unknown> = async () => undefined
  const aliyun: SmsVendor = {
    name: 'aliyun',
    send: async () => {
      await whileSending()
      return { outcome: 'sent', vendorId }
    },
  }
  const { wechat } = testWechat(() => ({ ok: true, value: { msgId: 'm1' } }))
  const world = servicesWorld(engine, ({ clock }) => ({
    wechat,
    channels: channelsOf([aliyun], wechat, clock),
    messaging: {
      wechatTemplates: WECHAT_TEMPLATES,
      wechatCallback: {
        token: account.token,
        aesKey: new Uint8Array(Buffer.from(`${account.encodingAesKey}=`, 'base64')),
      },
      receiptsPath: SECRET,
    },
  }))
  let owner: TestPerson
  let companyId = ''
  beforeEach(async () => {
    vendorId = randomUUID()
    whileSending = async () => undefined
    world().clock.now = DAY
    owner = await world().person()
    companyId = await world().companyOf(owner)
    await bindPhone(world(), owner, '13800000000')
  })
  const post = async (path: string, body: unknown) =>
    world().app.request(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  const receipt = (success: boolean, outId = '') => [
    {
      phone_number: '13800000000',
      success,
      err_code: success ? 'DELIVERED' : 'MOBILE_NOT_ON_SERVICE',
      biz_id: vendorId,
      out_id: outId,
    },
  ]
  const arrives = async (state: string) => {
    sending(world())
    await vi.waitFor(async () => expect(await deliveries(world())).toEqual([state]), { timeout: 10_000 })
  }

  describe('receipts', () => {
    const path = `/v1/sms/receipts/aliyun/${SECRET}`
    beforeEach(() => tell(world(), companyId, step(SUBJECT, 3, 'city_review')))

    it('come after the answer, repeated, and the first word counts', async () => {
      await arrives('sms sent 1')
      for (const success of [true, true, false]) {
        const answer = await post(path, receipt(success))
        expect([answer.status, await answer.json()]).toEqual([200, { code: 0, msg: '成功' }])
      }
      expect(await deliveries(world())).toEqual(['sms delivered 1'])
    })

    it('may come before the answer to the sending', async () => {
      whileSending = () => post(path, receipt(true))
      await arrives('sms delivered 1')
    })

    it('show what did not arrive', async () => {
      await arrives('sms sent 1')
      await post(path, receipt(false))
      expect(await deliveries(world())).toEqual(['sms undeliverable 1'])
    })

    it('of Tencent are taken by their own number', async () => {
      const tencent = `/v1/sms/receipts/tencent/${SECRET}`
      const answer = await post(tencent, [
        { mobile: '13800000000', report_status: 'SUCCESS', errmsg: 'DELIVRD', sid: 's1' },
      ])
      expect(await answer.json()).toEqual({ result: 0, errmsg: 'OK' })
    })

    it.each([
      ['another path', `/v1/sms/receipts/aliyun/${SECRET}x`, [], 404],
      ['no JSON', path, '{', 400],
      ['another shape', path, { biz_id: 'x' }, 422],
      ['too much', path, `[${'1,'.repeat(40_000)}1]`, 413],
    ])('are refused: %s', async (_, address, body, status) => {
      expect((await post(address, body)).status).toBe(status)
    })
  })

  describe('the callback of WeChat', () => {
    const push = (message: object, { encrypted = true, token = account.token } = {}) => {
      const { query, body } = callbackOf({ ...account, token }, JSON.stringify(message), DAY, encrypted)
      return post(`/v1/wechat/callback?${query}`, body)
    }
    const popup = {
      ToUserName: 'wxtest',
      FromUserName: OPENID,
      CreateTime: 1,
      MsgType: 'event',
      Event: 'subscribe_msg_popup_event',
      List: [{ TemplateId: 'T_TO_DO', SubscribeStatusString: 'accept', PopupScene: '0' }],
    }
    const left = async () => {
      const { templates } = (await (await owner.ask('GET', '/v1/me/subscriptions')).json()) as {
        templates: { templateId: string; left: number }[]
      }
      return templates.find(({ templateId }) => templateId === 'T_TO_DO')?.left
    }
    beforeEach(() => linkWechat(world(), owner, OPENID))

    it('counts an agreement once, however often it is pushed, and told by the phone, too', async () => {
      for (const _ of [1, 2, 3]) {
        const answer = await push(popup)
        expect([answer.status, await answer.text()]).toEqual([200, 'success'])
      }
      expect(await left()).toBe(1)
      const results = [{ templateId: 'T_TO_DO', result: 'accept' }]
      const headers = { 'idempotency-key': randomUUID() }
      for (const _ of [1, 2]) await owner.ask('POST', '/v1/me/subscriptions', { results }, headers)
      expect(await left()).toBe(1)
      await push({ ...popup, CreateTime: 2 })
      expect(await left()).toBe(2)
    })

    it('takes XML, too, and what was taken back', async () => {
      await push(popup)
      const xml =
        `<xml><ToUserName>wxtest</ToUserName><FromUserName><![CDATA[${OPENID}]]></FromUserName><CreateTime>3</CreateTime>` +
        '<MsgType>event</MsgType><Event>subscribe_msg_change_event</Event><SubscribeMsgChangeEvent><List>' +
        '<TemplateId>T_TO_DO</TemplateId><SubscribeStatusString>reject</SubscribeStatusString></List></SubscribeMsgChangeEvent></xml>'
      const { Encrypt, ...signed } = encryptedXml(xml)
      const answer = await post(
        `/v1/wechat/callback?${new URLSearchParams(signed)}`,
        `<xml><Encrypt>${Encrypt}</Encrypt></xml>`,
      )
      expect(await answer.text()).toBe('success')
      expect(await left()).toBe(0)
    })

    it('marks what arrived', async () => {
      await world().database.transaction((transaction) =>
        addQuota(transaction, vault.blindIndex('openid', OPENID), 'T_TO_DO', 'phone', DAY),
      )
      await tell(world(), companyId, { type: 'filing_due', paperId: 'p', dueOn: '2026-11-24' })
      await arrives('wechat sent 1')
      const sent = { TemplateId: 'T_TO_DO', MsgID: 'm1', ErrorCode: '0', ErrorStatus: 'success' }
      await push({ ...popup, Event: 'subscribe_msg_sent_event', List: sent })
      expect(await deliveries(world())).toEqual(['wechat delivered 1'])
    })

    it('keeps what was found in a picture', async () => {
      await push({ ...popup, Event: 'wxa_media_check', trace_id: 't1', result: { suggest: 'risky', label: 20_002 } })
      expect(
        await world().database.queries.selectFrom('media_checks').select(['trace_id', 'passed', 'label']).execute(),
      ).toEqual([{ trace_id: 't1', passed: false, label: 20_002 }])
    })

    it('refuses what is not WeChat’s', async () => {
      expect((await push(popup, { token: 'another' })).status).toBe(401)
      // With a key set up, a plain message is none of WeChat's, whoever knows the token.
      expect((await push(popup, { encrypted: false })).status).toBe(401)
      expect((await post('/v1/wechat/callback?signature=a&timestamp=1&nonce=2', popup)).status).toBe(401)
      expect((await post('/v1/wechat/callback', popup)).status).toBe(422)
      expect(await left()).toBe(0)
    })
  })

  describe('the inbox', () => {
    it('is paged, newest first, and remembers what was read', async () => {
      for (let sequence = 1; sequence <= 35; sequence += 1) {
        await tell(world(), companyId, step(SUBJECT, sequence, 'city_review'))
      }
      interface Page {
        messages: { id: string; readAt: string | null }[]
        next: string | null
        unread: number
      }
      const first = (await (await owner.ask('GET', '/v1/me/messages')).json()) as Page
      const second = (await (await owner.ask('GET', `/v1/me/messages?cursor=${first.next}`)).json()) as Page
      expect([first.messages.length, second.messages.length, second.next]).toEqual([30, 5, null])
      expect(new Set([...first.messages, ...second.messages].map(({ id }) => id)).size).toBe(35)
      const id = first.messages[0]?.id ?? ''
      expect((await owner.ask('POST', `/v1/me/messages/${id}/read`)).status).toBe(204)
      expect(await (await owner.ask('GET', `/v1/me/messages/${id}`)).json()).toMatchObject({
        readAt: DAY.toISOString(),
      })
      expect(await (await owner.ask('GET', '/v1/me/unread-messages')).json()).toEqual({ unread: 34 })
      expect((await owner.ask('POST', '/v1/me/unread-messages/read')).status).toBe(204)
      expect(await (await owner.ask('GET', '/v1/me/messages?unread=true')).json()).toMatchObject({
        messages: [],
        unread: 0,
      })
      const other = await world().person()
      expect((await other.ask('GET', `/v1/me/messages/${id}`)).status).toBe(404)
      expect((await other.ask('POST', `/v1/me/messages/${id}/read`)).status).toBe(404)
      expect((await owner.ask('GET', '/v1/me/messages?cursor=x')).status).toBe(422)
      expect((await world().app.request('/v1/me/messages')).status).toBe(401)
    })

    it('holds nothing that can be read without the person’s key', async () => {
      await tell(world(), companyId, step(SUBJECT, 1, 'city_review'))
      const rows = await world().database.queries.selectFrom('messages').selectAll().execute()
      expect(JSON.stringify(rows)).not.toMatch(/市级|算力|补贴|长沙/)
    })
  })

  describe('choices', () => {
    it('come from the channels that there are', async () => {
      const choices = await (await owner.ask('GET', '/v1/me/notification-choices')).json()
      expect(choices).toMatchObject({
        channels: [
          { id: 'inbox', locked: true, on: true },
          { id: 'wechat', available: false, on: true },
          { id: 'sms', available: true, on: true },
        ],
      })
    })

    it.each([
      { channels: { inbox: false } },
      { channels: { pigeon: true } },
      { topics: { progress: false } },
      { topics: { x: true } },
    ])('refuse %j', async (body) => {
      expect((await owner.ask('PUT', '/v1/me/notification-choices', body)).status).toBe(422)
    })
  })
})

/** A push in XML, encrypted, with the query that signs it. */
function encryptedXml(xml: string) {
  const Encrypt = encrypt(account, xml)
  const [timestamp, nonce] = ['1409735669', '1320562132']
  const sign = (...parts: readonly string[]) =>
    createHash('sha1')
      .update([...parts].sort().join(''))
      .digest('hex')
  return {
    Encrypt,
    timestamp,
    nonce,
    signature: sign(account.token, timestamp, nonce),
    msg_signature: sign(account.token, timestamp, nonce, Encrypt),
    encrypt_type: 'aes',
  }
}
