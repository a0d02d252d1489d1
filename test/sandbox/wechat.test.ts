import { createDecipheriv, createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isAccepted } from './gateways/wechat/field-limits'
import type { Sandbox } from './sandbox'
import { listener, testSandbox } from './test-sandbox'
import { json } from './vendor-clients'

const token = async ({ url, secrets }: Sandbox, force = false) => {
  const { appId: appid, secret } = secrets.wechat
  return json(`${url}/cgi-bin/stable_token`, {
    grant_type: 'client_credential',
    appid,
    secret,
    force_refresh: force,
  })
}
const loginCode = ({ url }: Sandbox, name = '测试人') => json(`${url}/phone/api/wechat/login-codes`, { name })
const login = ({ url, secrets }: Sandbox, code: unknown, secret = secrets.wechat.secret) =>
  json(
    `${url}/sns/jscode2session?appid=${secrets.wechat.appId}&secret=${secret}&js_code=${code}&grant_type=authorization_code`,
  )

/** Someone who logged in, and said yes to so many messages. */
async function follower(sandbox: Sandbox, yes: number): Promise<string> {
  const { openid, code } = await loginCode(sandbox)
  await login(sandbox, code)
  for (let index = 0; index < yes; index++) {
    await json(`${sandbox.url}/phone/api/wechat/dialog`, { openid, answers: { T1: 'accept' } })
  }
  return String(openid)
}

const DATA = { thing1: { value: '算力补贴申报' }, phrase2: { value: '已推荐' }, date3: { value: '2026年11月21日' } }
async function send(sandbox: Sandbox, message: object, accessToken?: unknown) {
  const given = accessToken ?? (await token(sandbox)).access_token
  return json(`${sandbox.url}/cgi-bin/message/subscribe/send?access_token=${given}`, message)
}

describe('logging in to WeChat', () => {
  it('a code once, for the app that has the secret', async () => {
    const sandbox = await testSandbox()
    const { openid, code } = await loginCode(sandbox)
    expect(await login(sandbox, code, 'wrong')).toMatchObject({ errcode: 40125 })
    expect(await login(sandbox, code)).toMatchObject({ openid, session_key: expect.any(String) })
    expect(await login(sandbox, code)).toMatchObject({ errcode: 40163 })
    expect(await login(sandbox, 'nonsense')).toMatchObject({ errcode: 40029 })
  })

  it('a code is worth nothing after five minutes', async () => {
    let now = Date.now()
    const sandbox = await testSandbox({ clock: () => new Date(now) })
    const { code } = await loginCode(sandbox)
    now += 300_001
    expect(await login(sandbox, code)).toMatchObject({ errcode: 40029 })
  })

  it('the phone number by a code of its own, once', async () => {
    const sandbox = await testSandbox()
    const { access_token } = await token(sandbox)
    const { code } = await json(`${sandbox.url}/phone/api/wechat/phone-codes`, { name: '测试人', phone: '13800000002' })
    const ask = () => json(`${sandbox.url}/wxa/business/getuserphonenumber?access_token=${access_token}`, { code })
    expect(await ask()).toMatchObject({ errcode: 0, phone_info: { purePhoneNumber: '13800000002', countryCode: '86' } })
    expect(await ask()).toMatchObject({ errcode: 40029 })
  })
})

describe('the stable access token', () => {
  it('stays the same until five minutes before its end; then both hold', async () => {
    let now = Date.now()
    const sandbox = await testSandbox({ clock: () => new Date(now) })
    const first = await token(sandbox)
    now += 6_800_000
    expect((await token(sandbox)).access_token).toBe(first.access_token)
    now += 200_000
    expect((await token(sandbox)).access_token).not.toBe(first.access_token)
    const openid = await follower(sandbox, 1)
    expect(await send(sandbox, { touser: openid, template_id: 'T1', data: DATA }, first.access_token)).toMatchObject({
      errcode: 0,
    })
    now += 201_000
    expect(await send(sandbox, { touser: openid, template_id: 'T1', data: DATA }, first.access_token)).toMatchObject({
      errcode: 42001,
    })
  })

  it('a forced one ends the others, and not twice in half a minute', async () => {
    const sandbox = await testSandbox()
    const { access_token } = await token(sandbox)
    expect(await token(sandbox, true)).toHaveProperty('access_token')
    expect(await send(sandbox, {}, access_token)).toMatchObject({ errcode: 40001 })
    expect(await token(sandbox, true)).toMatchObject({ errcode: 45011 })
  })
})

