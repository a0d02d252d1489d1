import { Hono } from 'hono'
import { codeToSession, phoneNumber } from './login'
import { checkMedia } from './media-check'
import { sendSubscribeMessage } from './subscribe'
import { stableToken } from './token'
import type { Wechat } from './wechat'

/** Undefined where it is no JSON: each refuses that in its own words. */
async function bodyOf(request: { text: () => Promise<string> }): Promise<unknown> {
  try {
    return JSON.parse(await request.text())
  } catch {
    return undefined
  }
}

/** WeChat's own addresses and answers, as api.weixin.qq.com has them. */
export function wechatRoutes(wechat: Wechat): Hono {
  const routes = new Hono()
  routes.get('/sns/jscode2session', (c) => c.json(codeToSession(wechat, c.req.query())))
  routes.post('/cgi-bin/stable_token', async (c) => c.json(stableToken(wechat, await bodyOf(c.req))))
  routes.post('/wxa/business/getuserphonenumber', async (c) =>
    c.json(phoneNumber(wechat, c.req.query('access_token'), await bodyOf(c.req))),
  )
  routes.post('/cgi-bin/message/subscribe/send', async (c) =>
    c.json(sendSubscribeMessage(wechat, c.req.query('access_token'), await bodyOf(c.req))),
  )
  routes.post('/wxa/media_check_async', async (c) =>
    c.json(checkMedia(wechat, c.req.query('access_token'), await bodyOf(c.req))),
  )
  return routes
}
