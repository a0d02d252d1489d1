import { z } from 'zod'
import type { Contract } from './contract'
import type { ReadOnly } from './shape'

/** A mobile number as people type it, as its 11 digits: blanks, dashes, `+86` and full-width digits go. */
const plainPhone = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\-()·.]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '')

const plainCode = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

const NEED_PHONE = '手机号要是11位数字，以1开头'
export const Phone = z
  .string(NEED_PHONE)
  .max(40, NEED_PHONE)
  .overwrite(plainPhone)
  .refine((text) => /^1[3-9]\d{9}$/.test(text), NEED_PHONE)
  .meta({ description: '中国大陆手机号；带空格、横线、+86都可以' })

const NEED_CODE = '验证码是短信里的6位数字'
const SmsCode = z
  .string(NEED_CODE)
  .max(40, NEED_CODE)
  .overwrite(plainCode)
  .refine((text) => /^\d{6}$/.test(text), NEED_CODE)
  .meta({ description: '短信里的6位数字，5分钟内有效' })

const WechatCode = z.string('缺少微信给的登录凭证，请重新进入小程序再试').min(1).max(512)

const Agreed = z
  .literal(true, '请先看一看《用户协议》和《隐私政策》，同意了再登录')
  .meta({ description: '本人同意现行的用户协议和隐私政策' })

export const Tokens = z
  .strictObject({
    accessToken: z.string().meta({ description: '放在 Authorization: Bearer 后面' }),
    expiresInSeconds: z.int().meta({ description: 'accessToken 还能用几秒' }),
    refreshToken: z.string().meta({ description: '换新的用，只能用一次；换来的回答里有下一个' }),
  })
  .meta({ description: '一次登录的两把钥匙' })
export type Tokens = ReadOnly<z.output<typeof Tokens>>

export const Me = z
  .strictObject({
    id: z.uuid(),
    phoneMasked: z.string().nullable().meta({ description: '138****0000；没有绑定时是 null' }),
    hasWechat: z.boolean(),
  })
  .meta({ description: '登录的这个人' })
export type Me = ReadOnly<z.output<typeof Me>>

export const LoginCodeSent = z
  .strictObject({
    retryAfterSeconds: z.int().meta({ description: '过几秒可以再要一条' }),
    expiresInSeconds: z.int().meta({ description: '验证码几秒内有效' }),
  })
  .meta({ description: '验证码已经发出' })
export type LoginCodeSent = ReadOnly<z.output<typeof LoginCodeSent>>

export const SignedInDevice = z
  .strictObject({
    id: z.uuid(),
    device: z.string().meta({ description: '什么设备，给人看的话' }),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().meta({ description: '上一次登录或换钥匙的时间，准到十分钟' }),
    current: z.boolean().meta({ description: '就是正在用的这一台' }),
  })
  .meta({ description: '一台登录着的设备' })

export const SignedInDevices = z
  .strictObject({ sessions: z.array(SignedInDevice) })
  .meta({ description: '登录着的设备，最近用过的在前' })
export type SignedInDevices = ReadOnly<z.output<typeof SignedInDevices>>

export const loginCodeContract = {
  method: 'post',
  access: 'public',
  path: '/v1/login/codes',
  status: 202,
  summary: '给手机发一条登录验证码',
  description: '不管这个手机号登录过没有，回答都一样。一个号码一分钟最多一条，一小时最多5条，一天最多10条。',
  body: z.strictObject({ phone: Phone }),
  answer: LoginCodeSent,
  errors: [
    'MALFORMED_JSON',
    'BODY_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
    'INVALID_INPUT',
    'TOO_MANY_REQUESTS',
    'PLATFORM_UNAVAILABLE',
  ],
} as const satisfies Contract

