import { type Message, type WechatTemplateName, wechatTemplates } from '@suanhui/shared/notifications'
import type { Deps } from '../deps'
import { openidOf } from '../identity/phone'
import { sealedOpenid } from '../stores/identity-people'
import { endQuota, giveQuotaBack, takeQuota } from '../stores/wechat-quotas'
import { mayPass, type WechatFailure } from '../wechat/client'
import type { Channel, SendOutcome } from './channel'
import type { WechatTemplateIds } from './wechat-settings'

type World = Pick<Deps, 'vault' | 'wechat' | 'clock'>

/** Some seconds of tries; then the text message goes. */
const ATTEMPTS = 4

/** The mini-program's page that opens a message, and goes on to where it leads. */
const PAGE = 'pages/messages/index'

const PERMANENT: ReadonlySet<WechatFailure['problem']> = new Set([
  'no_quota',
  'banned',
  'unknown_user',
  'bad_field',
  'sensitive',
  'user_blocked',
])

function failed({ problem, errcode }: WechatFailure): SendOutcome {
  const reason = errcode === undefined ? problem : `${problem} ${errcode}`
  if (PERMANENT.has(problem)) return { outcome: 'failed', kind: 'permanent', reason }
  return { outcome: 'failed', kind: mayPass(problem) ? 'temporary' : 'technical', reason }
}

/** Our names of a template's fields as the operator's template at WeChat numbers them. */
function keyed(
  template: WechatTemplateName,
  keys: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
) {
  return Object.fromEntries(Object.keys(wechatTemplates[template].fields).map((name) => [keys[name], values[name]]))
}

/** 订阅消息: as many as the person agreed to, template by template. */
export function wechatChannel(world: World, templates: WechatTemplateIds): Channel {
  const { vault, wechat, clock } = world
  const idOf = ({ wechat: { template } }: Message): string | undefined => templates[template]?.id
  const quotaOf = (openid: string, message: Message) =>
    [vault.blindIndex('openid', openid), idOf(message) ?? ''] as const
  return {
    name: '微信',
    explain: (able) =>
      able ? '您在微信里同意过的，会收到微信消息；同意的次数用完了，改发短信。' : '用微信登录以后才能收到微信消息。',
    locked: false,
    attempts: ATTEMPTS,
    fallback: 'sms',
    vendors: [
      {
        name: 'wechat',
        async send(openid, { message, messageId }) {
          const template = templates[message.wechat.template]
          if (wechat === undefined || template === undefined) {
            return { outcome: 'failed', kind: 'technical', reason: 'not set up' }
          }
          const answer = await wechat.sendSubscribeMessage({
            openid,
            templateId: template.id,
            page: `${PAGE}?open=${messageId}`,
            values: keyed(message.wechat.template, template.keys, message.wechat.values),
          })
          if (!answer.ok) return failed(answer)
          const { msgId } = answer.value
          return { outcome: 'sent', ...(msgId !== undefined && { vendorId: msgId }) }
        },
      },
    ],
    carries: (message) => wechat !== undefined && idOf(message) !== undefined,
    reaches: async (queries, personId) => (await sealedOpenid(queries, personId)) !== undefined,
    addressOf: (queries, personId) => openidOf(queries, vault, personId),
    take: (transaction, openid, message) => takeQuota(transaction, ...quotaOf(openid, message), clock()),
    giveBack: (transaction, openid, message, reason) =>
      reason.startsWith('no_quota')
        ? endQuota(transaction, ...quotaOf(openid, message))
        : giveQuotaBack(transaction, ...quotaOf(openid, message)),
  }
}
