import { z } from 'zod'
import type { Contract } from './contract'
import type { ReadOnly } from './shape'

const Topic = z.enum(['progress', 'correction', 'reminder', 'round', 'document', 'news']).meta({
  description:
    'progress 审核到哪一步；correction 要您补正或说明；reminder 快到期了；round 申报开始或者快结束；document 政策快失效；news 有新的能申请',
})

/** Where a message leads: the name of a page, and ids only. */
export const MessageLink = z
  .strictObject({
    page: z
      .enum(['submission', 'timeline', 'corrections', 'registration', 'measure', 'newFiling', 'rounds'])
      .meta({ description: '打开哪一页' }),
    params: z.record(z.string(), z.string()).meta({ description: '这一页要的编号，例如 companyId、submissionId' }),
  })
  .meta({ description: '点开以后去哪里' })
export type MessageLink = ReadOnly<z.output<typeof MessageLink>>

export const InboxMessage = z
  .strictObject({
    id: z.uuid(),
    topic: Topic,
    title: z.string(),
    text: z.string().meta({ description: '发生了什么，要做什么，最晚哪天' }),
    urgent: z.boolean().meta({ description: '有期限，要尽快办' }),
    link: MessageLink.nullable(),
    companyId: z.uuid().nullable(),
    companyName: z.string().nullable().meta({ description: '说的是哪家公司' }),
    createdAt: z.iso.datetime(),
    readAt: z.iso.datetime().nullable().meta({ description: '什么时候看过的；没有看过是 null' }),
  })
  .meta({ description: '一条消息' })
export type InboxMessage = ReadOnly<z.output<typeof InboxMessage>>

export const InboxPage = z
  .strictObject({
    messages: z.array(InboxMessage),
    next: z.string().nullable().meta({ description: '接着往下看，写在 cursor 里；没有了是 null' }),
    unread: z.int().meta({ description: '一共几条没有看过' }),
  })
  .meta({ description: '收到的消息，新的在前' })
export type InboxPage = ReadOnly<z.output<typeof InboxPage>>

export const UnreadCount = z.strictObject({ unread: z.int() }).meta({ description: '几条没有看过' })
export type UnreadCount = ReadOnly<z.output<typeof UnreadCount>>

export const NotificationChoices = z
  .strictObject({
    channels: z
      .array(
        z.strictObject({
          id: z.string().meta({ description: '写回来的时候用' }),
          name: z.string(),
          explanation: z.string().meta({ description: '什么时候用，为什么现在用不了' }),
          on: z.boolean(),
          available: z.boolean().meta({ description: '现在能用；例如没有绑定手机号就收不到短信' }),
          locked: z.boolean().meta({ description: '不能关' }),
        }),
      )
      .meta({ description: '用什么办法告诉您' }),
    topics: z
      .array(
        z.strictObject({
          id: Topic,
          name: z.string(),
          explanation: z.string(),
          on: z.boolean(),
          locked: z.boolean().meta({ description: '不能关' }),
        }),
      )
      .meta({ description: '告诉您哪些事' }),
    quietHours: z.string().meta({ description: '什么时间不打扰，给人看的话' }),
  })
  .meta({ description: '怎样告诉我' })
export type NotificationChoices = ReadOnly<z.output<typeof NotificationChoices>>

export const Subscriptions = z
  .strictObject({
    templates: z.array(
      z.strictObject({
        templateId: z.string(),
        name: z.string().meta({ description: '这种消息告诉您什么' }),
        topics: z.array(Topic),
        left: z.int().meta({ description: '还能收几条；用完了就发短信' }),
      }),
    ),
  })
  .meta({ description: '微信订阅消息：可以请人同意的模板，一次最多三个' })
export type Subscriptions = ReadOnly<z.output<typeof Subscriptions>>

