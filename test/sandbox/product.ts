import { callbackOf } from './gateways/wechat/callback'
import type { Send, Target } from './outbox'
import { PlatformName } from './platforms/case'
import type { Secrets } from './secrets'

/** Where the product takes what is sent to it. */
export type ProductAddresses = Readonly<Record<Target, string>>

/** The product's own paths, behind its address. */
export const productAddresses = (url: string, { receiptsPath }: Secrets): ProductAddresses => ({
  'hunan-scheduling': `${url}/v1/platforms/hunan-scheduling/events`,
  'hunan-projects': `${url}/v1/platforms/hunan-projects/events`,
  'shanxi-dispatch': `${url}/v1/platforms/shanxi-dispatch/events`,
  wechat: `${url}/v1/wechat/callback`,
  'aliyun-receipts': `${url}/v1/sms/receipts/aliyun/${receiptsPath}`,
  'tencent-receipts': `${url}/v1/sms/receipts/tencent/${receiptsPath}`,
})

export const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' } as const
const PATIENCE_MS = 5_000

/** Signs a webhook's body as the platform does. */
export type SignWebhook = (target: PlatformName, url: string, body: string) => Readonly<Record<string, string>>

interface Parts {
  readonly addresses: () => ProductAddresses | undefined
  readonly secrets: Secrets
  readonly clock: () => Date
  readonly fetch: typeof globalThis.fetch
  readonly encrypted: boolean
  readonly sign: SignWebhook
}

/** WeChat wants `success` or nothing, the SMS vendors their own word of thanks, the platforms any 2xx. */
function isTaken(target: Target, text: string): boolean {
  if (target === 'wechat') return text === 'success' || text === ''
  if (target === 'aliyun-receipts') return /"code"\s*:\s*0\b/.test(text)
  if (target === 'tencent-receipts') return /"result"\s*:\s*0\b/.test(text)
  return true
}

/** How each kind of news is wrapped, and when it counts as taken. */
export const sender =
  ({ addresses, secrets, clock, fetch, encrypted, sign }: Parts): Send =>
  async (target, body) => {
    const address = addresses()?.[target]
    if (address === undefined) throw new Error('算惠通还没有启动')
    const callback = target === 'wechat' ? callbackOf(secrets.wechat, body, clock(), encrypted) : undefined
    const url = callback === undefined ? address : `${address}?${callback.query}`
    const platform = PlatformName.safeParse(target).data
    const content = callback?.body ?? body
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...JSON_HEADERS, ...(platform && sign(platform, url, content)) },
      body: content,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`回答 ${answer.status}`)
    if (!isTaken(target, text)) throw new Error('回答的不是约定的内容')
  }
