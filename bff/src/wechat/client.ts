import { z } from 'zod'
import type { Deps } from '../deps'
import { callWechat, type WechatAnswer, type WechatCall } from './call'
import { stableTokens } from './stable-token'

export type { WechatAnswer, WechatFailure } from './call'
export { mayPass, type WechatProblem } from './errcodes'

export interface WechatAccount {
  readonly appId: string
  readonly secret: string
  /** `https://api.weixin.qq.com`, or a stand-in. */
  readonly baseUrl: string
}

export interface WechatUser {
  readonly openid: string
  readonly unionid?: string
}

export interface WechatPhone {
  /** Without the country code. */
  readonly purePhoneNumber: string
  readonly countryCode: string
}

/** One 订阅消息. Values must be within WeChat's limits for their type, or it refuses them as `bad_field`. */
export interface SubscribeMessage {
  readonly openid: string
  readonly templateId: string
  readonly page?: string
  readonly values: Readonly<Record<string, string>>
  /** Which build of the mini-program opens; the released one where absent. */
  readonly state?: 'developer' | 'trial' | 'formal'
}

/** WeChat's server side, as far as we need it. Nothing throws: refusals and a silent WeChat are answers. */
export interface Wechat {
  readonly appId: string
  /** Whose `wx.login` code this is. The session key that comes with it is dropped: we need none. */
  codeToSession(code: string): Promise<WechatAnswer<WechatUser>>
  /** The number behind a `getPhoneNumber` code. Each success costs the operator money. */
  phoneNumber(code: string): Promise<WechatAnswer<WechatPhone>>
  sendSubscribeMessage(message: SubscribeMessage): Promise<WechatAnswer<{ readonly msgId: string | undefined }>>
}

const SessionAnswer = z.looseObject({ openid: z.string().min(1), unionid: z.string().min(1).optional() })
const PhoneAnswer = z.looseObject({
  phone_info: z.looseObject({ purePhoneNumber: z.string().min(1), countryCode: z.coerce.string() }),
})
const SentAnswer = z.looseObject({ errcode: z.literal(0), msgid: z.union([z.string(), z.number()]).optional() })

/** Speaks to WeChat over `fetch`. Source: 微信小程序服务端 API. */
export function openWechat(
  { appId, secret, baseUrl }: WechatAccount,
  { fetch, elapsedMs }: Pick<Deps, 'fetch' | 'elapsedMs'>,
): Wechat {
  const call = <T>(one: WechatCall<T>): Promise<WechatAnswer<T>> => callWechat(fetch, baseUrl, one)
  const tokens = stableTokens(call, { appId, secret }, elapsedMs)

  /** With the app's token; where that was refused, once more with a new one. */
  async function callWithToken<T>(one: WechatCall<T>): Promise<WechatAnswer<T>> {
    for (let again = true; ; again = false) {
      const token = await tokens.get()
      if (!token.ok) return token
      const answer = await call({ ...one, query: { ...one.query, access_token: token.value } })
      if (answer.ok || answer.problem !== 'token') return answer
      tokens.drop(token.value)
      if (!again) return answer
    }
  }

  return {
    appId,
    async codeToSession(code) {
      const query = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' }
      const answer = await call({ path: '/sns/jscode2session', query, answer: SessionAnswer })
      if (!answer.ok) return answer
      const { openid, unionid } = answer.value
      return { ok: true, value: { openid, ...(unionid !== undefined && { unionid }) } }
    },
    async phoneNumber(code) {
      const answer = await callWithToken({
        path: '/wxa/business/getuserphonenumber',
        body: { code },
        answer: PhoneAnswer,
      })
      if (!answer.ok) return answer
      const { purePhoneNumber, countryCode } = answer.value.phone_info
      return { ok: true, value: { purePhoneNumber, countryCode } }
    },
    async sendSubscribeMessage({ openid, templateId, page, values, state = 'formal' }) {
      const answer = await callWithToken({
        path: '/cgi-bin/message/subscribe/send',
        body: {
          touser: openid,
          template_id: templateId,
          ...(page !== undefined && { page }),
          data: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }])),
          miniprogram_state: state,
          lang: 'zh_CN',
        },
        answer: SentAnswer,
      })
      if (!answer.ok) return answer
      const { msgid } = answer.value
      return { ok: true, value: { msgId: msgid === undefined ? undefined : String(msgid) } }
    },
  }
}
