import { openWechat } from '@suanhui/bff/wechat/client'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type WechatReply, wechatServer } from './identity-wechat-server'

const SECRET = 'very-secret-0123456789'

async function client(reply: WechatReply) {
  const server = await wechatServer(reply)
  onTestFinished(() => server.close())
  let now = 0
  const wechat = openWechat(
    { appId: 'wxtest', secret: SECRET, baseUrl: server.url },
    { fetch: globalThis.fetch, elapsedMs: () => now },
  )
  return {
    wechat,
    asked: server.asked,
    forward: (ms: number) => {
      now += ms
    },
    paths: () => server.asked.map(({ path }) => path),
  }
}

const TOKEN_PATH = '/cgi-bin/stable_token'
const withTokens =
  (reply: WechatReply): WechatReply =>
  (asked) =>
    asked.path === TOKEN_PATH ? { access_token: 'T', expires_in: 7200 } : reply(asked)

const MESSAGE = { openid: 'o1', templateId: 't1', values: { thing1: '初审通过' }, page: 'pages/x/index?id=1' }

describe('the WeChat client', () => {
  it('asks for a session as WeChat’s page says, and keeps no session key', async () => {
    const { wechat, asked } = await client(() => ({ openid: 'o1', unionid: 'u1', session_key: 'k', errcode: 0 }))
    expect(await wechat.codeToSession('code')).toEqual({ ok: true, value: { openid: 'o1', unionid: 'u1' } })
    const query = { appid: 'wxtest', secret: SECRET, js_code: 'code', grant_type: 'authorization_code' }
    expect(asked).toEqual([{ method: 'GET', path: '/sns/jscode2session', query, body: undefined }])
  })

  it.each([
    [-1, 'busy'],
    [40029, 'invalid_code'],
    [40163, 'invalid_code'],
    [40226, 'user_blocked'],
    [45011, 'too_often'],
    [40013, 'setup'],
    [40125, 'setup'],
    [99999, 'setup'],
  ])('takes errcode %i for %s', async (errcode, problem) => {
    const { wechat } = await client(() => ({ errcode, errmsg: `no, ${SECRET}` }))
    expect(await wechat.codeToSession('code')).toEqual({ ok: false, problem, errcode })
  })

  it.each([
    [43101, 'no_quota'],
    [43107, 'banned'],
    [43108, 'busy'],
    [45168, 'sensitive'],
    [47003, 'bad_field'],
    [40003, 'unknown_user'],
    [40037, 'setup'],
    [41030, 'setup'],
  ])('takes errcode %i of a message for %s', async (errcode, problem) => {
    const { wechat } = await client(withTokens(() => ({ errcode, errmsg: 'no' })))
    expect(await wechat.sendSubscribeMessage(MESSAGE)).toEqual({ ok: false, problem, errcode })
  })

  it.each([
    ['hangs up', undefined],
    ['answers no JSON', '<html>'],
    ['answers without an openid', {}],
  ])('is told nothing, and shows no secret, where WeChat %s', async (_, reply) => {
    const { wechat } = await client(() => reply)
    expect(await wechat.codeToSession('code')).toEqual({ ok: false, problem: 'unreachable' })
  })

  it('sends a message in WeChat’s shape', async () => {
    const { wechat, asked } = await client(withTokens(() => ({ errcode: 0, errmsg: 'ok', msgid: 42 })))
    expect(await wechat.sendSubscribeMessage(MESSAGE)).toEqual({ ok: true, value: { msgId: '42' } })
    expect(asked[0]?.body).toEqual({
      grant_type: 'client_credential',
      appid: 'wxtest',
      secret: SECRET,
      force_refresh: false,
    })
    expect(asked[1]).toMatchObject({ path: '/cgi-bin/message/subscribe/send', query: { access_token: 'T' } })
    expect(asked[1]?.body).toEqual({
      touser: 'o1',
      template_id: 't1',
      page: 'pages/x/index?id=1',
      data: { thing1: { value: '初审通过' } },
      miniprogram_state: 'formal',
      lang: 'zh_CN',
    })
  })

  it('fetches the token once for many, keeps it, and renews it five minutes early', async () => {
    const { wechat, paths, forward } = await client(withTokens(() => ({ errcode: 0 })))
    const fetched = () => paths().filter((path) => path === TOKEN_PATH).length
    await Promise.all([1, 2, 3].map(() => wechat.sendSubscribeMessage(MESSAGE)))
    forward(6_899_000)
    await wechat.sendSubscribeMessage(MESSAGE)
    expect(fetched()).toBe(1)
    forward(1_000)
    await wechat.sendSubscribeMessage(MESSAGE)
    expect(fetched()).toBe(2)
  })

  it.each([40001, 40014, 42001])('fetches a new token once after %i, and then gives up', async (errcode) => {
    let refusals = 1
    const { wechat, paths } = await client(withTokens(() => (refusals-- > 0 ? { errcode } : { errcode: 0 })))
    expect(await wechat.sendSubscribeMessage(MESSAGE)).toMatchObject({ ok: true })
    expect(paths()).toHaveLength(4)
    refusals = 9
    expect(await wechat.sendSubscribeMessage(MESSAGE)).toEqual({ ok: false, problem: 'token', errcode })
    expect(paths()).toHaveLength(7)
  })
})
