import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { refusedApp } from './token'
import { CODE_LIFETIME_MS, codesIn, followersIn, type Refusal, refusal, refusedToken, type Wechat } from './wechat'

const LOGINS_A_MINUTE = 100

/** A code as a phone would get it from wx.login or from the button for its number. Kept, one use. */
export function mintCode(
  { journal, clock }: Wechat,
  wanted: { readonly kind: 'login' | 'phone'; readonly openid: string; readonly phone?: string },
): string {
  const code = `0${randomBytes(16).toString('hex').slice(0, 31)}`
  journal.commit(() => codesIn(journal).put(code, { ...wanted, madeAt: clock().getTime(), used: false }))
  return code
}

/** The openid of a fictitious person: 28 characters, always the same for the same name. */
export const openidOf = (name: string): string =>
  `o${createHash('sha256').update(`openid ${name}`).digest('base64url').slice(0, 27)}`

/** GET /sns/jscode2session */
export function codeToSession(wechat: Wechat, query: Readonly<Record<string, string>>) {
  const { journal, clock, newId } = wechat
  const refused = refusedApp(wechat, query.appid ?? '', query.secret ?? '')
  if (refused) return refused
  if (query.grant_type !== 'authorization_code') return refusal(40002, 'invalid grant_type', newId)
  if (!query.js_code) return refusal(41008, 'missing code', newId)

  const codes = codesIn(journal)
  const now = clock().getTime()
  const code = codes.get(query.js_code)
  if (code?.kind !== 'login' || now - code.madeAt > CODE_LIFETIME_MS) return refusal(40029, 'invalid code', newId)
  if (code.used) return refusal(40163, 'code been used', newId)
  const lately = codes
    .all()
    .filter(({ openid, used, madeAt }) => openid === code.openid && used && now - madeAt < 60_000)
  if (lately.length >= LOGINS_A_MINUTE)
    return refusal(45011, 'api minute-quota reach limit, please retry next minute', newId)

  journal.commit(() => {
    codes.put(query.js_code ?? '', { ...code, used: true })
    const followers = followersIn(journal)
    if (followers.get(code.openid) === undefined) followers.put(code.openid, { since: now, banned: false })
  })
  return { openid: code.openid, session_key: randomBytes(16).toString('base64'), errcode: 0, errmsg: 'ok' }
}

const PhoneRequest = z.object({ code: z.string() })

/** POST /wxa/business/getuserphonenumber */
export function phoneNumber(wechat: Wechat, token: string | undefined, body: unknown): Refusal | object {
  const { journal, clock, newId, secrets } = wechat
  const refused = refusedToken(wechat, token)
  if (refused) return refused
  const request = PhoneRequest.safeParse(body)
  if (!request.success) return refusal(47001, 'data format error', newId)

  const codes = codesIn(journal)
  const code = codes.get(request.data.code)
  const now = clock().getTime()
  if (code?.kind !== 'phone' || code.used || now - code.madeAt > CODE_LIFETIME_MS) {
    return refusal(40029, 'invalid code', newId)
  }
  journal.commit(() => codes.put(request.data.code, { ...code, used: true }))
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: code.phone ?? '',
      purePhoneNumber: code.phone ?? '',
      countryCode: '86',
      watermark: { timestamp: Math.floor(now / 1_000), appid: secrets.wechat.appId },
    },
  }
}