export const loginByPhoneContract = {
  method: 'post',
  access: 'public',
  path: '/v1/login/phone',
  summary: '用手机号和验证码登录',
  description: '第一次登录就是注册。验证码错5次作废。请求头 X-Device 可以写设备名（UTF-8，百分号编码）。',
  body: z.strictObject({ phone: Phone, code: SmsCode, agreed: Agreed }),
  answer: Tokens,
  errors: ['MALFORMED_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'INVALID_INPUT', 'TOO_MANY_REQUESTS'],
} as const satisfies Contract

export const loginByWechatContract = {
  method: 'post',
  access: 'public',
  path: '/v1/login/wechat',
  summary: '用微信登录',
  description: 'code 是 wx.login 给的，5分钟内用一次。第一次登录就是注册。没有开通微信登录时回 NOT_READY。',
  body: z.strictObject({ code: WechatCode, agreed: Agreed }),
  answer: Tokens,
  errors: [
    'MALFORMED_JSON',
    'BODY_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
    'INVALID_INPUT',
    'FORBIDDEN',
    'TOO_MANY_REQUESTS',
    'NOT_READY',
    'PLATFORM_UNAVAILABLE',
  ],
} as const satisfies Contract

export const bindPhoneContract = {
  method: 'put',
  access: 'person',
  path: '/v1/me/phone',
  summary: '绑定手机号',
  description:
    '用短信验证码（和登录是同一种），或者用微信 getPhoneNumber 给的 code。这个号码已经登录过、没有绑过微信，' +
    '而现在这个微信还没有手机号也没有加入公司时，两边合成一个人（号码原来的那个），手里的 accessToken 随之失效，' +
    '用 refreshToken 换新的就行。其他情况下号码有主就回 CONFLICT。',
  body: z.union(
    [z.strictObject({ phone: Phone, code: SmsCode }), z.strictObject({ wechatCode: WechatCode })],
    '请写手机号和验证码，或者用微信授权手机号',
  ),
  answer: Me,
  errors: [
    'MALFORMED_JSON',
    'BODY_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
    'INVALID_INPUT',
    'CONFLICT',
    'TOO_MANY_REQUESTS',
    'NOT_READY',
    'PLATFORM_UNAVAILABLE',
  ],
} as const satisfies Contract

export const renewTokensContract = {
  method: 'post',
  access: 'public',
  path: '/v1/tokens',
  summary: '换一对新钥匙',
  description:
    'refreshToken 只能用一次。网络不好没有收到回答的，20秒内再发一次，得到的下一个 refreshToken 是同一个；' +
    '过后再用旧的，当作被人拿走，这台设备的登录立即作废。60天不用，或者登录满180天，要重新登录。',
  body: z.strictObject({ refreshToken: z.string('缺少登录凭证，请重新登录').min(1).max(512) }),
  answer: Tokens,
  errors: [
    'MALFORMED_JSON',
    'BODY_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
    'INVALID_INPUT',
    'UNAUTHENTICATED',
    'TOO_MANY_REQUESTS',
  ],
} as const satisfies Contract

export const logoutContract = {
  method: 'post',
  access: 'person',
  path: '/v1/logout',
  status: 204,
  summary: '退出登录',
  errors: ['TOO_MANY_REQUESTS'],
} as const satisfies Contract

export const meContract = {
  method: 'get',
  access: 'person',
  path: '/v1/me',
  summary: '我是谁',
  answer: Me,
  errors: ['TOO_MANY_REQUESTS'],
} as const satisfies Contract

export const sessionsContract = {
  method: 'get',
  access: 'person',
  path: '/v1/me/sessions',
  summary: '我在哪些设备上登录着',
  answer: SignedInDevices,
  errors: ['TOO_MANY_REQUESTS'],
} as const satisfies Contract

export const endSessionContract = {
  method: 'delete',
  access: 'person',
  path: '/v1/me/sessions/{sessionId}',
  status: 204,
  summary: '让一台设备退出登录',
  description: '在别的设备上，最晚一分钟后失效。',
  params: z.strictObject({ sessionId: z.uuid() }),
  errors: ['NOT_FOUND', 'TOO_MANY_REQUESTS'],
} as const satisfies Contract

export const identityContracts: readonly Contract[] = [
  loginCodeContract,
  loginByPhoneContract,
  loginByWechatContract,
  renewTokensContract,
  logoutContract,
  meContract,
  bindPhoneContract,
  sessionsContract,
  endSessionContract,
]
