import { Hono } from 'hono'
import { z } from 'zod'
import { mintCode, openidOf } from '../gateways/wechat/login'
import { answerDialog } from '../gateways/wechat/subscribe'
import { followersIn, quotasIn, type Wechat } from '../gateways/wechat/wechat'
import { type Message, messagesIn } from '../messages'
import { phonePage } from './page'

const SHOWN = 200

/** What the phone of a fictitious person does inside WeChat. */
const LoginCode = z.object({ name: z.string().min(1) })
const PhoneCode = z.object({ name: z.string().min(1), phone: z.string().regex(/^1[3-9]\d{9}$/) })
const Dialog = z.object({ openid: z.string(), answers: z.record(z.string(), z.enum(['accept', 'reject', 'ban'])) })
const Ban = z.object({ openid: z.string(), banned: z.boolean() })

/** The phones: what arrived on them, and what their owners tap. */
export function phoneRoutes(wechat: Wechat): Hono {
  const { journal } = wechat
  const routes = new Hono()
  const newest = (to: string): readonly Message[] =>
    messagesIn(journal)
      .all()
      .filter((message) => to === '' || message.to === to)
      .slice(-SHOWN)
      .reverse()
  const read = async <T>(request: { json: () => Promise<unknown> }, schema: z.ZodType<T>): Promise<T | undefined> => {
    const body = schema.safeParse(await request.json().catch(() => undefined))
    return body.success ? body.data : undefined
  }

  routes.get('/', (c) => {
    const to = c.req.query('to')?.trim() ?? ''
    return c.html(phonePage(newest(to), to))
  })
  routes.get('/api/messages', (c) => c.json({ messages: newest(c.req.query('to')?.trim() ?? '') }))
  routes.post('/api/wechat/login-codes', async (c) => {
    const body = await read(c.req, LoginCode)
    if (body === undefined) return c.json({ message: '要写 name' }, 422)
    const openid = openidOf(body.name)
    return c.json({ openid, code: mintCode(wechat, { kind: 'login', openid }) }, 201)
  })
  routes.post('/api/wechat/phone-codes', async (c) => {
    const body = await read(c.req, PhoneCode)
    if (body === undefined) return c.json({ message: '要写 name 和 phone' }, 422)
    const openid = openidOf(body.name)
    return c.json({ openid, code: mintCode(wechat, { kind: 'phone', openid, phone: body.phone }) }, 201)
  })
  routes.post('/api/wechat/dialog', async (c) => {
    const body = await read(c.req, Dialog)
    if (body === undefined) return c.json({ message: '要写 openid 和 answers' }, 422)
    answerDialog(wechat, body.openid, body.answers)
    return c.json(body.answers)
  })
  routes.post('/api/wechat/ban', async (c) => {
    const body = await read(c.req, Ban)
    const follower = body && followersIn(journal).get(body.openid)
    if (body === undefined || follower === undefined) return c.json({ message: '没有这个 openid' }, 404)
    journal.commit(() => followersIn(journal).put(body.openid, { ...follower, banned: body.banned }))
    return c.json({ banned: body.banned })
  })
  routes.get('/api/wechat/quotas', (c) => c.json(Object.fromEntries(quotasIn(journal).entries())))
  return routes
}
