import type { WechatAccount } from './client'

const DEFAULT_URL = 'https://api.weixin.qq.com'

/**
 * Reads `WECHAT_APPID`, `WECHAT_SECRET` and `WECHAT_API_URL`. What is wrong is added to `problems`; the secret is never
 * repeated.
 * @returns undefined where neither id nor secret is given.
 */
export function readWechatAccount(
  read: (name: string) => string | undefined,
  problems: string[],
): WechatAccount | undefined {
  const [appId, secret] = [read('WECHAT_APPID'), read('WECHAT_SECRET')]
  const baseUrl = read('WECHAT_API_URL') ?? DEFAULT_URL
  if (!/^https?:\/\/[^/?#]+$/.test(baseUrl)) problems.push('WECHAT_API_URL 要写成 https://主机，后面不带路径')
  if (appId === undefined && secret === undefined) return undefined
  if (appId !== undefined && secret !== undefined) return { appId, secret, baseUrl }
  problems.push('WECHAT_APPID 和 WECHAT_SECRET 要一起写')
  return undefined
}