const written = ['INVALID_INPUT', 'MALFORMED_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] as const

export const inboxContract = {
  method: 'get',
  access: 'person',
  path: '/v1/me/messages',
  summary: '我收到的消息，新的在前',
  query: z.strictObject({
    cursor: z.string().max(200).optional().meta({ description: '上一页的 next' }),
    unread: z.enum(['true', 'false']).optional().meta({ description: 'true 只要没有看过的' }),
  }),
  answer: InboxPage,
  errors: ['INVALID_INPUT', 'TOO_MANY_REQUESTS'],
} as const satisfies Contract

export const unreadCountContract = {
  method: 'get',
  access: 'person',
  path: '/v1/me/unread-messages',
  summary: '我有几条消息没有看过',
  answer: UnreadCount,
  errors: ['TOO_MANY_REQUESTS'],
} as const satisfies Contract

export const inboxMessageContract = {
  method: 'get',
  access: 'person',
  path: '/v1/me/messages/{messageId}',
  summary: '一条消息：从微信点进来的时候用',
  params: z.strictObject({ messageId: z.uuid() }),
  answer: InboxMessage,
  errors: ['NOT_FOUND', 'TOO_MANY_REQUESTS'],
} as const satisfies Contract

export const readMessageContract = {
  method: 'post',
  access: 'person',
  path: '/v1/me/messages/{messageId}/read',
  status: 204,
  summary: '这条消息看过了',
  params: z.strictObject({ messageId: z.uuid() }),
  errors: ['NOT_FOUND', 'TOO_MANY_REQUESTS'],
} as const satisfies Contract

export const readAllMessagesContract = {
  method: 'post',
  access: 'person',
  path: '/v1/me/unread-messages/read',
  status: 204,
  summary: '所有消息都看过了',
  errors: ['TOO_MANY_REQUESTS'],
} as const satisfies Contract

export const notificationChoicesContract = {
  method: 'get',
  access: 'person',
  path: '/v1/me/notification-choices',
  summary: '怎样告诉我，告诉我哪些事',
  answer: NotificationChoices,
  errors: ['TOO_MANY_REQUESTS'],
} as const satisfies Contract

const Switches = z.record(z.string().max(40), z.boolean('要写 true 或 false'))

export const chooseNotificationsContract = {
  method: 'put',
  access: 'person',
  path: '/v1/me/notification-choices',
  summary: '改怎样告诉我',
  description: '只写要改的。审核结果按规定要发短信和站内消息，这两样不能关。',
  body: z.strictObject({ channels: Switches.optional(), topics: Switches.optional() }),
  answer: NotificationChoices,
  errors: [...written, 'TOO_MANY_REQUESTS'],
} as const satisfies Contract

export const subscriptionsContract = {
  method: 'get',
  access: 'person',
  path: '/v1/me/subscriptions',
  summary: '可以请我同意哪些微信消息',
  description: '没有开通微信消息时是空的。',
  answer: Subscriptions,
  errors: ['TOO_MANY_REQUESTS'],
} as const satisfies Contract

export const keepSubscriptionsContract = {
  method: 'post',
  access: 'person',
  path: '/v1/me/subscriptions',
  summary: '记下微信里同意了哪些消息',
  description: 'wx.requestSubscribeMessage 的回答，原样写来。带上 Idempotency-Key，重复发只记一次。',
  body: z.strictObject({
    results: z
      .array(
        z.strictObject({
          templateId: z.string().min(1).max(100),
          result: z.enum(['accept', 'acceptWithAudio', 'acceptWithAlert', 'reject', 'ban', 'filter']),
        }),
      )
      .min(1)
      .max(5),
  }),
  answer: Subscriptions,
  errors: [...written, 'CONFLICT', 'TOO_MANY_REQUESTS'],
} as const satisfies Contract

const Secret = z.strictObject({ secret: z.string() })
const received = ['MALFORMED_JSON', 'BODY_TOO_LARGE', 'INVALID_INPUT', 'NOT_FOUND'] as const

export const aliyunReceiptsContract = {
  method: 'post',
  access: 'system',
  path: '/v1/sms/receipts/aliyun/{secret}',
  summary: '阿里云送来的短信回执',
  description: '没有签名，所以地址里有一段只有双方知道的字。可以重复，可以不按顺序。',
  params: Secret,
  body: z.array(z.looseObject({})),
  answer: z.strictObject({ code: z.literal(0), msg: z.string() }),
  errors: received,
} as const satisfies Contract

export const tencentReceiptsContract = {
  method: 'post',
  access: 'system',
  path: '/v1/sms/receipts/tencent/{secret}',
  summary: '腾讯云送来的短信回执',
  description: '没有签名，所以地址里有一段只有双方知道的字。可以重复，可以不按顺序。',
  params: Secret,
  body: z.array(z.looseObject({})),
  answer: z.strictObject({ result: z.literal(0), errmsg: z.string() }),
  errors: received,
} as const satisfies Contract

// WeChat may add more to its addresses.
const Signed = z.object({
  signature: z.string(),
  timestamp: z.string(),
  nonce: z.string(),
})

export const wechatCallbackCheckContract = {
  method: 'get',
  access: 'system',
  path: '/v1/wechat/callback',
  summary: '微信核对消息推送的地址',
  query: Signed.extend({ echostr: z.string() }),
  answerBytes: ['text/plain'],
  errors: ['INVALID_INPUT', 'NOT_READY'],
} as const satisfies Contract

export const wechatCallbackContract = {
  method: 'post',
  access: 'system',
  path: '/v1/wechat/callback',
  summary: '微信推送的消息：订阅、图片检查',
  description: '明文和安全模式都收，JSON 和 XML 都收；重复的只办一次。',
  query: Signed.extend({
    openid: z.string().optional(),
    encrypt_type: z.string().optional(),
    msg_signature: z.string().optional(),
  }),
  bytes: ['application/json', 'text/xml'],
  answerBytes: ['text/plain'],
  errors: ['BODY_TOO_LARGE', 'INVALID_INPUT', 'NOT_READY'],
} as const satisfies Contract

export const messageContracts: readonly Contract[] = [
  inboxContract,
  unreadCountContract,
  inboxMessageContract,
  readMessageContract,
  readAllMessagesContract,
  notificationChoicesContract,
  chooseNotificationsContract,
  subscriptionsContract,
  keepSubscriptionsContract,
  aliyunReceiptsContract,
  tencentReceiptsContract,
  wechatCallbackCheckContract,
  wechatCallbackContract,
]
