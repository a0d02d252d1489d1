import type { BodyOf, bindPhoneContract, loginByWechatContract, Me, Tokens } from '@suanhui/shared/api'
import type { Session } from '../stores/session'
import { sessionOf } from './access'
import { ask } from './ask'
import { parsed } from './client'
import { type Method, send } from './send'
import { subjectOf } from './token-subject'

/** Asked with a token that the phone does not keep yet: whose it ends up being is only known at the end. */
async function askAs({ accessToken }: Tokens, method: Method, path: string, body?: object): Promise<unknown> {
  const { text } = await send({
    method,
    path,
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return text === '' ? undefined : parsed(text)
}

/** The number of a person who is new by WeChat. It may lead to an account that was there before: then the keys change. */
async function withPhone(tokens: Tokens, phoneCode: string): Promise<Tokens> {
  const body: BodyOf<typeof bindPhoneContract> = { wechatCode: phoneCode }
  const bound = (await askAs(tokens, 'put', '/v1/me/phone', body)) as Me
  if (bound.id === subjectOf(tokens.accessToken)) return tokens
  const { refreshToken } = tokens
  return (await askAs(tokens, 'post', '/v1/tokens', { refreshToken })) as Tokens
}

/**
 * Signs in by WeChat with the number that it gave a code for. Who has a number here already keeps it. Nothing is kept
 * on the phone before all of it worked. Throws {@link ApiError}: CONFLICT where the number belongs to another WeChat.
 */
export async function signInByWechat(loginCode: string, phoneCode: string): Promise<Session> {
  const tokens = await ask<typeof loginByWechatContract>({
    method: 'post',
    path: '/v1/login/wechat',
    access: 'public',
    body: { code: loginCode, agreed: true },
  })
  try {
    const me = (await askAs(tokens, 'get', '/v1/me')) as Me
    return sessionOf(me.phoneMasked === null ? await withPhone(tokens, phoneCode) : tokens)
  } catch (error) {
    // A login that came to nothing is not left lying on the server; where that fails too, it ends by itself.
    await askAs(tokens, 'post', '/v1/logout').catch(() => undefined)
    throw error
  }
}
