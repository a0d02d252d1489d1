import { z } from 'zod'
import { messagesIn } from '../../messages'
import { isAccepted } from './field-limits'
import { followersIn, quotaKey, quotasIn, type Refusal, refusal, refusedToken, type Wechat } from './wechat'

const Send = z.object({
  touser: z.string(),
  template_id: z.string(),
  page: z.string().optional(),
  data: z.record(z.string(), z.object({ value: z.coerce.string() })),
  miniprogram_state: z.enum(['developer', 'trial', 'formal']).optional(),
  lang: z.enum(['zh_CN', 'en_US', 'zh_HK', 'zh_TW']).optional(),
})
type Send = z.infer<typeof Send>

/** POST /cgi-bin/message/subscribe/send: one accepted question, one message. */
export function sendSubscribeMessage(
  wechat: Wechat,
  token: string | undefined,
  body: unknown,
): Refusal & { readonly msgid?: number } {
  const { journal, newId, templates, faults } = wechat
  const refused = refusedToken(wechat, token)
  if (refused) return refused
  const request = Send.safeParse(body)
  if (!request.success) return refusal(47003, 'argument invalid!', newId)
  if (faults.happens('vendorFailureShare')) return refusal(-1, 'system error', newId)
  const { touser, template_id, page, data } = request.data
  const template = templates[template_id]
  const follower = followersIn(journal).get(touser)
  if (follower === undefined) return refusal(40003, 'invalid openid', newId)
  if (template === undefined) return refusal(40037, 'invalid template_id', newId)
  if (page !== undefined && !/^[\w-]+(\/[\w-]+)*(\?[^\s#]*)?$/.test(page)) return refusal(41030, 'invalid page', newId)
  if (follower.banned) return refusal(43107, 'subscribe message api has been banned', newId)
  for (const key of Object.keys(template.fields)) {
    const value = data[key]?.value
    if (value === undefined) return refusal(47003, `argument invalid! data.${key}.value is empty`, newId)
    if (!isAccepted(key, value)) return refusal(47003, `argument invalid! data.${key}.value invalid`, newId)
  }
  const left = quotasIn(journal).get(quotaKey(touser, template_id))?.left ?? 0
  if (left < 1) return refusal(43101, 'user refuse to accept the msg', newId)
  const msgid = deliver(wechat, request.data, left)
  return { errcode: 0, errmsg: 'ok', msgid }
}

function deliver({ journal, clock, newId, templates, outbox, secrets }: Wechat, send: Send, left: number): number {
  const { touser, template_id, page, data } = send
  const now = clock().getTime()
  const { title = '', fields = {} } = templates[template_id] ?? {}
  const msgid = now * 1_000 + (messagesIn(journal).all().length % 1_000)
  const values = Object.fromEntries(Object.keys(fields).map((key) => [key, data[key]?.value ?? '']))
  const id = newId()
  journal.commit(() => {
    quotasIn(journal).put(quotaKey(touser, template_id), { left: left - 1 })
    messagesIn(journal).put(id, {
      id,
      channel: 'wechat',
      vendor: 'wechat',
      to: touser,
      heading: title,
      text: Object.entries(fields)
        .map(([key, label]) => `${label}：${values[key]}`)
        .join('\n'),
      templateId: template_id,
      values,
      ...(page !== undefined && { page }),
      receipt: String(msgid),
      delivered: true,
      receivedAt: now,
    })
    outbox.enqueue('wechat', {
      ToUserName: secrets.wechat.appId,
      FromUserName: touser,
      CreateTime: Math.floor(now / 1_000),
      MsgType: 'event',
      Event: 'subscribe_msg_sent_event',
      List: { TemplateId: template_id, MsgID: String(msgid), ErrorCode: '0', ErrorStatus: 'success' },
    })
  })
  return msgid
}

/** What the phone's dialog does: each accepted template allows one message more, and WeChat tells the product. */
export function answerDialog(
  { journal, outbox, secrets, clock }: Wechat,
  openid: string,
  answers: Readonly<Record<string, 'accept' | 'reject' | 'ban'>>,
): void {
  journal.commit(() => {
    const quotas = quotasIn(journal)
    for (const [templateId, answer] of Object.entries(answers)) {
      if (answer !== 'accept') continue
      const key = quotaKey(openid, templateId)
      quotas.put(key, { left: (quotas.get(key)?.left ?? 0) + 1 })
    }
    outbox.enqueue('wechat', {
      ToUserName: secrets.wechat.appId,
      FromUserName: openid,
      CreateTime: Math.floor(clock().getTime() / 1_000),
      MsgType: 'event',
      Event: 'subscribe_msg_popup_event',
      List: Object.entries(answers).map(([TemplateId, SubscribeStatusString]) => ({
        TemplateId,
        SubscribeStatusString,
        PopupScene: '0',
      })),
    })
  })
}