describe('subscribe messages', () => {
  it('one yes, one message', async () => {
    const sandbox = await testSandbox()
    const openid = await follower(sandbox, 1)
    const message = { touser: openid, template_id: 'T1', page: 'pages/progress/index?id=1', data: DATA }
    expect(await send(sandbox, message)).toMatchObject({ errcode: 0, errmsg: 'ok' })
    expect(await send(sandbox, message)).toMatchObject({ errcode: 43101 })
    const { messages } = await json(`${sandbox.url}/phone/api/messages?to=${openid}`)
    expect(messages).toMatchObject([
      { heading: '审核结果通知', page: 'pages/progress/index?id=1', values: { phrase2: '已推荐' } },
    ])
  })

  it.each([
    ['nobody', { touser: 'o123' }, 40003],
    ['no such template', { template_id: 'T9' }, 40037],
    ['no page of the app', { page: 'https://a.cn' }, 41030],
    ['a field missing', { data: { thing1: DATA.thing1 } }, 47003],
    ['a field too long', { data: { ...DATA, thing1: { value: '长'.repeat(21) } } }, 47003],
  ])('refuses: %s', async (_, changed, errcode) => {
    const sandbox = await testSandbox()
    const openid = await follower(sandbox, 1)
    expect(await send(sandbox, { touser: openid, template_id: 'T1', data: DATA, ...changed })).toMatchObject({
      errcode,
    })
  })

  it.each([
    ['thing1', '二十个字的事情就到这里为止再多不行了呀', true],
    ['thing1', '有\n换行', false],
    ['thing1', '', false],
    ['phrase2', '已推荐', true],
    ['phrase2', '六个字的词语', false],
    ['phrase2', 'passed', false],
    ['date3', '2026年11月21日', true],
    ['date3', '明天', false],
    ['amount4', '¥300.00', true],
    ['amount4', '300万', false],
    ['character_string5', 'XXS2026000001', true],
    ['character_string5', '编号1', false],
    ['time6', '2026年11月21日 12:05', true],
    ['name7', '张三丰', true],
    ['unknown8', 'x', false],
  ])('%s = %j: %s', (key, value, accepted) => {
    expect(isAccepted(key, value)).toBe(accepted)
  })
})

describe("WeChat's events", () => {
  it('come encrypted, signed, until the answer is success', async () => {
    const sandbox = await testSandbox()
    const product = await listener((_, index) => ({ body: index === 0 ? 'later' : 'success' }))
    sandbox.serve(product.url)
    const openid = await follower(sandbox, 1)
    const [, { query, body } = { query: new URLSearchParams(), body: '' }] = await product.count(2)
    const { token: secret, encodingAesKey, appId } = sandbox.secrets.wechat
    const { Encrypt }: { readonly Encrypt: string } = JSON.parse(body)
    const parts = [secret, query.get('timestamp') ?? '', query.get('nonce') ?? '', Encrypt].sort().join('')
    expect(query.get('msg_signature')).toBe(createHash('sha1').update(parts).digest('hex'))
    const key = Buffer.from(`${encodingAesKey}=`, 'base64')
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const plain = Buffer.concat([decipher.update(Buffer.from(Encrypt, 'base64')), decipher.final()])
    const length = plain.readUInt32BE(16)
    expect(JSON.parse(plain.subarray(20, 20 + length).toString())).toMatchObject({
      Event: 'subscribe_msg_popup_event',
      FromUserName: openid,
      List: [{ TemplateId: 'T1', SubscribeStatusString: 'accept' }],
    })
    expect(plain.subarray(20 + length, 20 + length + appId.length).toString()).toBe(appId)
  })

  it('a picture that can be fetched passes the check, another does not', async () => {
    const sandbox = await testSandbox({ encryptedEvents: false })
    const product = await listener(({ path }) => ({
      body: path === '/picture.jpg' ? 'bytes' : 'success',
      status: path === '/gone.jpg' ? 404 : 200,
    }))
    sandbox.serve(product.url)
    const { access_token } = await token(sandbox)
    const check = (name: string) =>
      json(`${sandbox.url}/wxa/media_check_async?access_token=${access_token}`, {
        media_url: `${product.url}/${name}`,
        media_type: 2,
        version: 2,
        scene: 1,
        openid: 'o1',
      })
    const { trace_id } = await check('picture.jpg')
    const lost = await check('gone.jpg')
    const events = (await product.count(4))
      .filter(({ path }) => !path.endsWith('.jpg'))
      .map(({ body }) => JSON.parse(body))
    expect(events).toContainEqual(
      expect.objectContaining({ trace_id, errcode: 0, result: { suggest: 'pass', label: 100 } }),
    )
    expect(events).toContainEqual(expect.objectContaining({ trace_id: lost.trace_id, errcode: -1008 }))
  })
})
