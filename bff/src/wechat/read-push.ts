import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'

/** What a push tells us; `other` where it is nothing that we wait for. */
export type PushedEvent =
  | {
      readonly type: 'subscribed'
      readonly openid: string
      readonly answers: readonly { readonly templateId: string; readonly accepted: boolean }[]
    }
  | {
      readonly type: 'unsubscribed'
      readonly openid: string
      readonly answers: readonly { readonly templateId: string; readonly accepted: boolean }[]
    }
  | {
      readonly type: 'message_sent'
      readonly openid: string
      readonly templateId: string
      readonly msgId: string
      readonly delivered: boolean
      readonly code: string
    }
  | {
      readonly type: 'media_checked'
      readonly traceId: string
      readonly passed: boolean
      readonly label: number | null
    }
  | { readonly type: 'other' }

const Text = z.union([z.string(), z.number()]).transform(String)

/** One thing, or a list of things: WeChat writes either. */
const oneOrMany = <T extends z.ZodType>(schema: T) => z.union([z.array(schema), schema.transform((one) => [one])])

/** In JSON the list stands there itself, in XML below a name of the event's own. */
const listed = <T extends z.ZodType>(schema: T) =>
  z.union([oneOrMany(schema), z.looseObject({ List: oneOrMany(schema) }).transform(({ List }) => List)])

const Answer = z.looseObject({ TemplateId: Text, SubscribeStatusString: Text })
const Sent = z.looseObject({ TemplateId: Text, MsgID: Text, ErrorCode: Text })

const Popup = z.looseObject({
  Event: z.enum(['subscribe_msg_popup_event', 'subscribe_msg_change_event']),
  FromUserName: Text,
  List: listed(Answer),
})
const SentEvent = z.looseObject({
  Event: z.literal('subscribe_msg_sent_event'),
  FromUserName: Text,
  List: listed(Sent),
})
const MediaCheck = z.looseObject({
  Event: z.literal('wxa_media_check'),
  trace_id: Text,
  result: z.looseObject({ suggest: z.string(), label: z.coerce.number().optional() }).optional(),
})

const xml = new XMLParser({ ignoreAttributes: true, parseTagValue: false, processEntities: false })

/** The names below which XML holds the list of an event. */
const WRAPPED = { SubscribeMsgPopupEvent: 'List', SubscribeMsgChangeEvent: 'List', SubscribeMsgSentEvent: 'List' }

function fromXml(text: string): unknown {
  const { xml: root } = z.looseObject({ xml: z.looseObject({}) }).parse(xml.parse(text))
  const wrapped = Object.keys(WRAPPED).find((name) => name in root)
  return wrapped === undefined ? root : { ...root, List: root[wrapped] }
}

/** A push as an object, from JSON or XML; undefined where it is neither. */
export function parsePush(text: string): unknown {
  try {
    return text.trimStart().startsWith('<') ? fromXml(text) : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What it says, as far as we wait for it. Source: 微信小程序 订阅消息 事件推送, 音视频内容安全识别. */
export function readPush(body: unknown): readonly PushedEvent[] {
  const popup = Popup.safeParse(body).data
  if (popup) {
    const answers = popup.List.map(({ TemplateId, SubscribeStatusString }) => ({
      templateId: TemplateId,
      accepted: SubscribeStatusString === 'accept',
    }))
    const type = popup.Event === 'subscribe_msg_popup_event' ? 'subscribed' : 'unsubscribed'
    return [{ type, openid: popup.FromUserName, answers }]
  }
  const sent = SentEvent.safeParse(body).data
  if (sent) {
    return sent.List.map(({ TemplateId, MsgID, ErrorCode }) => ({
      type: 'message_sent',
      openid: sent.FromUserName,
      templateId: TemplateId,
      msgId: MsgID,
      delivered: ErrorCode === '0',
      code: ErrorCode,
    }))
  }
  const media = MediaCheck.safeParse(body).data
  if (media) {
    const { suggest, label } = media.result ?? {}
    return [{ type: 'media_checked', traceId: media.trace_id, passed: suggest === 'pass', label: label ?? null }]
  }
  return [{ type: 'other' }]
}
