import { openWechat } from '@suanhui/bff/wechat/client'
import { Me, Tokens } from '@suanhui/shared/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf } from '../contract/server'
import { engines } from '../stores/engines'
import { type AskedOfWechat, wechatServer } from './identity-wechat-server'
import { identityWorld, OTHER_PHONE, PHONE } from './identity-world'

const MINUTE = 60_000

/** A code names its openid or number, so that a test reads like what it is about. */
function reply({ path, query, body }: AskedOfWechat): object {
  if (path === '/cgi-bin/stable_token') return { access_token: 'T', expires_in: 7200 }
  if (path === '/sns/jscode2session') {
    const { js_code: code = '' } = query
    return code.startsWith('user-') ? { openid: `openid-of-${code}`, session_key: 'k' } : { errcode: 40029 }
  }
  const { code } = body as { readonly code: string }
  const [, phone = '', countryCode = '86'] = /^phone-(\d+)(?:-(\d+))?$/.exec(code) ?? []
  if (phone === '') return { errcode: 40029 }
  return { errcode: 0, phone_info: { phoneNumber: phone, purePhoneNumber: phone, countryCode } }
}

describe.each(engines)('signing in by WeChat on the $name database', (engine) => {
  let server: Awaited<ReturnType<typeof wechatServer>>
  beforeAll(async () => {
    server = await wechatServer(reply)
  })
  afterAll(() => server.close())
  const { world, post, codeOn, logIn, askingWith, meOf, renew } = identityWorld(engine, () => ({
    wechat: openWechat(
      { appId: 'wxtest', secret: 'secret', baseUrl: server.url },
      { fetch: globalThis.fetch, elapsedMs: () => 0 },
    ),
  }))
  const enter = async (code: string) =>
    Tokens.parse(await (await post('/v1/login/wechat', { code, agreed: true })).json())
  const bind = (accessToken: string, body: object) => askingWith(accessToken).ask('PUT', '/v1/me/phone', body)

  it('makes a person the first time, and knows them again', async () => {
    const me = await meOf((await enter('user-1')).accessToken)
    expect(me).toMatchObject({ phoneMasked: null, hasWechat: true })
    expect((await meOf((await enter('user-1')).accessToken)).id).toBe(me.id)
    expect((await meOf((await enter('user-2')).accessToken)).id).not.toBe(me.id)
  })

  it('makes one person of two first logins at once', async () => {
    const both = await Promise.all([enter('user-1'), enter('user-1')])
    const [one, other] = await Promise.all(both.map(({ accessToken }) => meOf(accessToken)))
    expect(one?.id).toBe(other?.id)
  })

  it('needs consent and a good code', async () => {
    expect((await post('/v1/login/wechat', { code: 'user-1' })).status).toBe(422)
    const refused = await post('/v1/login/wechat', { code: 'bad', agreed: true })
    expect([refused.status, (await errorOf(refused)).message]).toEqual([422, '微信授权过期了，请再点一次'])
  })

  it('binds a number by WeChat or by SMS, and lets in by that number', async () => {
    const { accessToken } = await enter('user-1')
    const bound = Me.parse(await (await bind(accessToken, { wechatCode: `phone-${PHONE}` })).json())
    expect(bound).toMatchObject({ phoneMasked: '199****0001', hasWechat: true })
    expect((await meOf((await logIn(PHONE)).accessToken)).id).toBe(bound.id)
    const code = await codeOn(OTHER_PHONE)
    expect((await bind(accessToken, { phone: OTHER_PHONE, code })).status).toBe(200)
    // The same again, as a phone that got no answer sends it.
    expect((await bind(accessToken, { phone: OTHER_PHONE, code })).status).toBe(200)
    expect((await meOf(accessToken)).phoneMasked).toBe('199****0002')
  })

  it.each([
    [{ wechatCode: 'bad' }, '微信授权过期了，请再点一次'],
    [{ wechatCode: 'phone-5551234567-1' }, '只能绑定中国大陆的手机号'],
    [{}, ''],
    [{ phone: PHONE, code: '000000' }, '验证码过期了或已经用过，请重新获取一条'],
  ])('binds nothing for %j', async (body, message) => {
    const refused = await bind((await enter('user-1')).accessToken, body)
    expect(refused.status).toBe(422)
    expect((await errorOf(refused)).message).toContain(message)
  })

  it('makes one person of a number’s account and a WeChat that has nothing yet', async () => {
    const byPhone = await logIn(PHONE)
    const account = await meOf(byPhone.accessToken)
    const byWechat = await enter('user-1')
    const me = Me.parse(await (await bind(byWechat.accessToken, { wechatCode: `phone-${PHONE}` })).json())
    expect(me).toEqual({ id: account.id, phoneMasked: '199****0001', hasWechat: true })
    expect((await askingWith(byWechat.accessToken).ask('GET', '/v1/me')).status).toBe(401)
    const next = Tokens.parse(await (await renew(byWechat.refreshToken)).json())
    expect((await meOf(next.accessToken)).id).toBe(account.id)
    expect((await meOf(byPhone.accessToken)).id).toBe(account.id)
    expect((await meOf((await enter('user-1')).accessToken)).id).toBe(account.id)
  })

  it('keeps two accounts apart where one would lose something', async () => {
    const owner = await logIn(PHONE)
    const { accessToken } = await enter('user-1')
    const { id } = await meOf(accessToken)
    const wechat = { id, token: accessToken, ask: askingWith(accessToken).ask }
    await world().companyOf(wechat)
    const refused = await bind(accessToken, { wechatCode: `phone-${PHONE}` })
    expect(refused.status).toBe(409)
    expect((await errorOf(refused)).message).toContain('这个手机号已经有账号了')
    // Nor does a number that has a WeChat go to another WeChat, nor one account's number to another with its own.
    expect((await bind((await enter('user-2')).accessToken, { wechatCode: `phone-${PHONE}` })).status).toBe(200)
    expect((await bind((await enter('user-3')).accessToken, { wechatCode: `phone-${PHONE}` })).status).toBe(409)
    world().clock.forward(MINUTE)
    expect((await bind((await logIn(OTHER_PHONE)).accessToken, { wechatCode: `phone-${PHONE}` })).status).toBe(409)
    expect((await meOf(owner.accessToken)).phoneMasked).toBe('199****0001')
  })

  it('writes no openid, number or code into log or tables', async () => {
    const { accessToken } = await enter('user-1')
    await bind(accessToken, { wechatCode: `phone-${PHONE}` })
    const rows = JSON.stringify(await world().database.queries.selectFrom('person_wechats').selectAll().execute())
    for (const secret of ['openid-of-user-1', 'user-1', PHONE, accessToken]) {
      expect(world().lines.join('') + rows).not.toContain(secret)
    }
  })
})

describe.each(engines.slice(0, 1))('without WeChat', (engine) => {
  const { post } = identityWorld(engine)
  it('says so', async () => {
    const refused = await post('/v1/login/wechat', { code: 'x', agreed: true })
    expect([refused.status, (await errorOf(refused)).message]).toEqual([503, '微信登录还没有开通，请用手机号登录'])
  })
})
